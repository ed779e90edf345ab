say "Role $role_name in account $account_id."
read_role
if [ -z "$role" ]; then
  differ 'the role: there is none'
else
  check 'trust policy' "$have_trust" "$want_trust"
  check 'settings and tags' "$have_settings" "$want_settings"
fi
