// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Names that bash in POSIX mode refuses for functions: it prints an error, or does not start. */
const special = new Set(
  '[ . : break continue eval exec exit export readonly return set shift times trap unset'.split(
    ' ',
  ),
);

const keywords = new Set(
  'if then else elif fi for in do done case esac while until function time select coproc'.split(
    ' ',
  ),
);

/**
 * A hostile environment, as far as a shell inherits it: functions named like every word of the scripts,
 * shell options, and variables that change what shells and tools do.
 *
 * @param {object} setting
 * @param {string} setting.home a folder of its own for what the environment points to
 * @param {readonly string[]} setting.scripts texts of the scripts
 * @param {boolean} setting.isPosix true: POSIX mode; false: also functions with the names of special commands
 * @param {ReadonlyMap<string, string>} setting.decoy files of another folder `policies`, which the scripts must not use
 * @param {NodeJS.ProcessEnv} [setting.base]
 * @returns {NodeJS.ProcessEnv}
 */
export function hostileEnvironment({ home, scripts, isPosix, decoy, base = {} }) {
  for (const [path, contents] of decoy) {
    mkdirSync(dirname(join(home, 'decoy', path)), { recursive: true });
    writeFileSync(join(home, 'decoy', path), contents);
  }
  const words = new Set(
    [...scripts.flatMap((text) => text.match(/[a-zA-Z_]\w*/g) ?? []), ...special, '['].filter(
      (word) => !keywords.has(word),
    ),
  );
  const variables = new Set(
    scripts.flatMap((text) => [...text.matchAll(/\b([a-z_]+)=/g)].map(([, name]) => String(name))),
  );
  const rc = join(home, 'profile');
  writeFileSync(
    rc,
    [
      'builtin shopt -s expand_aliases extglob failglob nocasematch nullglob 2>/dev/null',
      'builtin set -fCka -o pipefail',
      ...[...words]
        .filter((word) => /^\w+$/.test(word))
        .map((word) => `builtin alias -- ${word}='echo ALIAS'`),
      "builtin alias '['='echo ALIAS'",
    ].join('\n'),
  );
  return {
    ...base,
    ...Object.fromEntries([...variables].map((name) => [name, 'from the environment'])),
    ...Object.fromEntries(
      [...words]
        .filter((word) => !isPosix || !special.has(word))
        .map((word) => [`BASH_FUNC_${word}%%`, `() { echo "FUNCTION ${word}"; }`]),
    ),
    BASH_ENV: rc,
    ENV: rc,
    SHELLOPTS: 'allexport:keyword:noclobber:noglob:physical:pipefail',
    BASHOPTS: 'extglob:failglob:nocasematch:nullglob',
    CDPATH: `${join(home, 'decoy')}:/`,
    IFS: 'aeiou-_/.',
    LC_ALL: 'tr_TR.ISO-8859-9',
    LANG: 'tr_TR.UTF-8',
    ...(isPosix && { POSIXLY_CORRECT: '1' }),
    GLOBIGNORE: '*',
    GLOBSORT: '-name',
    EXECIGNORE: '*aws',
    FUNCNEST: '1',
    TMOUT: '1',
    GREP_OPTIONS: '--invert-match',
    PYTHONIOENCODING: 'utf-16',
    PYTHONUTF8: '0',
    AWS_CLI_AUTO_PROMPT: 'on',
    AWS_CLI_FILE_ENCODING: 'UTF-16',
    AWS_DEFAULT_OUTPUT: 'table',
    AWS_REGION: 'cn-north-1',
    AWS_DEFAULT_REGION: 'cn-north-1',
    AWS_PAGER: 'false',
    PAGER: 'false',
  };
}
