#!/bin/sh
# Reads the role back and compares it with these files. Changes nothing.
#
#   sh policies/verify.sh [--profile NAME]
#
#   Exit status: 0 no difference, 1 differences or no answer, 2 wrong usage. Checks for which a
#   permission or a service is missing are skipped, and it says so.

# What the caller's shell may have set changes nothing here. Bash takes functions from its
# environment; in its POSIX mode the special commands come before them.
POSIXLY_CORRECT=y
\unset -f unset unalias set export trap exit return shift read umask shopt command cd printf echo \
  '[' : . break continue eval exec aws kubectl sh awk cat cut date grep mkdir mktemp mv rm sed sleep \
  sort tail tr wc
\unalias -a
unset -v POSIXLY_CORRECT CDPATH EXECIGNORE GLOBIGNORE GLOBSORT GREP_OPTIONS IFS \
  PYTHONIOENCODING TMOUT
set -eu +aCfm
# shellcheck disable=SC3040,SC3041,SC3044 # only where the shell knows them
{
  if (set +k +o pipefail) 2>/dev/null; then set +k +o pipefail; fi
  if command -v shopt >/dev/null; then command shopt -u extglob failglob nocasematch nullglob; fi
}
umask u=rwx

# The tools below work on bytes. The AWS CLI needs UTF-8, which Python also takes for C.
aws_locale=C
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  *.[Uu][Tt][Ff]8 | *.[Uu][Tt][Ff]-8) aws_locale=${LC_ALL:-${LC_CTYPE:-$LANG}} ;;
esac
export LC_ALL=C PYTHONUTF8=1 AWS_CLI_FILE_ENCODING=UTF-8
export AWS_PAGER='' AWS_CLI_AUTO_PROMPT=off
# How deep functions may call each other, for bash and zsh.
export FUNCNEST=100

account_id=111122223333
region=us-east-1
role_name=-r+=,.@-
trust_policy=policies/trustpolicyforAPIanonymous.json
policy_name=p+=,.@-
permissions_policy=policies/permspolicyforAPIanonymous.json
policy_arn=arn:aws:iam::111122223333:policy/p+=,.@-
own_inline_policy=''
own_managed_policy=arn:aws:iam::111122223333:policy/p+=,.@-

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

