usage() {
  echo "Usage: sh $verb-all.sh [--keep-going] [--role NAME] [--profile NAME] [options of $verb]" >&2
  exit 2
}

profile='' only='' keep_going='' dry_run=''
options=''
while [ $# -gt 0 ]; do
  case $1 in
    --keep-going) keep_going=yes ;;
    --role | --profile)
      [ $# -gt 1 ] || usage
      case $1 in
        --role) only=$2 ;;
        *) profile=$2 ;;
      esac
      shift
      ;;
    --dry-run | --update | --delete | --yes)
      case " $verb_options " in
        *" $1 "*) options="$options $1" ;;
        *) usage ;;
      esac
      [ "$1" != --dry-run ] || dry_run=yes
      ;;
    *) usage ;;
  esac
  shift
done

case $0 in
  */*) cd -L -- "${0%/*}" ;;
esac

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

command -v aws >/dev/null || fail 'The AWS CLI is missing: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html'

errors=$(mktemp)
trap 'rm -f "$errors" "$errors.out"' EXIT
trap 'exit 130' HUP INT TERM

account=$(LC_ALL=$aws_locale command aws sts get-caller-identity --query Account --output text ${profile:+--profile "$profile"} 2>"$errors") ||
  fail "The AWS CLI has no valid credentials: $(cat "$errors")"
[ -f "$account/roles.tsv" ] ||
  fail "Refused: these credentials belong to account $account, and this batch has no role for it."

journal=journal-$account.tsv
note() { printf '%s\t%s\t%s\t%s\t%s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$account" "$role" "$verb" "$1" >>"$journal"; }

count=0 unchanged=0 failed=0
tab=$(printf '\t')
while IFS=$tab read -r folder kind role; do
  [ "$folder" ] || continue
  [ -z "$only" ] || [ "$only" = "$role" ] || continue
  count=$((count + 1))
  printf '%s\n' "== $role ($account/$folder)"
  status=0
  # shellcheck disable=SC2086 # options are words of their own
  LC_ALL=$aws_locale sh "scripts/$verb-$kind.sh" "$account/$folder" $options ${profile:+--profile "$profile"} \
    </dev/null >"$errors.out" 2>&1 || status=$?
  cat "$errors.out"
  if [ "$status" -ne 0 ]; then
    note failed
    failed=$((failed + 1))
    [ "$keep_going" ] ||
      fail "Stopped at the role $role. The roles after it were not touched. Remove the cause and run this script again, or add --keep-going."
  elif grep -q '^Nothing to do' "$errors.out"; then
    note unchanged
    unchanged=$((unchanged + 1))
  elif [ "$dry_run" ]; then
    note planned
  else
    note 'done'
  fi
done <"$account/roles.tsv"

[ "$count" -gt 0 ] || fail "Account $account has no role $only here."
printf '%s\n' "Account $account: $count roles, $unchanged of them unchanged, $failed failed. Journal: $journal"
[ "$failed" -eq 0 ]
