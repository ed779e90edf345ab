differences=0 skipped=0

pass() { say "same       $1"; }

differ() {
  differences=$((differences + 1))
  say "DIFFERENT  $1"
}

skip() {
  skipped=$((skipped + 1))
  reason=$(grep . "$errors" | tail -n 1) || :
  if grep -qi 'invalid choice' "$errors"; then reason='this AWS CLI is too old to know the command'; fi
  say "skipped    $1: $reason"
}

# check "what" have want: compares two lists of lines.
check() {
  if [ "$2" = "$3" ]; then
    pass "$1"
  else
    differ "$1 (- is there, + belongs there)"
    only_in "$2" "$3" -
    only_in "$3" "$2" +
  fi
}

# try "what" command...: a check that another service answers; without an answer it is skipped.
try() {
  what=$1
  shift
  if answer=$("$@" --output text 2>"$errors"); then return; fi
  skip "$what"
  return 1
}

check_application() {
  what="application $1 is ANONYMOUS and ACTIVE"
  if answer=$(aws qbusiness get-application --application-id="$1" --query "join(' and ', [identityType, status])" --output text 2>"$errors"); then
    if [ "$answer" = 'ANONYMOUS and ACTIVE' ]; then pass "$what"; else differ "$what: it is $answer"; fi
  elif grep -q ResourceNotFoundException "$errors"; then
    differ "$what: there is no such application in $region"
  else
    skip "$what"
  fi
}

# check_findings "document" command...: errors and security warnings count as differences.
check_findings() {
  document=$1
  shift
  try "Access Analyzer on the $document" "$@" --query "findings[].join(' ', [findingType, issueCode])" || return 0
  case $answer in
    *ERROR* | *SECURITY_WARNING*) differ "$what: $answer" ;;
    '') pass "$what" ;;
    *) pass "$what, which notes: $answer" ;;
  esac
}

# check_simulation command...: the command prints what is decided otherwise than it should be.
check_simulation() {
  # The list option would take a file:// apart character by character.
  try 'the policy allows its actions and no other' "$@" --policy-input-list "$(cat "$permissions_policy")" || return 0
  if [ "$answer" ]; then differ "$what: $answer"; else pass "$what"; fi
}
