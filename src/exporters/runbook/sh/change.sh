changes=0

# The function that gives the role its policy back before a failing step ends the script.
put_back=''

# Runs a command that changes something: change "what it does" command...
# A role, policy or principal created a moment ago may be unknown to other parts of IAM for some
# seconds, and a policy detached a moment ago may seem attached: only then it tries again.
change() {
  step=$1
  shift
  changes=$((changes + 1))
  say "$step."
  if [ "$dry_run" ]; then
    say "    $*"
    return
  fi
  attempt=1
  until "$@" >/dev/null 2>"$errors"; do
    if [ "$attempt" -eq 6 ] || ! grep -q -e NoSuchEntity -e DeleteConflict -e 'Invalid principal in policy' "$errors"; then
      printf 'Stopped at the step "%s": %s\n' "$step" "$(cat "$errors")" >&2
      if [ "$put_back" ]; then
        undo=$put_back put_back=''
        "$undo"
      fi
      fail 'Nothing after this step was done. Remove the cause and run this script again: it goes on from here.'
    fi
    attempt=$((attempt + 1))
    sleep "$attempt"
  done
}
