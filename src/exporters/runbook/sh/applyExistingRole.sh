say "Role $role_name in account $account_id."
read_role
[ "$role" ] || fail "Refused: there is no role $role_name. These files add a policy to a role that exists."
read_policy

if [ "$have_policy" ] && differs 'The permissions policy differs' "$have_policy" "$want_policy"; then
  check_owner
  [ "$update" ] || fail 'Nothing was changed: a policy with this name is there and differs (- is there, + belongs there). To change it, add --update.'
  if [ -z "$dry_run" ]; then
    begin_backup
    save_policy
    end_backup
  fi
fi
put_policy

if [ "$changes" -eq 0 ]; then
  say 'Nothing to do: the role has the policy.'
elif [ "$dry_run" ]; then
  say 'Nothing was changed: this was a dry run.'
else
  say "Done: the role $role_name has the policy $policy_name."
  say 'Next: sh policies/verify.sh, then the steps of policies/README.md.'
fi
