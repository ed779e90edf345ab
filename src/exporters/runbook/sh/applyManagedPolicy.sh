put_policy() {
  if [ -z "$have_policy" ]; then
    make_policy
  elif [ "$have_policy" != "$want_policy" ]; then
    make_version "$permissions_policy"
  fi
  if [ -z "$attached" ]; then attach_policy; fi
}
