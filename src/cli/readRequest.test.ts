import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleOfCaller, exampleOfEveryKind } from '../qbusiness/examples';
import { formFields } from '../qbusiness/form/formFields';
import { UsageError } from './command';
import { formOptions } from './formOptions';
import { parseOptions } from './parseOptions';
import { readRequest } from './readRequest';

const three = {
  region: 'us-east-1',
  accountId: '111122223333',
  applicationId: 'a1b2c3d4-5678-90ab-cdef-example11111',
};

const ofOptions = (...args: readonly string[]) =>
  readRequest(
    parseOptions(
      [
        `--region=${three.region}`,
        `--account-id=${three.accountId}`,
        `--application-id=${three.applicationId}`,
        ...args,
      ],
      formOptions,
    ).values,
  );

const ofText = (text: string) => readRequest({}, { name: 'request.json', text });
const ofJson = (values: object) => ofText(JSON.stringify({ ...three, ...values }));

const said = (remarks: readonly { readonly message: string }[]) =>
  remarks.map(({ message }) => message);

describe('values that contradict', () => {
  test.each([
    [
      ['--access-mode=web-experience', '--ip-range=198.18.0.0/24'],
      '--ip-range needs --access-mode api-only, but --access-mode is web-experience',
    ],
    [
      ['--caller=lambda', '--network-limit=none', '--ip-range=198.18.0.0/24'],
      '--ip-range needs --network-limit ip-range, but --network-limit is none',
    ],
    [
      ['--caller=lambda', '--vpc=vpc-0a1b2c3d', '--ip-range=198.18.0.0/24'],
      '--ip-range needs --network-limit ip-range, but --vpc needs --network-limit vpc',
    ],
    [
      ['--access-mode=web-experience', '--api-actions=chat-sync'],
      '--api-actions needs --access-mode api-only, but --access-mode is web-experience',
    ],
    [
      ['--origin=https://www.example.com', '--caller=lambda'],
      '--caller needs --access-mode api-only, but --origin needs --access-mode web-experience',
    ],
    [
      [
        '--caller=existing-role',
        '--caller-value=roleName=Backend',
        '--permissions-boundary=arn:aws:iam::111122223333:policy/B',
      ],
      '--permissions-boundary does not go with --caller existing-role',
    ],
    [
      [
        '--caller=github-actions',
        '--caller-value=organization=o',
        '--caller-value=repository=r',
        '--caller-value=refName=main',
        '--caller-value=subjectForm=names',
        '--caller-value=organizationId=1',
      ],
      '--caller-value organizationId needs --caller-value subjectForm immutable, but --caller-value subjectForm is names',
    ],
  ])('%j: %s', (args, message) => {
    const { problems } = ofOptions(...args);
    expect(said(problems)).toContain(message);
  });

  test.each([
    [
      { accessMode: 'web-experience', networkLimit: 'vpc', vpcs: ['vpc-0a1b2c3d'] },
      'networkLimit needs accessMode api-only, but accessMode is web-experience',
    ],
    [
      { accessMode: 'web-experience', apiActions: 'chat-sync' },
      'apiActions needs accessMode api-only, but accessMode is web-experience',
    ],
    [
      { caller: 'ecs-task', callers: { lambda: { functionName: 'chat' } } },
      'callers.lambda.functionName needs caller lambda, but caller is ecs-task',
    ],
    [
      { callers: { 'existing-role': { roleName: 'Backend' } }, tags: [{ key: 'a', value: '' }] },
      'tags does not go with caller existing-role',
    ],
  ])('in JSON: %j', (values, message) => {
    expect(said(ofJson(values).problems)).toContain(message);
  });

  test('the whole form of the page is a request, as long as nothing hidden is in it', () => {
    for (const values of exampleOfEveryKind) {
      expect(said(ofJson(values).problems)).toEqual([]);
      expect(ofJson(values).notes).toEqual([]);
    }
    const hidden = {
      ...exampleOfCaller('lambda'),
      networkLimit: 'none',
      vpcs: [{ value: 'vpc-1' }],
    };
    expect(said(ofJson(hidden).problems)).toEqual([
      'vpcs needs networkLimit vpc, but networkLimit is none',
    ]);
  });
});

