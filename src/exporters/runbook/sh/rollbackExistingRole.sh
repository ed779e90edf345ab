say "Role $role_name in account $account_id."
read_role
read_policy
role_arn=$role
find_backup

if [ -z "$delete" ]; then
  [ "$backup" ] || fail 'Nothing was changed: there is no backup of this policy. To remove what apply created, add --delete.'
  [ "$role" ] || fail 'Refused: the role is gone, so there is nothing to restore.'
  restore_policy
  retire_backup
  exit 0
fi

if [ -z "$have_policy" ]; then
  say 'Nothing to do: there is no such policy.'
  exit 0
fi
if differs 'The permissions policy differs' "$have_policy" "$want_policy"; then
  fail 'Refused: this is not the policy that apply created. Delete it yourself, or run policies/apply.sh --update first.'
fi
[ -z "$others_using" ] || fail "Refused: the managed policy $policy_name is also used by $others_using."
if [ "$backup" ]; then say "The policy was there before apply changed it: without --delete, $backup is restored."; fi
confirm "This deletes the policy $policy_name and leaves the role $role_name."
remove_policy
if [ "$dry_run" ]; then say 'Nothing was changed: this was a dry run.'; else say 'Done: the policy is gone.'; fi
