say "Role $role_name in account $account_id."
read_role
read_policy
find_backup

if [ -z "$delete" ]; then
  [ "$backup" ] || fail 'Nothing was changed: there is no backup of this role. To remove what apply created, add --delete.'
  [ "$role" ] || fail 'Refused: the role is gone, so there is nothing to restore. Run policies/apply.sh first.'
  restore_policy
  restore_role
  retire_backup
  exit 0
fi

if [ -z "$role$have_policy" ]; then
  say 'Nothing to do: there is neither the role nor the policy.'
  exit 0
fi
if [ "$role" ]; then
  if differs 'The trust policy differs' "$have_trust" "$want_trust" || differs 'The settings differ' "$have_settings" "$want_settings"; then
    fail 'Refused: this is not the role that apply created. Delete it yourself, or run policies/apply.sh --update first.'
  fi
  read_other_policies
  [ -z "$other_policies" ] || fail "Refused: the role also has $other_policies, which apply did not create. Remove those policies first."
  ask iam list-instance-profiles-for-role --role-name="$role_name" --query 'InstanceProfiles[].InstanceProfileName'
  [ -z "$answer" ] || fail "Refused: the role is in the instance profile $answer. Remove it from there first."
fi
if [ "$have_policy" ]; then
  if differs 'The permissions policy differs' "$have_policy" "$want_policy"; then
    fail 'Refused: this is not the policy that apply created. Delete it yourself, or run policies/apply.sh --update first.'
  fi
  [ -z "$others_using" ] || fail "Refused: the managed policy $policy_name is also used by $others_using."
fi
if [ "$backup" ]; then say "The role was there before apply changed it: without --delete, $backup is restored."; fi
confirm "This deletes the role $role_name and its policy $policy_name."
if [ "$role" ]; then delete_role_and_policy; else remove_policy; fi
if [ "$dry_run" ]; then say 'Nothing was changed: this was a dry run.'; else say 'Done: role and policy are gone.'; fi
