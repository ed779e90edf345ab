#!/bin/sh
# Creates every role of one account, or brings it up to date: the account of the credentials.
#
#   sh apply-all.sh [--update] [--dry-run] [--keep-going] [--profile NAME]
#
#   --update        change what exists and differs, after saving it beside the role's files
#   --dry-run       show what would be done and do nothing
#   --keep-going    go on with the next role where one fails
#   --profile NAME  use this profile of the AWS CLI
#
#   Each role goes through its own apply.sh. journal-ACCOUNT.tsv gets a line a role. It can be
#   interrupted and repeated: what is as it should be stays untouched. Exit status: 0 done or
#   nothing to do, 1 refused or failed, 2 wrong usage.
set -eu
unset CDPATH
unalias -a
IFS=' 	
'
export AWS_PAGER='' AWS_CLI_AUTO_PROMPT=off AWS_DEFAULT_OUTPUT=json LC_ALL=C

usage() {
  echo 'Usage: sh apply-all.sh [--update] [--dry-run] [--keep-going] [--profile NAME]' >&2
  exit 2
}

profile='' update='' dry_run='' keep_going=''
while [ $# -gt 0 ]; do
  case $1 in
    --update) update=--update ;;
    --dry-run) dry_run=--dry-run ;;
    --keep-going) keep_going=yes ;;
    --profile)
      [ $# -gt 1 ] || usage
      profile=$2
      shift
      ;;
    *) usage ;;
  esac
  shift
done

cd -- "$(dirname -- "$0")"

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

command -v aws >/dev/null || fail 'The AWS CLI is missing: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html'

errors=$(mktemp)
trap 'rm -f "$errors" "$errors.out"' EXIT
trap 'exit 130' HUP INT TERM

account=$(aws sts get-caller-identity --query Account --output text ${profile:+--profile "$profile"} 2>"$errors") ||
  fail "The AWS CLI has no valid credentials: $(cat "$errors")"
[ -f "$account/roles.tsv" ] ||
  fail "Refused: these credentials belong to account $account, and this batch has no role for it."

journal=journal-$account.tsv
note() { printf '%s\t%s\t%s\t%s\t%s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$account" "$1" "$2" "$3" >>"$journal"; }

outcome='done'
[ -z "$dry_run" ] || outcome=planned
created=0 unchanged=0 failed=0
while IFS='	' read -r folder role; do
  [ "$folder" ] || continue
  printf '%s\n' "== $account/$folder ($role)"
  status=0
  sh "$account/$folder/policies/apply.sh" ${update:+--update} ${dry_run:+--dry-run} ${profile:+--profile "$profile"} \
    </dev/null >"$errors.out" 2>&1 || status=$?
  cat "$errors.out"
  if [ "$status" -ne 0 ]; then
    note "$role" "$folder" failed
    failed=$((failed + 1))
    [ "$keep_going" ] || fail "Stopped at $account/$folder. The roles after it were not touched. Remove the cause and run this script again."
  elif grep -q '^Nothing to do' "$errors.out"; then
    note "$role" "$folder" unchanged
    unchanged=$((unchanged + 1))
  else
    note "$role" "$folder" "$outcome"
    created=$((created + 1))
  fi
done <"$account/roles.tsv"

printf '%s\n' "Account $account: $created ${dry_run:+would be }created or changed, $unchanged unchanged, $failed failed. Journal: $journal"
[ "$failed" -eq 0 ]