describe('a switch that can only mean one thing', () => {
  test('is taken as said, and that is said', () => {
    const { draft, problems, notes } = ofOptions('--caller=lambda', '--ip-range=198.18.0.0/24');
    expect(problems).toEqual([]);
    expect(said(notes)).toEqual([
      '--access-mode api-only is taken as said, because of --caller',
      '--network-limit ip-range is taken as said, because of --ip-range',
    ]);
    expect(draft).toMatchObject({
      status: 'ready',
      template: { network: { limit: 'ip-range', values: ['198.18.0.0/24'] } },
    });
  });

  test('in JSON as well', () => {
    const { draft, notes } = ofJson({ callers: { lambda: { functionName: 'chat' } } });
    expect(said(notes)).toEqual([
      'caller lambda is taken as said, because of callers.lambda.functionName',
      'accessMode api-only is taken as said, because of callers.lambda.functionName',
    ]);
    expect(draft).toMatchObject({ status: 'ready', template: { caller: 'lambda' } });
  });

  test.each([
    [['--permissions-boundary='], '--permissions-boundary is empty'],
    [['--role-name= '], '--role-name is empty'],
    [['--origin=https://www.example.com', '--origin='], '--origin is empty'],
    [['--caller=lambda', '--caller-value=functionName='], '--caller-value functionName is empty'],
  ])('%j: an option without a value is no default', (args, message) => {
    expect(said(ofOptions(...args).problems)).toEqual([
      `${message}: leave it out where the default is meant`,
    ]);
  });

  test('what is left empty by cleaning is no default', () => {
    const lambda = { caller: 'lambda', callers: { lambda: { functionName: '\u200B' } } };
    expect(said(ofJson(lambda).problems)).toEqual([
      'callers.lambda.functionName is empty: leave it out where the default is meant',
    ]);
    expect(ofJson({ permissionsBoundary: '' }).problems).toEqual([]);
  });

  test('no caller is ever guessed', () => {
    expect(said(ofOptions('--access-mode=api-only').problems)).toEqual([
      'Choose who calls the API',
    ]);
  });
});

describe('a request file', () => {
  test.each([
    [
      '{"region": "us-east-1", "region": "eu-west-1"}',
      'line 1, column 25: The key "region" appears twice',
    ],
    [
      '{"tags": [{"key": "a",\n "key": "b", "value": ""}]}',
      'line 2, column 2: The key "key" appears twice',
    ],
    ['{"region": "us-east-1",}', 'is not JSON, line 1, column 23: '],
    ['{region: "us-east-1"}', 'is not JSON, line 1, column 2: '],
    ['', 'is not JSON, line 1, column 1: '],
    ['[]', 'holds no JSON object'],
  ])('%s: %s', (text, message) => {
    expect(() => ofText(text)).toThrow(message);
  });

  test('may begin with a byte order mark', () => {
    const { problems } = ofText(`\uFEFF${JSON.stringify(three)}`);
    expect(problems).toEqual([]);
  });

  test('with a mistyped name is told the right one', () => {
    expect(said(ofJson({ acountId: '1', rolename: 'x', callers: { lamda: {} } }).problems)).toEqual(
      [
        'There is no such value; did you mean accountId?',
        'There is no such value; did you mean roleName?',
        'There is no such caller; did you mean lambda?',
      ],
    );
  });
});

test('names each part of a list that says nothing', () => {
  const { problems } = ofJson({
    tags: [{ key: 'a', value: 'b', values: 'c' }, 'a=b', { Key: 'a', Value: 'b' }],
    origins: [{ value: 'https://www.example.com', port: '443' }],
  });
  expect(problems).toEqual([
    { path: 'tags.0.values', message: 'There is no such value; did you mean value?' },
    { path: 'tags.1', message: 'An object with key and value is expected' },
    { path: 'tags.2.key', message: 'A text is expected' },
    { path: 'tags.2.value', message: 'A text is expected' },
    { path: 'tags.2.Key', message: 'There is no such value; did you mean key?' },
    { path: 'tags.2.Value', message: 'There is no such value; did you mean value?' },
    { path: 'origins.0.port', message: 'There is no such value' },
  ]);
});

