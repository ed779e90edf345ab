if [ "$role" ]; then
  read_other_policies
  if [ "$other_policies" ]; then say "note       the role also has $other_policies, which these files say nothing about"; fi
fi

check_services

say "$differences different, $skipped skipped."
[ "$differences" -eq 0 ]
