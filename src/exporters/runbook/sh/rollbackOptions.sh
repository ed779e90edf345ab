usage() {
  echo 'Usage: sh policies/rollback.sh [--delete [--yes]] [--dry-run] [--profile NAME]' >&2
  exit 2
}

profile='' delete='' yes='' dry_run=''
while [ $# -gt 0 ]; do
  case $1 in
    --delete) delete=yes ;;
    --yes) yes=yes ;;
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
