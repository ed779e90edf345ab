read_policy
if [ "$have_policy" ]; then
  check 'permissions policy in the role' "$have_policy" "$want_policy"
else
  differ "permissions policy: the role has none named $policy_name"
fi
