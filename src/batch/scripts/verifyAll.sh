#!/bin/sh
# Reads every role of one account back and compares it with these files: the account of the
# credentials. Changes nothing.
#
#   sh verify-all.sh [--profile NAME]
#
#   Exit status: 0 no difference, 1 differences or no answer, 2 wrong usage.
set -eu
unset CDPATH
unalias -a
IFS=' 	
'
export AWS_PAGER='' AWS_CLI_AUTO_PROMPT=off AWS_DEFAULT_OUTPUT=json LC_ALL=C

usage() {
  echo 'Usage: sh verify-all.sh [--profile NAME]' >&2
  exit 2
}

profile=''
while [ $# -gt 0 ]; do
  case $1 in
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
trap 'rm -f "$errors"' EXIT
trap 'exit 130' HUP INT TERM

account=$(aws sts get-caller-identity --query Account --output text ${profile:+--profile "$profile"} 2>"$errors") ||
  fail "The AWS CLI has no valid credentials: $(cat "$errors")"
[ -f "$account/roles.tsv" ] ||
  fail "Refused: these credentials belong to account $account, and this batch has no role for it."

same=0 different=''
while IFS='	' read -r folder role; do
  [ "$folder" ] || continue
  printf '%s\n' "== $account/$folder ($role)"
  if sh "$account/$folder/policies/verify.sh" ${profile:+--profile "$profile"} </dev/null; then
    same=$((same + 1))
  else
    different="$different $account/$folder"
  fi
done <"$account/roles.tsv"

printf '%s\n' "Account $account: $same as they should be.${different:+ With differences or no answer:$different}"
[ -z "$different" ]
