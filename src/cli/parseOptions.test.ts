import { expect, test } from 'vitest';
import { UsageError } from './command';
import { formOptions } from './formOptions';
import { parseOptions } from './parseOptions';

const options = { ...formOptions, zip: { type: 'string' }, stdout: { type: 'boolean' } } as const;

test('options and their values are read', () => {
  const { values } = parseOptions(
    ['--region', 'us-east-1', '--tag=a=b', '--tag', 'c=d', '--path=-x', '--stdout'],
    options,
  );
  expect(values).toEqual({
    region: 'us-east-1',
    tag: ['a=b', 'c=d'],
    path: '-x',
    stdout: true,
  });
  expect(parseOptions(['-', 'a', '--', '--b'], {}, true).positionals).toEqual(['-', 'a', '--b']);
});

test.each([
  [['--regoin', 'x'], 'There is no option --regoin; did you mean --region?'],
  [['--applicationid=x'], 'There is no option --applicationid; did you mean --application-id?'],
  [['--ip-ranges', 'x'], 'There is no option --ip-ranges; did you mean --ip-range?'],
  [['--nonsense'], 'There is no option --nonsense'],
  [['-z'], 'There is no option -z'],
  [['--no-stdout'], 'There is no option --no-stdout; did you mean --stdout?'],
  [['--toString'], 'There is no option --toString'],
  [['--region', 'a', '--region', 'b'], '--region is given twice'],
  [['--region=a', '--region', 'a'], '--region is given twice'],
  [['--stdout', '--stdout'], '--stdout is given twice'],
  [['--zip', 'a', '--zip', 'b'], '--zip is given twice'],
  [['--region'], '--region needs a value'],
  [
    ['--region', '--stdout'],
    '--region needs a value; one that begins with a dash is written --region=--stdout',
  ],
  [['--stdout=yes'], '--stdout takes no value'],
  [['x'], 'The argument “x” belongs to no option'],
] as const)('%j: %s', (args, message) => {
  expect(() => parseOptions(args, options)).toThrow(new UsageError(message));
});
