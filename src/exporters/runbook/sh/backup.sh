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
