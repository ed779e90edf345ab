say "Role $role_name in account $account_id."
read_role
if [ -z "$role" ]; then differ 'the role: there is none'; fi
