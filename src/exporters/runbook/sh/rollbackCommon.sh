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
