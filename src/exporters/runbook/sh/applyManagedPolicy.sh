put_policy() {
  if [ -z "$have_policy" ]; then
    create_policy
  elif [ "$have_policy" != "$want_policy" ]; then
    create_version "$permissions_policy"
  fi
  if [ -z "$attached" ]; then attach_policy; fi
}
