import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_BATCH_ROWS } from './maxBatchRows';
import { MAX_BATCH_LENGTH, readBatch } from './readRows';

const id = '7f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17';
const other = '8f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b18';

const texts = (text: string) => readBatch(text).rows.map((row) => row.texts);
const messages = (text: string) => readBatch(text).remarks.map(({ message }) => message);

describe('other texts', () => {
  test('cells of a spreadsheet without headings', () => {
    expect(
      texts(`Help\tus-east-1\t222233334444\t${id}\nJobs\tus-west-2\t222233334444\t${other}`),
    ).toEqual([
      { region: 'us-east-1', accountId: '222233334444', applicationId: id },
      { region: 'us-west-2', accountId: '222233334444', applicationId: other },
    ]);
  });

  test('list-applications of two Regions, one after the other', () => {
    const list = (applicationId: string, identityType: string) =>
      JSON.stringify({
        applications: [{ displayName: 'Help', applicationId, identityType, status: 'ACTIVE' }],
      });
    expect(readBatch(`${list(id, 'ANONYMOUS')}\n${list(other, 'AWS_IAM_IDC')}`)).toEqual({
      rows: [
        {
          id: '1',
          line: 1,
          name: 'Help',
          texts: { applicationId: id },
          others: {},
          identityType: 'ANONYMOUS',
        },
        {
          id: '2',
          line: 2,
          name: 'Help',
          texts: { applicationId: other },
          others: {},
          identityType: 'AWS_IAM_IDC',
        },
      ],
      remarks: [],
    });
  });

  test('list-applications as text, with what its columns are', () => {
    const text = [
      `APPLICATIONS\t2025-03-01T10:00:00.123000+00:00\tHelp\t${id}\tACTIVE\t1740823200.5\tANONYMOUS`,
      `APPLICATIONS\t2025-03-01T10:00:00+00:00\tJobs\t${other}\tACTIVE\t1740823200.5\tAWS_IAM_IDC`,
    ].join('\n');
    expect(readBatch(text).rows).toMatchObject([
      { name: 'Help', texts: { applicationId: id }, identityType: 'ANONYMOUS' },
      { name: 'Jobs', texts: { applicationId: other }, identityType: 'AWS_IAM_IDC' },
    ]);
  });

  test('cells with other ARNs beside the application', () => {
    expect(
      texts(`Help\tus-east-1\t222233334444\t${id}\tarn:aws:iam::222233334444:role/Chat`),
    ).toEqual([{ region: 'us-east-1', accountId: '222233334444', applicationId: id }]);
  });

  test('YAML of the AWS CLI, with what somebody added to it', () => {
    const text = [
      'applications:',
      `- applicationId: ${id}`,
      "  createdAt: '2025-03-01T10:00:00.123000+00:00'",
      '  displayName: Help',
      '  identityType: ANONYMOUS',
      '  region: us-west-2',
      '  accountId: 012345678901',
      `- applicationId: ${other}`,
      '  displayName: Jobs',
      '  identityType: AWS_IAM_IDC',
      'nextToken: more',
    ].join('\n');
    expect(readBatch(text)).toMatchObject({
      rows: [
        {
          line: 2,
          name: 'Help',
          identityType: 'ANONYMOUS',
          texts: { region: 'us-west-2', accountId: '012345678901', applicationId: id },
          others: {},
        },
        { line: 8, name: 'Jobs', texts: { applicationId: other }, identityType: 'AWS_IAM_IDC' },
      ],
      remarks: [{ line: 1, message: expect.stringContaining('list is incomplete') as string }],
    });
  });

  test('a list in YAML, and the pages of yaml-stream', () => {
    const list = `- region: us-west-2\n  account: "222233334444"\n  application_id: ${id}\n`;
    expect(texts(list)).toEqual([
      { region: 'us-west-2', accountId: '222233334444', applicationId: id },
    ]);
    const arn = `arn:aws:qbusiness:us-west-2:222233334444:application/${id}`;
    expect(texts(`- QBusiness-Application: ${id}\n  account: 012345678901\n`)).toEqual([
      { accountId: '012345678901', applicationId: id },
    ]);
    expect(texts(`- web_experience_arn: ${arn}\n  role: Chat\n`)).toEqual([
      { region: 'us-west-2', accountId: '222233334444', applicationId: id, roleName: 'Chat' },
    ]);
    const page = (applicationId: string) =>
      `- applications:\n  - applicationId: ${applicationId}\n    displayName: Help\n`;
    expect(texts(page(id) + page(other))).toEqual([
      { applicationId: id },
      { applicationId: other },
    ]);
    const pages = [id, other].map((applicationId) => ({ applications: [{ applicationId }] }));
    expect(texts(JSON.stringify(pages))).toEqual([{ applicationId: id }, { applicationId: other }]);
  });

  test('a cell without a heading that may be a role’s name is not lost without a word', () => {
    const line = (role: string) => `222233334444,us-east-1,${id},${other},${role}`;
    expect(messages(`${line('ChatRole')}\n${line('JobRole')}`)).toEqual([
      '“ChatRole” is not read as a role’s name, as in 1 other line: write headings above the cells, such as applicationId and roleName',
    ]);
    expect(messages(`Help,${line('')}`)).toEqual([]);
  });

  test('a list that goes on elsewhere says so', () => {
    const list = { applications: [{ applicationId: id }], nextToken: 'more' };
    expect(readBatch(JSON.stringify(list))).toMatchObject({
      rows: [{ texts: { applicationId: id } }],
      remarks: [
        {
          line: 1,
          message: 'The list is incomplete: its nextToken says that there are more applications',
        },
      ],
    });
    expect(readBatch(JSON.stringify({ ...list, nextToken: null })).remarks).toEqual([]);
  });

  test('an empty cell of a table as JSON', () => {
    const record = { applicationId: id, webExperienceId: null, tags: null };
    expect(readBatch(JSON.stringify([record])).rows).toMatchObject([
      { texts: { applicationId: id }, others: {} },
    ]);
  });

  test('outputs of a stack as a list', () => {
    const outputs = [
      {
        OutputKey: 'ApplicationArn',
        OutputValue: `arn:aws:qbusiness:us-west-2:222233334444:application/${id}`,
      },
    ];
    expect(texts(JSON.stringify(outputs))).toEqual([
      { region: 'us-west-2', accountId: '222233334444', applicationId: id },
    ]);
  });

  test('several stacks, each with the Region and account of its own ARN', () => {
    const stack = (region: string, outputs: Readonly<Record<string, string>>) => ({
      StackName: region,
      StackId: `arn:aws:cloudformation:${region}:222233334444:stack/chat/1`,
      Outputs: Object.entries(outputs).map(([OutputKey, OutputValue]) => ({
        OutputKey,
        OutputValue,
      })),
    });
    const stacks = [
      stack('eu-west-1', { ApplicationId: id, WebExperienceId: other, Bucket: 'documents' }),
      stack('us-east-1', {
        ApplicationArn: `arn:aws:qbusiness:us-west-2:222233334444:application/${other}`,
      }),
    ];
    expect(readBatch(JSON.stringify({ Stacks: stacks }, undefined, 1))).toMatchObject({
      rows: [
        {
          name: 'eu-west-1',
          texts: {
            region: 'eu-west-1',
            accountId: '222233334444',
            applicationId: id,
            webExperienceId: other,
          },
          others: {},
        },
        { texts: { region: 'us-west-2', applicationId: other } },
      ],
      remarks: [],
    });
  });

  test('outputs of Terraform', () => {
    const output = (value: string) => ({ sensitive: false, type: 'string', value });
    const outputs = { application_id: output(id), region: output('us-east-1'), vpc: output('v') };
    expect(readBatch(JSON.stringify(outputs)).rows).toMatchObject([
      { texts: { applicationId: id, region: 'us-east-1' }, others: {} },
    ]);
  });

  test('damaged JSON is said to be damaged, and nothing is guessed from it', () => {
    const { rows, remarks } = readBatch(`[{"applicationId":"${id}"`);
    expect(remarks[0]?.message).toBeTruthy();
    expect(rows.length).toBeLessThanOrEqual(1);
  });

  test('a JSON list of requests, with the line of each', () => {
    const text = `[\n  { "accountId": "222233334444", "applicationId": "${id}", "tags": [{ "key": "a", "value": "b" }] },\n  { "accountId": 222233334444, "applicationId": "${other}" },\n  { "accountId": "1" }\n]`;
    const { rows, remarks } = readBatch(text);
    expect(rows.map(({ line, texts: values, others }) => [line, values.accountId, others])).toEqual(
      [
        [2, '222233334444', { tags: [{ key: 'a', value: 'b' }] }],
        [3, '222233334444', {}],
      ],
    );
    expect(remarks).toEqual([
      { line: 4, message: 'The entry is left out: it names no application', isLoss: true },
    ]);
  });

  test('a key that is there twice is kept where it differs, or said', () => {
    const start = `"applicationId": "${id}"`;
    expect(texts(`[{ ${start}, "region": "us-east-1", "AWS Region": "us-west-2" }]`)).toEqual([
      { applicationId: id, region: 'us-east-1 ≠ us-west-2' },
    ]);
    for (const text of [
      `[{ ${start}, "region": "us-east-1", "region": "us-west-2" }]`,
      `- applicationId: ${id}\n  region: us-east-1\n  region: us-west-2\n`,
    ]) {
      expect(readBatch(text).remarks).toMatchObject([
        { message: 'This key appears twice; the last one counts', isLoss: true },
      ]);
    }
  });

  test('a JSON list of IDs and ARNs', () => {
    const arn = `arn:aws:qbusiness:us-east-1:222233334444:application/${other}`;
    expect(texts(JSON.stringify([id, arn]))).toEqual([
      { applicationId: id },
      { region: 'us-east-1', accountId: '222233334444', applicationId: other },
    ]);
  });

  test('stacks without an application are no loss', () => {
    const stack = (name: string, outputs: Readonly<Record<string, string>>) => ({
      StackName: name,
      StackId: `arn:aws:cloudformation:us-east-1:222233334444:stack/${name}/1`,
      Outputs: Object.entries(outputs).map(([OutputKey, OutputValue]) => ({
        OutputKey,
        OutputValue,
      })),
    });
    const Stacks = [stack('Help', { ApplicationId: id }), stack('Network', { VpcId: 'vpc-1' })];
    const { rows, remarks } = readBatch(JSON.stringify({ Stacks }));
    expect(rows).toHaveLength(1);
    expect(remarks).toEqual([
      { line: 1, message: 'The entry is left out: it names no application' },
    ]);
  });

  test('ARNs, a line each', () => {
    const arn = (region: string, application: string) =>
      `arn:aws:qbusiness:${region}:222233334444:application/${application}`;
    expect(texts(`${arn('us-east-1', id)}\n${arn('us-west-2', other)}`)).toEqual([
      { region: 'us-east-1', accountId: '222233334444', applicationId: id },
      { region: 'us-west-2', accountId: '222233334444', applicationId: other },
    ]);
  });

  test.each(['', '   ', 'nothing of this kind'])('%j says what can be pasted', (text) => {
    const { rows, remarks } = readBatch(text);
    expect(rows).toEqual([]);
    expect(remarks).toHaveLength(1);
  });
});