describe('cleaning', () => {
  test('is said', () => {
    const { problems, notes } = ofJson({
      accountId: ' 1111-2222-3333\u200B',
      roleName: '"Chat"',
      description: 'two\nlines',
    });
    expect(problems).toEqual([]);
    expect(notes).toEqual([
      {
        path: 'accountId',
        label: 'Account ID',
        message: 'Taken out: spaces, invisible characters, hyphens',
      },
      { path: 'roleName', label: 'Role name', message: 'Taken out: quotation marks' },
      { path: 'description', label: 'Description', message: 'Taken out: line breaks' },
    ]);
  });

  test.each([
    ['role name', { roleName: 'Chat Role' }, 'a space'],
    // A field of one line reads a line break as a space.
    ['policy name', { policyName: 'Chat\nRole' }, 'a space'],
    ['path', { path: '/a b/' }, 'a space'],
    [
      'function name',
      { caller: 'lambda', callers: { lambda: { functionName: 'my chat' } } },
      'a space',
    ],
    [
      'external ID',
      {
        caller: 'other-account',
        callers: {
          'other-account': {
            principalArn: 'arn:aws:iam::999988887777:role/Caller',
            externalId: 'ticket 4711',
          },
        },
      },
      'a space',
    ],
    [
      'environment',
      {
        caller: 'github-actions',
        callers: {
          'github-actions': {
            organization: 'o',
            repository: 'r',
            subjectOf: 'environment',
            refName: 'prod\neast',
          },
        },
      },
      'a space',
    ],
  ])('joins no parts of a %s', (_name, values, what) => {
    expect(said(ofJson(values).problems)).toEqual([
      expect.stringContaining(`${what} is not allowed`),
    ]);
  });

  test('reads a line break inside a tag as the space that a field shows, and says so', () => {
    const { problems, notes } = ofJson({ tags: [{ key: 'a\nb', value: '' }] });
    expect(problems).toEqual([]);
    expect(notes.map(({ message }) => message)).toEqual(['Taken out: line breaks']);
  });
});

test.each([
  [{ origins: ['https://www.exam ple.com'] }, 'without spaces'],
  [{ permissionsBoundary: 'arn:aws:iam::111122223333:policy/My Boundary' }, 'managed policy'],
  [{ maxSessionDuration: '36 00' }, 'A whole number'],
  [
    {
      caller: 'same-account',
      callers: { 'same-account': { principalArn: 'arn:aws:iam::111122223333:role/My\nRole' } },
    },
    'No spaces and no line breaks',
  ],
])('names inside of longer values are not joined either: %j', (values, message) => {
  expect(said(ofJson(values).problems)).toEqual([expect.stringContaining(message)]);
});

function outcomeOf(request: string): string {
  try {
    const { draft, problems } = ofText(request);
    return draft.status === 'ready' && problems.length === 0
      ? 'ready'
      : `refused: ${said(problems).join('; ')}`;
  } catch (error) {
    if (error instanceof UsageError) return `refused: ${error.message}`;
    throw error;
  }
}

test('hostile requests are refused in words, or read', () => {
  const name = fc.oneof(
    fc.constantFrom(...formFields.map((field) => field.name), '__proto__', 'toString', 'value', ''),
    fc.string(),
  );
  const leaf = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(' '.repeat(100_000), 'arn:'.repeat(5_000), '\u202E444455556666', '{{region}}'),
    fc.integer(),
    fc.constantFrom(null, true, 1e308, -0, [], {}),
  );
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(name, tie('value'), { maxKeys: 3 }),
    ),
  }));
  const text = fc.oneof(
    fc.dictionary(name, value, { maxKeys: 6 }).map((json) => JSON.stringify({ ...three, ...json })),
    fc.json(),
    fc.string({ unit: 'binary' }),
    fc
      .tuple(fc.constantFrom('\uFEFF', '\u0000', '{"region":'), fc.json())
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (request) => {
      expect(outcomeOf(request)).toMatch(/^(?:ready|refused: .+)$/su);
    }),
    { numRuns: process.env['DEEP'] ? 100_000 : 1_000 },
  );
});
