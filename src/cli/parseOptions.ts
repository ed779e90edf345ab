import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command';
import { reasonOf } from './readFileArgument';

type OptionKinds = NonNullable<ParseArgsConfig['options']>;

/** `util.parseArgs`, strict, whose complaints are usage errors. */
export function parseOptions<const Options extends OptionKinds>(
  args: readonly string[],
  options: Options,
  allowPositionals = false,
): ReturnType<
  typeof parseArgs<{ args: string[]; options: Options; strict: true; allowPositionals: boolean }>
> {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals });
  } catch (error) {
    throw new UsageError(reasonOf(error));
  }
}
