/** Reads the options of a shell script: its switches and `--profile NAME`, each into a variable of its name. */
export const shellOptions = (usage: string, switches: readonly `--${string}`[] = []): string =>
  `usage() {
  echo 'Usage: ${usage}' >&2
  exit 2
}

${["profile=''", ...switches.map((flag) => `${variableOf(flag)}=''`)].join(' ')}
while [ $# -gt 0 ]; do
  case $1 in
${switches.map((flag) => `    ${flag}) ${variableOf(flag)}=yes ;;\n`).join('')}    --profile)
      [ $# -gt 1 ] || usage
      profile=$2
      shift
      ;;
    *) usage ;;
  esac
  shift
done`;

/** `--dry-run` is read into `dry_run`. */
const variableOf = (flag: `--${string}`): string => flag.slice('--'.length).replaceAll('-', '_');
