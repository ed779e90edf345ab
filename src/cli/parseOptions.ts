import { parseArgs, type ParseArgsConfig } from 'node:util';
import { suggestion } from '../qbusiness/form/suggestion';
import { UsageError } from './command';

type OptionKinds = NonNullable<ParseArgsConfig['options']>;

type Parsed<Options extends OptionKinds> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Options; strict: true; allowPositionals: boolean }>
>;

/**
 * Parses options and arguments strictly: refuses unknown options, repeated ones that take one value, and
 * missing values.
 *
 * @throws UsageError that names the option, and suggests a similar one
 */
export function parseOptions<const Options extends OptionKinds>(
  args: readonly string[],
  options: Options,
  allowPositionals = false,
): Parsed<Options> {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional' && !allowPositionals) {
      throw new UsageError(`The argument “${token.value}” belongs to no option`);
    }
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (commonOptions.has(rawName) && inlineValue)
      throw new UsageError(`${rawName} takes no value`);
    if (!option || rawName !== `--${name}`) {
      const names = Object.keys(options).map((known) => `--${known}`);
      throw new UsageError(`There is no option ${rawName}${suggestion(rawName, names)}`);
    }
    if (option.type === 'boolean' && value !== undefined) {
      throw new UsageError(`${rawName} takes no value`);
    }
    if (option.type === 'string' && (value === undefined || (!inlineValue && isOption(value)))) {
      throw new UsageError(
        value === undefined
          ? `${rawName} needs a value`
          : `${rawName} needs a value; one that begins with a dash is written ${rawName}=${value}`,
      );
    }
    if (seen.has(name) && option.multiple !== true) {
      throw new UsageError(`${rawName} is given twice`);
    }
    seen.add(name);
  }
  return { values, positionals };
}

/** Options that every command has; read before it. */
const commonOptions: ReadonlySet<string> = new Set(['--quiet', '--help', '--version']);

const isOption = (value: string): boolean => value.startsWith('-') && value !== '-';