test('what is too long is refused before it is read, and surplus rows are counted', () => {
  expect(messages('x'.repeat(MAX_BATCH_LENGTH + 1))).toEqual([
    expect.stringContaining('32 million can be read'),
  ]);
  const rows = Array.from({ length: MAX_BATCH_ROWS + 3 }, () => id).join('\n');
  const read = readBatch(`applicationId\n${rows}`);
  expect(read.rows).toHaveLength(MAX_BATCH_ROWS);
  expect(read.remarks.at(-1)?.message).toMatch(/^3 rows were left out/);
});

test('a key of every object is a value like any other', () => {
  const [row] = readBatch(`[{"applicationId":"${id}","__proto__":{"region":"us-east-1"}}]`).rows;
  expect(Object.keys(row?.others ?? {})).toEqual(['__proto__']);
  expect(Object.getPrototypeOf(row?.others)).toBe(Object.prototype);
});

test('no text makes it throw', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc
      .array(
        fc.array(
          fc.constantFrom(id, '=1+1', '"', ';', ',', '\n', '__proto__', '<b>', '\u202e', '{'),
        ),
      )
      .map((lines) => lines.map((cells) => cells.join(',')).join('\n')),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      for (const { texts: values } of readBatch(text).rows) {
        for (const value of Object.values(values)) expect(typeof value).toBe('string');
      }
    }),
    { numRuns: 500 },
  );
});

test('takes out of every cell what nobody sees, and says of which', () => {
  const { rows, remarks } = readBatch(
    'region,accountId,applicationId,name\n' +
      'us-east-1,\u202E222233334444,7f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17,He\u200Blp',
  );
  expect(rows[0]).toMatchObject({ name: 'Help', texts: { accountId: '222233334444' } });
  expect(remarks).toEqual([
    { line: 2, message: 'Characters that cannot be seen were taken out: Account ID, Name' },
  ]);
});
