usage() {
  echo 'Usage: sh policies/verify.sh [--profile NAME]' >&2
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
