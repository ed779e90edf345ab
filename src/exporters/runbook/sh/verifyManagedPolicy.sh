read_policy
if [ "$have_policy" ]; then
  check 'permissions policy' "$have_policy" "$want_policy"
  if [ "$attached" ]; then pass 'the policy is attached to the role'; else differ 'the policy is not attached to the role'; fi
  if [ "$others_using" ]; then say "note       the policy is also used by $others_using"; fi
else
  differ "permissions policy: there is none named $policy_name"
fi
