#!/usr/bin/env bash
# Audits the policy files that changed since AUDIT_BASE, or all of them, and writes a SARIF log.
#
#   AUDIT_PATHS  git pathspecs, one a line       AUDIT_ALL    "true": whatever has changed
#   AUDIT_LEVEL  the least grave finding         AUDIT_SARIF  the log, below the workspace
#
#   Exit status: 0 nothing was found, 1 something was found, 2 wrong usage.
set -euo pipefail

cd -- "$GITHUB_WORKSPACE"
program=$GITHUB_ACTION_PATH/dist-cli/main.js

paths=()
while IFS= read -r line; do
  if [ -n "$line" ]; then paths+=("$line"); fi
done <<<"$AUDIT_PATHS"

# A new branch has nothing before it, and a shallow clone may lack it.
base=${AUDIT_BASE:-}
has_base() { git cat-file -e "$base^{commit}" 2>/dev/null; }
if [ "$AUDIT_ALL" = true ] || [[ ! $base =~ [1-9a-f] ]]; then
  base=''
elif ! has_base; then
  git fetch --quiet --no-tags --depth=1 origin "$base" || :
  if ! has_base; then
    echo "::warning::The commit $base is not here, so every file is read: check out with fetch-depth: 0."
    base=''
  fi
fi
candidates() {
  if [ -n "$base" ]; then
    git diff --name-only -z --diff-filter=ACMRT "$base" HEAD -- "${paths[@]}"
  else
    git ls-files -z -- "${paths[@]}"
  fi
}

# What names no statement is no policy: the configuration of other tools, for example.
files=()
while IFS= read -r -d '' file; do
  if [ "$file" = - ]; then file=./-; fi
  if [ -f "$file" ] && [ ! -L "$file" ] && grep -qi statement -- "$file"; then files+=("$file"); fi
done < <(candidates)

if [ "${#files[@]}" -eq 0 ]; then
  echo 'No policy document has changed.'
  echo 'findings=false' >>"$GITHUB_OUTPUT"
  exit 0
fi

status=0
node "$program" audit --level "$AUDIT_LEVEL" --sarif -- "${files[@]}" >"$AUDIT_SARIF" || status=$?
if [ "$status" -gt 1 ]; then
  rm -f -- "$AUDIT_SARIF"
  exit "$status"
fi
{
  echo "sarif=$AUDIT_SARIF"
  if [ "$status" -eq 1 ]; then echo 'findings=true'; else echo 'findings=false'; fi
} >>"$GITHUB_OUTPUT"
# The same for who reads the log.
node "$program" audit --level "$AUDIT_LEVEL" -- "${files[@]}"
