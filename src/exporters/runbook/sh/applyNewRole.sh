say "Role $role_name in account $account_id."
read_role
read_policy

trust_differs='' settings_differ='' policy_differs=''
if [ "$role" ]; then
  if differs 'The trust policy differs' "$have_trust" "$want_trust"; then trust_differs=yes; fi
  if differs 'The settings differ' "$have_settings" "$want_settings"; then settings_differ=yes; fi
fi
if [ "$have_policy" ] && differs 'The permissions policy differs' "$have_policy" "$want_policy"; then
  policy_differs=yes
  check_owner
fi

if [ "$trust_differs$settings_differ$policy_differs" ]; then
  if [ "$settings_differ" ] && ! printf '%s\n' "$have_settings" | grep -Fqx -e "Path \"$role_path\""; then
    fail 'Refused: IAM cannot change the path of a role. Choose another role name, or delete that role.'
  fi
  [ "$update" ] || fail 'Nothing was changed: something with this name is there and differs (- is there, + belongs there). To change it, add --update.'
  if [ -z "$dry_run" ] && [ "$role" ]; then
    begin_backup
    save_role
    save_policy
    end_backup
  fi
fi

if [ -z "$role" ]; then create_role; fi
if [ "$trust_differs" ]; then
  change 'Replace the trust policy' \
    aws iam update-assume-role-policy --role-name="$role_name" --policy-document "file://$trust_policy"
fi
if [ "$settings_differ" ]; then update_settings; fi
put_policy

if [ "$changes" -eq 0 ]; then
  say 'Nothing to do: the role is as it should be.'
elif [ "$dry_run" ]; then
  say 'Nothing was changed: this was a dry run.'
else
  say "Done: $role_arn"
  say 'Next: sh policies/verify.sh, then the steps of policies/README.md.'
fi
