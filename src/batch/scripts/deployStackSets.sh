usage() {
  echo 'Usage: sh stack-sets/deploy.sh [--self-managed | --organizational-unit ID] [--bucket NAME] [--profile NAME]' >&2
  exit 2
}

profile='' bucket='' unit='' model=SERVICE_MANAGED
while [ $# -gt 0 ]; do
  case $1 in
    --self-managed) model=SELF_MANAGED ;;
    --organizational-unit | --bucket | --profile)
      [ $# -gt 1 ] || usage
      case $1 in
        --organizational-unit) unit=$2 ;;
        --bucket) bucket=$2 ;;
        --profile) profile=$2 ;;
      esac
      shift
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
trap 'rm -f "$errors"' EXIT
trap 'exit 130' HUP INT TERM

aws() { LC_ALL=$aws_locale command aws --region "$region" ${profile:+--profile "$profile"} "$@"; }

if [ "$model" = SERVICE_MANAGED ] && [ -z "$unit" ]; then
  unit=$(aws organizations list-roots --query 'Roots[0].Id' --output text 2>"$errors") ||
    fail "The root of the organization cannot be read; name a unit with --organizational-unit, or use --self-managed: $(cat "$errors")"
fi

# A template of more than 51,200 bytes has to lie in a bucket.
template_of() {
  file=$1.yaml
  if [ "$(wc -c <"$file")" -le 51200 ]; then
    template="--template-body file://$file"
    return
  fi
  [ "$bucket" ] || fail "$file has more than 51,200 bytes: name a bucket of yours with --bucket."
  aws s3 cp --only-show-errors "$file" "s3://$bucket/$file"
  template="--template-url https://$bucket.s3.amazonaws.com/$file"
}

# Waits until the operation $2 of the StackSet $1 has ended.
wait_for() {
  while :; do
    state=$(aws cloudformation describe-stack-set-operation --stack-set-name "$1" --operation-id "$2" \
      --query StackSetOperation.Status --output text)
    case $state in
      SUCCEEDED) return ;;
      RUNNING | QUEUED | STOPPING) sleep 5 ;;
      *) fail "The operation $2 of the StackSet $1 ended as $state: aws cloudformation list-stack-set-operation-results tells why." ;;
    esac
  done
}

# deploy NAME ACCOUNT...
deploy() {
  name=$1
  shift
  template_of "$name"
  if aws cloudformation describe-stack-set --stack-set-name "$name" >/dev/null 2>"$errors"; then
    echo "Update the StackSet $name."
    # The option and its value are two words.
    # shellcheck disable=SC2086
    operation=$(aws cloudformation update-stack-set --stack-set-name "$name" $template \
      --capabilities CAPABILITY_NAMED_IAM --query OperationId --output text)
    wait_for "$name" "$operation"
  else
    grep -q StackSetNotFound "$errors" || fail "The StackSet $name cannot be read: $(cat "$errors")"
    echo "Create the StackSet $name."
    # With automatic deployment, an account that joins the unit would get roles.
    automatic=''
    [ "$model" = SELF_MANAGED ] || automatic='--auto-deployment Enabled=false'
    # shellcheck disable=SC2086
    aws cloudformation create-stack-set --stack-set-name "$name" $template \
      --permission-model "$model" $automatic --capabilities CAPABILITY_NAMED_IAM \
      --managed-execution Active=true >/dev/null
  fi
  have=$(aws cloudformation list-stack-instances --stack-set-name "$name" --query 'Summaries[].Account' --output text)
  missing=''
  for account in "$@"; do
    case $have in
      *"$account"*) ;;
      *) missing="$missing $account" ;;
    esac
  done
  if [ -z "$missing" ]; then
    echo 'Every account has its stack.'
    return
  fi
  echo "Create the stacks of$missing."
  if [ "$model" = SERVICE_MANAGED ]; then
    list=$(printf '%s' "$missing" | sed 's/^ //; s/ /,/g')
    operation=$(aws cloudformation create-stack-instances --stack-set-name "$name" --regions "$region" \
      --deployment-targets "OrganizationalUnitIds=$unit,AccountFilterType=INTERSECTION,Accounts=$list" \
      --query OperationId --output text)
  else
    # shellcheck disable=SC2086
    operation=$(aws cloudformation create-stack-instances --stack-set-name "$name" --regions "$region" \
      --accounts $missing --query OperationId --output text)
  fi
  wait_for "$name" "$operation"
}
