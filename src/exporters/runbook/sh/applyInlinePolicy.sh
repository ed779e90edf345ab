# An inline policy belongs to its role alone.
check_owner() { :; }

put_policy() {
  if [ "$have_policy" != "$want_policy" ]; then create_policy; fi
}
