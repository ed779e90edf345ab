# Whether IAM has another value of the setting $1, which may stand on several lines.
setting_differs() {
  have_lines=$(printf '%s\n' "$have_settings" | grep "^$1 ") || :
  want_lines=$(printf '%s\n' "$want_settings" | grep "^$1 ") || :
  [ "$have_lines" != "$want_lines" ]
}
