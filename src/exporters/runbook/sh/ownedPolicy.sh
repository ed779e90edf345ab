# A policy that others use, or that this role does not use, was not created by these scripts.
check_owner() {
  [ -z "$others_using" ] || fail "Refused: the managed policy $policy_name is also used by $others_using and would change for them too. Choose another policy name."
  [ "$attached" ] || fail "Refused: a managed policy named $policy_name exists, differs, and is not attached to this role. Choose another policy name, or delete that policy."
}