# The folder that holds policies.
case $0 in
  */*) cd -L -- "${0%/*}/.." ;;
  *) cd -L .. ;;
esac

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

command -v aws >/dev/null || fail 'The AWS CLI is missing: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html'

[ -f "$permissions_policy" ] || fail "The file $permissions_policy is missing: keep the folder together."

errors=$(mktemp)
trap 'rm -f "$errors"' EXIT
trap 'exit 130' HUP INT TERM

aws() { LC_ALL=$aws_locale command aws --region "$region" ${profile:+--profile "$profile"} "$@"; }

# Puts what IAM answers into $answer, and nothing where it knows no such thing.
ask() {
  if answer=$(aws "$@" --output text 2>"$errors"); then return; fi
  grep -q NoSuchEntity "$errors" || fail "Stopped at aws $1 $2: $(cat "$errors")"
  answer=''
}

# Every value of a JSON text as a line "path value". Neither the order of keys and of lists nor
# a list around a single value makes a difference.
lines() {
  [ "$1" ] || return 0
  pairs=$(printf '%s\n' "$1" | awk '
    { text = text $0 "\n" }
    END { advance(); walk("") }

    function advance() {
      sub(/^[ \t\r\n]+/, "", text)
      match(text, /^("([^"\\]|\\.)*"|[^]{}[,: \t\r\n"]+|.)/)
      token = substr(text, 1, RLENGTH)
      text = substr(text, RLENGTH + 1)
    }

    function walk(path,  key, count) {
      if (token == "{") {
        for (advance(); token != "}" && token != ""; ) {
          key = substr(token, 2, length(token) - 2)
          advance(); advance()
          walk(path == "" ? key : path "." key)
          if (token == ",") advance()
        }
      } else if (token == "[") {
        for (advance(); token != "]" && token != ""; ) {
          count += token == "{"
          walk(count > 1 ? path "[" count "]" : path)
          if (token == ",") advance()
        }
      } else if (token != "null") {
        print path " " token
      }
      advance()
    }
  ') || exit 1
  printf '%s\n' "$pairs" | LC_ALL=C sort -u
}

# Lines of $1 that are not in $2, each after $3.
only_in() { printf '%s\n' "$1" | grep -Fvx -e "$2" | sed "s/^/    $3 /" || :; }

# Whether IAM has ($2) something else than it should have ($3), and what.
differs() {
  [ "$2" != "$3" ] || return 1
  say "  $1:"
  only_in "$2" "$3" -
  only_in "$3" "$2" +
}

caller=$(aws sts get-caller-identity --query Account --output text 2>"$errors") ||
  fail "The AWS CLI has no valid credentials: $(cat "$errors")"
[ "$caller" = "$account_id" ] ||
  fail "Refused: these credentials belong to account $caller, this role belongs to account $account_id."

read_role() {
  ask iam get-role --role-name="$role_name" --query "to_string({
    Trust: Role.AssumeRolePolicyDocument,
    Settings: {
      Path: Role.Path,
      Description: Role.Description,
      MaxSessionDuration: Role.MaxSessionDuration,
      PermissionsBoundary: Role.PermissionsBoundary.PermissionsBoundaryArn,
      Tags: Role.Tags[?!starts_with(Key, 'aws:')].join(' => ', [Key, Value])
    }
  })"
  role=$answer
  settings_and_trust=$(lines "$role")
  have_trust=$(printf '%s\n' "$settings_and_trust" | sed -n 's/^Trust\.//p')
  have_settings=$(printf '%s\n' "$settings_and_trust" | sed -n 's/^Settings\.//p')
}
want_trust=$(lines "$(cat "$trust_policy")")

want_settings=$(printf '%s\n' \
  'Description "it'\''s \"$(id)\" `x` %PATH% & caf\u00e9 \u00ff \\"' \
  'MaxSessionDuration 7200' \
  'Path "/team/a=b/"' \
  'PermissionsBoundary "arn:aws:iam::111122223333:policy/limits/Boundary"' \
  'Tags "cost centre \u00e9 => a=b @ :/+-"' \
  'Tags "team => "')

# The document in $have_policy, empty where there is no such policy; who else has it in $others_using.
read_policy() {
  have_policy='' attached='' others_using=''
  ask iam get-policy --policy-arn "$policy_arn" --query Policy.DefaultVersionId
  [ "$answer" ] || return 0
  ask iam get-policy-version --policy-arn "$policy_arn" --version-id "$answer" --query 'to_string(PolicyVersion.Document)'
  have_policy=$(lines "$answer")
  ask iam list-attached-role-policies --role-name="$role_name" --query "AttachedPolicies[?PolicyArn=='$policy_arn'].PolicyArn"
  attached=$answer
  ask iam list-entities-for-policy --policy-arn "$policy_arn" --query "[PolicyRoles[?RoleName!='$role_name'].RoleName, PolicyUsers[].UserName, PolicyGroups[].GroupName][]"
  others_using=$answer
}
want_policy=$(lines "$(cat "$permissions_policy")")

# Policies of the role that these scripts did not create, by name.
read_other_policies() {
  ask iam list-role-policies --role-name="$role_name" --query "PolicyNames[?@!='$own_inline_policy']"
  other_policies=$answer
  ask iam list-attached-role-policies --role-name="$role_name" --query "AttachedPolicies[?PolicyArn!='$own_managed_policy'].PolicyName"
  other_policies=$(printf '%s %s' "$other_policies" "$answer" | tr -s '\t\n ' ' ' | sed 's/^ //; s/ $//')
}

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

check_services() {
  check_application a1b2c3d4-5678-90ab-cdef-example11111
  check_application f0e1d2c3-5678-90ab-cdef-0123456789ab
  check_findings 'permissions policy' \
    aws accessanalyzer validate-policy \
      --policy-type IDENTITY_POLICY \
      --policy-document file://policies/permspolicyforAPIanonymous.json
  check_findings 'trust policy' \
    aws accessanalyzer validate-policy \
      --policy-type RESOURCE_POLICY \
      --validate-policy-resource-type AWS::IAM::AssumeRolePolicyDocument \
      --policy-document file://policies/trustpolicyforAPIanonymous.json
  check_simulation \
    aws iam simulate-custom-policy \
      --action-names qbusiness:Chat qbusiness:ChatSync qbusiness:PutFeedback qbusiness:DeleteApplication \
      --resource-arns arn:aws:qbusiness:us-east-1:111122223333:application/a1b2c3d4-5678-90ab-cdef-example11111 arn:aws:qbusiness:us-east-1:111122223333:application/f0e1d2c3-5678-90ab-cdef-0123456789ab \
      --context-entries ContextKeyName=aws:SourceVpce,ContextKeyType=string,ContextKeyValues=vpce-0a1b2c3d4e5f67890 \
      --query 'EvaluationResults[?(EvalDecision=='\''allowed'\'') == (EvalActionName=='\''qbusiness:DeleteApplication'\'')].join('\'' '\'', [EvalActionName, EvalDecision])'
}

say "Role $role_name in account $account_id."
read_role
if [ -z "$role" ]; then
  differ 'the role: there is none'
else
  check 'trust policy' "$have_trust" "$want_trust"
  check 'settings and tags' "$have_settings" "$want_settings"
fi

read_policy
if [ "$have_policy" ]; then
  check 'permissions policy' "$have_policy" "$want_policy"
  if [ "$attached" ]; then pass 'the policy is attached to the role'; else differ 'the policy is not attached to the role'; fi
  if [ "$others_using" ]; then say "note       the policy is also used by $others_using"; fi
else
  differ "permissions policy: there is none named $policy_name"
fi

if [ "$role" ]; then
  read_other_policies
  if [ "$other_policies" ]; then say "note       the role also has $other_policies, which these files say nothing about"; fi
fi

check_services

say "$differences different, $skipped skipped."
[ "$differences" -eq 0 ]
