#!/bin/sh
# Adds the permissions policy to a role that exists, or brings the policy up to date.
#
#   sh policies/apply.sh [--update] [--dry-run] [--profile NAME]
#
#   --update        change what is there and differs, after saving it to policies/backup-<UTC time>
#   --dry-run       show what would be done and do nothing
#   --profile NAME  use this profile of the AWS CLI
#
#   It can be repeated: what is as it should be stays untouched. Exit status: 0 done or nothing
#   to do, 1 refused or failed, 2 wrong usage.

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
role_name=my-backend-role
policy_name=QBusinessAnonymousApi-a1b2c3d4
permissions_policy=policies/permspolicyforAPIanonymous.json
policy_arn=arn:aws:iam::111122223333:policy/QBusinessAnonymousApi-a1b2c3d4

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
  ask iam get-role --role-name="$role_name" --query Role.Arn
  role=$answer
}

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

# Makes the document $1 the policy's default version. IAM keeps five versions.
create_version() {
  ask iam list-policy-versions --policy-arn "$policy_arn" --query 'length(Versions)'
  if [ "$answer" -ge 5 ]; then
    ask iam list-policy-versions --policy-arn "$policy_arn" --query 'sort_by(Versions[?!IsDefaultVersion], &CreateDate)[0].VersionId'
    change "Remove the oldest of five versions, $answer, of the managed policy" \
      aws iam delete-policy-version --policy-arn "$policy_arn" --version-id "$answer"
  fi
  change 'Create a new version of the managed policy' \
    aws iam create-policy-version --policy-arn "$policy_arn" --policy-document "file://$1" --set-as-default
}

# A policy that others use, or that this role does not use, was not created by these scripts.
check_owner() {
  [ -z "$others_using" ] || fail "Refused: the managed policy $policy_name is also used by $others_using and would change for them too. Choose another policy name."
  [ "$attached" ] || fail "Refused: a managed policy named $policy_name exists, differs, and is not attached to this role. Choose another policy name, or delete that policy."
}

# Every file is complete before the folder gets its name.
begin_backup() {
  partial=policies/.backup-unfinished
  rm -rf "$partial"
  mkdir "$partial"
  keep role-arn.txt iam get-role --role-name="$role_name" --query Role.Arn
}

keep() {
  file=$1
  shift
  ask "$@"
  printf '%s\n' "$answer" >"$partial/$file"
}

end_backup() {
  backup=policies/backup-$(date -u +%Y%m%dT%H%M%SZ)
  while [ -e "$backup" ]; do
    sleep 1
    backup=policies/backup-$(date -u +%Y%m%dT%H%M%SZ)
  done
  mv "$partial" "$backup"
  say "Saved the present state to $backup; policies/rollback.sh restores it."
}

save_policy() {
  if [ "$have_policy" ]; then
    ask iam get-policy --policy-arn "$policy_arn" --query Policy.DefaultVersionId
    keep permissions-policy.json iam get-policy-version --policy-arn "$policy_arn" --version-id "$answer" --query 'to_string(PolicyVersion.Document)'
    printf '%s\n' "${attached:-not attached}" >"$partial/attached.txt"
  fi
}

create_policy() {
  change 'Create the permissions policy' \
    aws iam create-policy \
      --policy-name QBusinessAnonymousApi-a1b2c3d4 \
      --policy-document file://policies/permspolicyforAPIanonymous.json
}

attach_policy() {
  change 'Attach the permissions policy to the role' \
    aws iam attach-role-policy \
      --role-name my-backend-role \
      --policy-arn arn:aws:iam::111122223333:policy/QBusinessAnonymousApi-a1b2c3d4
}

put_policy() {
  if [ -z "$have_policy" ]; then
    create_policy
  elif [ "$have_policy" != "$want_policy" ]; then
    create_version "$permissions_policy"
  fi
  if [ -z "$attached" ]; then attach_policy; fi
}

say "Role $role_name in account $account_id."
read_role
[ "$role" ] || fail "Refused: there is no role $role_name. These files add a policy to a role that exists."
read_policy

if [ "$have_policy" ] && differs 'The permissions policy differs' "$have_policy" "$want_policy"; then
  check_owner
  [ "$update" ] || fail 'Nothing was changed: a policy with this name is there and differs (- is there, + belongs there). To change it, add --update.'
  if [ -z "$dry_run" ]; then
    begin_backup
    save_policy
    end_backup
  fi
fi
put_policy

if [ "$changes" -eq 0 ]; then
  say 'Nothing to do: the role has the policy.'
elif [ "$dry_run" ]; then
  say 'Nothing was changed: this was a dry run.'
else
  say "Done: the role $role_name has the policy $policy_name."
  say 'Next: sh policies/verify.sh, then the steps of policies/README.md.'
fi
