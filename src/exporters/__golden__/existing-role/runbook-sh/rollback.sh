#!/bin/sh
# Restores what apply.sh --update changed, or removes what apply.sh created.
#
#   sh policies/rollback.sh [--delete [--yes]] [--dry-run] [--profile NAME]
#
#   Without --delete it restores the newest policies/backup-<UTC time>; repeated, the one before.
#
#   --delete        delete the policy, if it is as apply.sh created it
#   --yes           do not ask before deleting
#   --dry-run       show what would be done and do nothing
#   --profile NAME  use this profile of the AWS CLI
#
#   Exit status: 0 done or nothing to do, 1 refused or failed, 2 wrong usage.

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

attach_policy() {
  change 'Attach the permissions policy to the role' \
    aws iam attach-role-policy \
      --role-name my-backend-role \
      --policy-arn arn:aws:iam::111122223333:policy/QBusinessAnonymousApi-a1b2c3d4
}

# The newest backup of this role in $backup; empty where there is none.
find_backup() {
  backup=''
  for folder in policies/backup-*; do
    if [ -f "$folder/role-arn.txt" ] && [ "$(cat "$folder/role-arn.txt")" = "$role_arn" ]; then backup=$folder; fi
  done
}

# A second rollback goes on with the backup before this one.
retire_backup() {
  if [ "$dry_run" ]; then
    say 'Nothing was changed: this was a dry run.'
  else
    mv "$backup" "policies/restored-${backup#policies/backup-}"
    say "Done: $role_name is as it was in $backup."
  fi
}

confirm() {
  if [ "$yes$dry_run" ]; then return; fi
  printf '%s Type yes to go on: ' "$1"
  reply=''
  read -r reply || say ''
  [ "$reply" = yes ] || fail 'Nothing was changed.'
}

restore_policy() {
  if [ ! -f "$backup/permissions-policy.json" ]; then
    if [ "$have_policy" ]; then remove_policy; fi
    return
  fi
  [ "$have_policy" ] || fail "Refused: the managed policy $policy_name is gone. Run policies/apply.sh first."
  if [ "$have_policy" != "$(lines "$(cat "$backup/permissions-policy.json")")" ]; then
    check_owner
    create_version "$backup/permissions-policy.json"
  fi
  if [ "$(cat "$backup/attached.txt")" = 'not attached' ]; then
    if [ "$attached" ]; then detach_policy; fi
  elif [ -z "$attached" ]; then
    attach_policy
  fi
}

detach_policy() {
  change 'Detach the permissions policy from the role' \
    aws iam detach-role-policy --role-name="$role_name" --policy-arn "$policy_arn"
}

remove_policy() {
  if [ "$attached" ]; then detach_policy; fi
  delete_policy
}

delete_policy() {
  ask iam list-policy-versions --policy-arn "$policy_arn" --query 'Versions[?!IsDefaultVersion].VersionId'
  for version in $answer; do
    change "Delete the old version $version of the managed policy" \
      aws iam delete-policy-version --policy-arn "$policy_arn" --version-id "$version"
  done
  change 'Delete the managed policy' \
    aws iam delete-policy --policy-arn "$policy_arn"
}

say "Role $role_name in account $account_id."
read_role
read_policy
role_arn=$role
find_backup

if [ -z "$delete" ]; then
  [ "$backup" ] || fail 'Nothing was changed: there is no backup of this policy. To remove what apply created, add --delete.'
  [ "$role" ] || fail 'Refused: the role is gone, so there is nothing to restore.'
  restore_policy
  retire_backup
  exit 0
fi

if [ -z "$have_policy" ]; then
  say 'Nothing to do: there is no such policy.'
  exit 0
fi
if differs 'The permissions policy differs' "$have_policy" "$want_policy"; then
  fail 'Refused: this is not the policy that apply created. Delete it yourself, or run policies/apply.sh --update first.'
fi
[ -z "$others_using" ] || fail "Refused: the managed policy $policy_name is also used by $others_using."
if [ "$backup" ]; then say "The policy was there before apply changed it: without --delete, $backup is restored."; fi
confirm "This deletes the policy $policy_name and leaves the role $role_name."
remove_policy
if [ "$dry_run" ]; then say 'Nothing was changed: this was a dry run.'; else say 'Done: the policy is gone.'; fi
