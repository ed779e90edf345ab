#!/bin/sh
# Restores what apply.sh --update changed, or removes what apply.sh created.
#
#   sh policies/rollback.sh [--delete [--yes]] [--dry-run] [--profile NAME]
#
#   Without --delete it restores the newest policies/backup-<UTC time>; repeated, the one before.
#
#   --delete        delete the policy and the role, if they are as apply.sh created them
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
role_name=QBusinessAnonymousWeb-a1b2c3d4
role_arn=arn:aws:iam::111122223333:role/QBusinessAnonymousWeb-a1b2c3d4
trust_policy=policies/trustpolicyforanonymous.json
policy_name=QBusinessAnonymousWeb-a1b2c3d4
permissions_policy=policies/permspolicyforwebexperienceanonymous.json
own_inline_policy=QBusinessAnonymousWeb-a1b2c3d4
own_managed_policy=''

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
  'Description "Amazon Q Business anonymous web experience"' \
  'MaxSessionDuration 3600' \
  'Path "/"')

# The document in $have_policy, empty where the role has no such policy.
read_policy() {
  ask iam get-role-policy --role-name="$role_name" --policy-name="$policy_name" --query 'to_string(PolicyDocument)'
  have_policy=$(lines "$answer")
}
want_policy=$(lines "$(cat "$permissions_policy")")

# Policies of the role that these scripts did not create, by name.
read_other_policies() {
  ask iam list-role-policies --role-name="$role_name" --query "PolicyNames[?@!='$own_inline_policy']"
  other_policies=$answer
  ask iam list-attached-role-policies --role-name="$role_name" --query "AttachedPolicies[?PolicyArn!='$own_managed_policy'].PolicyName"
  other_policies=$(printf '%s %s' "$other_policies" "$answer" | tr -s '\t\n ' ' ' | sed 's/^ //; s/ $//')
}

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

# Removes the tags that the JMESPath filter $1 picks.
remove_tags() {
  ask iam list-role-tags --role-name="$role_name" --query "to_string({RoleName: '$role_name', TagKeys: Tags[?!starts_with(Key, 'aws:')${1:+ && $1}].Key})"
  case $answer in '' | *'"TagKeys":[]'*) return ;; esac
  change 'Remove the tags that do not belong' aws iam untag-role --cli-input-json "$answer"
}

restore_role() {
  change 'Restore the trust policy' \
    aws iam update-assume-role-policy --role-name="$role_name" --policy-document "file://$backup/trust-policy.json"
  change 'Restore the description and the session duration' \
    aws iam update-role --cli-input-json "file://$backup/settings.json"
  boundary=$(cat "$backup/permissions-boundary.txt")
  ask iam get-role --role-name="$role_name" --query "not_null(Role.PermissionsBoundary.PermissionsBoundaryArn, '')"
  if [ "$boundary" != None ]; then
    change 'Restore the permissions boundary' \
      aws iam put-role-permissions-boundary --role-name="$role_name" --permissions-boundary "$boundary"
  elif [ "$answer" ]; then
    change 'Remove the permissions boundary' \
      aws iam delete-role-permissions-boundary --role-name="$role_name"
  fi
  if grep -q Key "$backup/tags.json"; then
    change 'Restore the tags' \
      aws iam tag-role --role-name="$role_name" --tags "file://$backup/tags.json"
  fi
  remove_tags "!contains(not_null(\`$(cat "$backup/tags.json")\`, \`[]\`)[].Key, Key)"
}

restore_policy() {
  if [ -f "$backup/permissions-policy.json" ]; then
    change 'Restore the permissions policy' \
      aws iam put-role-policy --role-name="$role_name" --policy-name="$policy_name" --policy-document "file://$backup/permissions-policy.json"
  elif [ "$have_policy" ]; then
    remove_policy
  fi
}

remove_policy() {
  change 'Delete the permissions policy of the role' \
    aws iam delete-role-policy --role-name="$role_name" --policy-name="$policy_name"
}

# An inline policy belongs to its role alone.
others_using=''

# Deletes the role, which IAM does only without its policy.
delete_role_and_policy() {
  if [ "$have_policy" ]; then
    remove_policy
    put_back=put_back_policy
  fi
  delete_role
}

put_back_policy() {
  change 'Give the role its policy back' \
    aws iam put-role-policy --role-name="$role_name" --policy-name="$policy_name" --policy-document "file://$permissions_policy"
}

delete_role() {
  change 'Delete the role' \
    aws iam delete-role --role-name="$role_name"
}

say "Role $role_name in account $account_id."
read_role
read_policy
find_backup

if [ -z "$delete" ]; then
  [ "$backup" ] || fail 'Nothing was changed: there is no backup of this role. To remove what apply created, add --delete.'
  [ "$role" ] || fail 'Refused: the role is gone, so there is nothing to restore. Run policies/apply.sh first.'
  restore_policy
  restore_role
  retire_backup
  exit 0
fi

if [ -z "$role$have_policy" ]; then
  say 'Nothing to do: there is neither the role nor the policy.'
  exit 0
fi
if [ "$role" ]; then
  if differs 'The trust policy differs' "$have_trust" "$want_trust" || differs 'The settings differ' "$have_settings" "$want_settings"; then
    fail 'Refused: this is not the role that apply created. Delete it yourself, or run policies/apply.sh --update first.'
  fi
  read_other_policies
  [ -z "$other_policies" ] || fail "Refused: the role also has $other_policies, which apply did not create. Remove those policies first."
  ask iam list-instance-profiles-for-role --role-name="$role_name" --query 'InstanceProfiles[].InstanceProfileName'
  [ -z "$answer" ] || fail "Refused: the role is in the instance profile $answer. Remove it from there first."
fi
if [ "$have_policy" ]; then
  if differs 'The permissions policy differs' "$have_policy" "$want_policy"; then
    fail 'Refused: this is not the policy that apply created. Delete it yourself, or run policies/apply.sh --update first.'
  fi
  [ -z "$others_using" ] || fail "Refused: the managed policy $policy_name is also used by $others_using."
fi
if [ "$backup" ]; then say "The role was there before apply changed it: without --delete, $backup is restored."; fi
confirm "This deletes the role $role_name and its policy $policy_name."
if [ "$role" ]; then delete_role_and_policy; else remove_policy; fi
if [ "$dry_run" ]; then say 'Nothing was changed: this was a dry run.'; else say 'Done: role and policy are gone.'; fi
