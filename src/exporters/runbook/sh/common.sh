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
