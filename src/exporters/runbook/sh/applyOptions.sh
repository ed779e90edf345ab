usage() {
  echo 'Usage: sh policies/apply.sh [--update] [--dry-run] [--profile NAME]' >&2
  exit 2
}

profile='' update='' dry_run=''
while [ $# -gt 0 ]; do
  case $1 in
    --update) update=yes ;;
    --dry-run) dry_run=yes ;;
    --profile)
      [ $# -gt 1 ] || usage
      profile=$2
      shift
      ;;
    *) usage ;;
  esac
  shift
done
