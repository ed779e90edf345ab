#!/bin/sh
# Creates the role and its permissions policy, or brings them up to date.
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
role_name=QBusinessAnonymousWeb-a1b2c3d4
role_arn=arn:aws:iam::111122223333:role/QBusinessAnonymousWeb-a1b2c3d4
role_path=/
trust_policy=policies/trustpolicyforanonymous.json
policy_name=QBusinessAnonymousWeb-a1b2c3d4
permissions_policy=policies/permspolicyforwebexperienceanonymous.json

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

save_role() {
  ask iam get-role --role-name="$role_name" --query "[
    to_string(Role.AssumeRolePolicyDocument),
    to_string(Role.{RoleName: RoleName, Description: not_null(Description, ''), MaxSessionDuration: MaxSessionDuration}),
    to_string(Role.Tags[?!starts_with(Key, 'aws:')]),
    not_null(Role.PermissionsBoundary.PermissionsBoundaryArn, 'None')
  ]"
  printf '%s\n' "$answer" | cut -f 1 >"$partial/trust-policy.json"
  printf '%s\n' "$answer" | cut -f 2 >"$partial/settings.json"
  printf '%s\n' "$answer" | cut -f 3 >"$partial/tags.json"
  printf '%s\n' "$answer" | cut -f 4 >"$partial/permissions-boundary.txt"
}

# Removes the tags that the JMESPath filter $1 picks.
remove_tags() {
  ask iam list-role-tags --role-name="$role_name" --query "to_string({RoleName: '$role_name', TagKeys: Tags[?!starts_with(Key, 'aws:')${1:+ && $1}].Key})"
  case $answer in '' | *'"TagKeys":[]'*) return ;; esac
  change 'Remove the tags that do not belong' aws iam untag-role --cli-input-json "$answer"
}

create_role() {
  change 'Create the role with its trust policy' \
    aws iam create-role \
      --role-name QBusinessAnonymousWeb-a1b2c3d4 \
      --assume-role-policy-document file://policies/trustpolicyforanonymous.json \
      --description 'Amazon Q Business anonymous web experience'
  change 'Wait until the role exists' \
    aws iam wait role-exists \
      --role-name QBusinessAnonymousWeb-a1b2c3d4
}

save_policy() {
  if [ "$have_policy" ]; then
    keep permissions-policy.json iam get-role-policy --role-name="$role_name" --policy-name="$policy_name" --query 'to_string(PolicyDocument)'
  fi
}

# Whether IAM has another value of the setting $1, which may stand on several lines.
setting_differs() {
  have_lines=$(printf '%s\n' "$have_settings" | grep "^$1 ") || :
  want_lines=$(printf '%s\n' "$want_settings" | grep "^$1 ") || :
  [ "$have_lines" != "$want_lines" ]
}

update_settings() {
  if setting_differs Description || setting_differs MaxSessionDuration; then
    change 'Set the description and the session duration' \
      aws iam update-role \
        --role-name QBusinessAnonymousWeb-a1b2c3d4 \
        --description 'Amazon Q Business anonymous web experience' \
        --max-session-duration 3600
  fi
  if setting_differs PermissionsBoundary; then
    change 'Remove the permissions boundary' \
      aws iam delete-role-permissions-boundary \
        --role-name QBusinessAnonymousWeb-a1b2c3d4
  fi
  if setting_differs Tags; then
    remove_tags ''
  fi
}

create_policy() {
  change 'Add the permissions policy to the role as an inline policy' \
    aws iam put-role-policy \
      --role-name QBusinessAnonymousWeb-a1b2c3d4 \
      --policy-name QBusinessAnonymousWeb-a1b2c3d4 \
      --policy-document file://policies/permspolicyforwebexperienceanonymous.json
}

# An inline policy belongs to its role alone.
check_owner() { :; }

put_policy() {
  if [ "$have_policy" != "$want_policy" ]; then create_policy; fi
}

say "Role $role_name in account $account_id."
read_role
read_policy

trust_differs='' settings_differ='' policy_differs=''
if [ "$role" ]; then
  if differs 'The trust policy differs' "$have_trust" "$want_trust"; then trust_differs=yes; fi
  if differs 'The settings differ' "$have_settings" "$want_settings"; then settings_differ=yes; fi
fi
if [ "$have_policy" ] && differs 'The permissions policy differs' "$have_policy" "$want_policy"; then
  policy_differs=yes
  check_owner
fi

if [ "$trust_differs$settings_differ$policy_differs" ]; then
  if [ "$settings_differ" ] && ! printf '%s\n' "$have_settings" | grep -Fqx -e "Path \"$role_path\""; then
    fail 'Refused: IAM cannot change the path of a role. Choose another role name, or delete that role.'
  fi
  [ "$update" ] || fail 'Nothing was changed: something with this name is there and differs (- is there, + belongs there). To change it, add --update.'
  if [ -z "$dry_run" ] && [ "$role" ]; then
    begin_backup
    save_role
    save_policy
    end_backup
  fi
fi

if [ -z "$role" ]; then create_role; fi
if [ "$trust_differs" ]; then
  change 'Replace the trust policy' \
    aws iam update-assume-role-policy --role-name="$role_name" --policy-document "file://$trust_policy"
fi
if [ "$settings_differ" ]; then update_settings; fi
put_policy

if [ "$changes" -eq 0 ]; then
  say 'Nothing to do: the role is as it should be.'
elif [ "$dry_run" ]; then
  say 'Nothing was changed: this was a dry run.'
else
  say "Done: $role_arn"
  say 'Next: sh policies/verify.sh, then the steps of policies/README.md.'
fi
