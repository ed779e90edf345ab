#!/bin/sh
# Every command once, from the first to the last. policies/apply.sh can be repeated.

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

region=us-east-1
export AWS_REGION="$region" AWS_DEFAULT_REGION="$region"
aws() { LC_ALL=$aws_locale command aws "$@"; }

# The folder that holds policies.
case $0 in
  */*) cd -L -- "${0%/*}/.." ;;
  *) cd -L .. ;;
esac

# Create the permissions policy.
aws iam create-policy \
  --policy-name QBusinessAnonymousApi-a1b2c3d4 \
  --policy-document file://policies/permspolicyforAPIanonymous.json

# Attach the permissions policy to the role.
aws iam attach-role-policy \
  --role-name my-backend-role \
  --policy-arn arn:aws:iam::111122223333:policy/QBusinessAnonymousApi-a1b2c3d4

# The role has the permission at once: nothing else to configure.
