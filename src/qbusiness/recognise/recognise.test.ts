import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { runs } from '../../../scripts/deep.mjs';
import { applicationArn } from '../applicationArn';
import { draftRole } from '../draft';
import { emptyFormValues } from '../form/formValues';
import { partitionOfRegion } from '../../iam/arn';
import { applyPaste } from './applyPaste';
import { app, nearMisses, pastes, web } from './pastes.testing';
import { recognise } from './recognise';
import type { PastedValues } from './recognition';

const account = '210987654321';
const three = { region: 'us-east-1', accountId: account, applicationId: app };

const valuesOf = (text: string): readonly PastedValues[] =>
  recognise(text).candidates.map(({ values }) => values);

describe('recognise', () => {
  test.each(pastes)('reads $what', ({ text, gives, titles }) => {
    const reading = recognise(text);
    expect(reading.candidates.map(({ values }) => values)).toEqual([gives].flat());
    expect(reading.recognitions.map(({ title }) => title)).toEqual(titles);
    expect(reading.conflicts).toEqual([]);
  });

  test.each(Object.entries(nearMisses))('takes %s for nothing', (_, text) => {
    expect(recognise(text)).toMatchObject({ recognitions: [], candidates: [], conflicts: [] });
  });

  test('the corpus is large enough to mean something', () => {
    expect(pastes.length).toBeGreaterThanOrEqual(60);
    expect(Object.keys(nearMisses).length).toBeGreaterThanOrEqual(60);
  });
});

/** Printed by the formatters of AWS CLI 1.45 (YAML: as version 2 prints it). */
const sample = (name: string) =>
  readFileSync(new URL(`./samples/${name}.txt`, import.meta.url), 'utf8');

describe.each(['json', 'yaml', 'text', 'table'])('the AWS CLI’s output as %s', (form) => {
  test('of get-application holds all three values', () => {
    const reading = recognise(sample(`get-application.${form}`));
    expect(reading.candidates).toEqual([{ values: three, name: 'public-help', warnings: [] }]);
    expect(reading.recognitions.map(({ title }) => title)).toEqual(['Output of get-application']);
  });

  test('of get-web-experience holds the web experience and its websites too', () => {
    expect(valuesOf(sample(`get-web-experience.${form}`))).toEqual([
      {
        ...three,
        webExperienceId: web,
        origins: ['https://www.example.com', 'https://help.example.com:8443'],
      },
    ]);
  });

  test('of list-applications offers a choice, and tells which one signs its users in', () => {
    const { candidates } = recognise(sample(`list-applications.${form}`));
    expect(candidates).toEqual([
      { values: { applicationId: app }, name: 'public-help', warnings: [] },
      {
        values: { applicationId: 'c3d4e5f6-7890-12cd-ef01-34567890abcd' },
        name: 'intranet',
        warnings: [expect.stringContaining('signs its users in (AWS_IAM_IDC)')],
      },
    ]);
  });

  test('of a list with one application needs no choice', () => {
    expect(valuesOf(sample(`list-one-application.${form}`))).toEqual([{ applicationId: app }]);
  });

  test('of list-web-experiences holds the web experience', () => {
    expect(valuesOf(sample(`list-web-experiences.${form}`))[0]).toMatchObject({
      webExperienceId: web,
    });
  });

  test('of get-caller-identity holds the account', () => {
    const reading = recognise(sample(`get-caller-identity.${form}`));
    expect(reading.candidates.map(({ values }) => values)).toEqual([{ accountId: account }]);
    expect(reading.recognitions.map(({ title }) => title)).toEqual([
      'Output of get-caller-identity',
    ]);
  });

  test('of every command at once agrees', () => {
    const { candidates, conflicts } = recognise(
      ['get-caller-identity', 'list-one-application', 'get-application', 'get-web-experience']
        .map((name) => sample(`${name}.${form}`))
        .join('\n'),
    );
    expect(candidates).toHaveLength(1);
    expect(candidates[0]?.values).toMatchObject({ ...three, webExperienceId: web });
    expect(conflicts).toEqual([]);
  });
});

describe('a paste that needs a second look', () => {
  const arn = `arn:aws:qbusiness:us-east-1:${account}:application/${app}`;

  test('says what it cannot hold', () => {
    const lacks = (text: string) => recognise(text).recognitions.map((one) => one.lacks);
    expect(
      lacks(`https://us-east-1.console.aws.amazon.com/amazonq/business/applications/${app}`),
    ).toEqual(['The console URL holds no account ID.']);
    expect(lacks('https://3k5j7h2g.chat.qbusiness.us-east-1.on.aws/')).toEqual([
      'A web experience URL holds the Region only: no account ID and no application ID.',
    ]);
  });

  test('of a refusal without a resource says what is missing', () => {
    const reading = recognise(
      'Error: User is not authorized to perform: qbusiness:BatchPutDocument',
    );
    expect(reading.candidates).toEqual([]);
    expect(reading.recognitions).toMatchObject([
      {
        title: 'Access denied message for qbusiness:BatchPutDocument',
        lacks: 'This message names neither the application nor an account.',
      },
    ]);
  });

  test('of an application that signs its users in says so', () => {
    const json = { applicationId: app, applicationArn: arn, identityType: 'AWS_IAM_IDC' };
    expect(
      recognise(JSON.stringify({ ...json, displayName: 'x', status: 'CREATING' })).candidates[0]
        ?.warnings,
    ).toEqual([
      'This application signs its users in (AWS_IAM_IDC). These policies are for anonymous access, and an application cannot change its type.',
      'Its status is CREATING, not ACTIVE.',
    ]);
  });

  test('keeps the application’s account and names the one it leaves out', () => {
    const [candidate] = recognise(`${arn} arn:aws:iam::999988887777:role/Caller`).candidates;
    expect(candidate?.values).toEqual(three);
    expect(candidate?.warnings).toEqual([
      'Role ARN: account 999988887777 is not the application’s and is left out.',
    ]);
  });

  test('with two accounts and nothing to decide between them fills neither', () => {
    const reading = recognise('arn:aws:iam::999988887777:role/A arn:aws:iam::210987654321:role/B');
    expect(reading.candidates).toEqual([]);
    expect(reading.conflicts).toEqual([
      { name: 'accountId', label: 'Account ID', values: ['999988887777', '210987654321'] },
    ]);
  });

  test('with a value that the form refuses says so and leaves it out', () => {
    const reading = recognise(
      'aws qbusiness get-application --region us-east-1 --application-id abc',
    );
    expect(reading.candidates.map(({ values }) => values)).toEqual([{ region: 'us-east-1' }]);
    expect(reading.refusals).toEqual(['Application ID “abc” was left out. 3 of 36 characters']);
  });

  test('with a policy says which one', () => {
    const policy = (principal: string) =>
      recognise(`{"Statement":[{"Effect":"Allow",${principal}"Action":"x:y","Resource":"${arn}"}]}`)
        .policies;
    expect(policy('')).toEqual(['permissions policy']);
    expect(policy('"Principal":{"Service":"lambda.amazonaws.com"},')).toEqual(['trust policy']);
  });
});

const hex = (length: number) =>
  fc
    .array(fc.constantFrom(...Array.from('0123456789abcdef')), {
      minLength: length,
      maxLength: length,
    })
    .map((digits) => digits.join(''));
const uuid = fc.tuple(hex(8), hex(4), hex(4), hex(4), hex(12)).map((parts) => parts.join('-'));
const arbitraryValues = fc.record({
  region: fc.constantFrom('us-east-1', 'us-west-2', 'eu-west-1', 'ap-southeast-2', 'us-gov-west-1'),
  accountId: fc
    .bigInt({ min: 0n, max: 999_999_999_999n })
    .map((id) => String(id).padStart(12, '0')),
  applicationId: uuid,
  webExperienceId: uuid,
});
type Values = typeof arbitraryValues extends fc.Arbitrary<infer T> ? T : never;

const applicationArnOf = (values: Values) =>
  applicationArn({ ...values, partition: partitionOfRegion(values.region) }, values.applicationId);

const outputOf = (values: Values) => ({
  applicationId: values.applicationId,
  webExperienceArn: `${applicationArnOf(values)}/web-experience/${values.webExperienceId}`,
  webExperienceId: values.webExperienceId,
});

const table = (members: Readonly<Record<string, string>>) =>
  Object.entries(members)
    .map(([name, value]) => `|  ${name.padEnd(24)}|  ${value.padEnd(150)}  |`)
    .join('\n');

const withoutWeb = ({ webExperienceId: _, ...values }: Values) => values;

/** Each form with the values that it can hold. */
const forms: Readonly<Record<string, (values: Values) => readonly [string, PastedValues]>> = {
  'an application ARN': (values) => [applicationArnOf(values), withoutWeb(values)],
  'a web experience ARN': (values) => [outputOf(values).webExperienceArn, values],
  'a console URL': ({ region, applicationId }) => [
    `https://${region}.console.aws.amazon.com/amazonq/business/applications/${applicationId}/details?region=${region}`,
    { region, applicationId },
  ],
  'an API URL': ({ region, applicationId }) => [
    `https://qbusiness.${region}.api.aws/applications/${applicationId}/conversations`,
    { region, applicationId },
  ],
  'a command': ({ region, applicationId, webExperienceId }) => [
    `aws qbusiness get-web-experience --region ${region} --application-id ${applicationId} --web-experience-id ${webExperienceId}`,
    { region, applicationId, webExperienceId },
  ],
  JSON: (values) => [JSON.stringify(outputOf(values), undefined, 4), values],
  YAML: (values) => [stringify(outputOf(values)), values],
  'a table': (values) => [table(outputOf(values)), values],
  'the text form': (values) => {
    const { applicationId, webExperienceArn, webExperienceId } = outputOf(values);
    return [`${applicationId}\tACTIVE\t${webExperienceArn}\t${webExperienceId}\tHi`, values];
  },
  'plain values': (values) => [
    `${values.region} ${values.accountId} ${values.applicationId}`,
    withoutWeb(values),
  ],
};

describe('values survive', () => {
  test.each(Object.entries(forms))('%s', (_, print) => {
    fc.assert(
      fc.property(arbitraryValues, (values) => {
        const [text, held] = print(values);
        expect(valuesOf(text)).toEqual([held]);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('whatever is pasted', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...pastes.map(({ text }) => text),
      ...Object.values(nearMisses),
      'arn:aws:',
      'aws qbusiness ',
      '--region ',
      '--application-id ',
      '{"',
      '":"',
      '|  ',
      '\n- ',
      '\t',
      '\\\n',
    ),
    fc.string({ unit: 'binary' }),
  );
  const noise = fc.array(
    fc
      .tuple(piece, fc.nat(60), fc.nat(60))
      .map(([text, from, cut]) => text.slice(from, text.length - cut)),
    { maxLength: 8 },
  );

  test('nothing throws and no value is invalid', () => {
    fc.assert(
      fc.property(noise, fc.constantFrom('', ' ', '\n'), (pieces, glue) => {
        for (const { values } of recognise(pieces.join(glue)).candidates) {
          const { issues } = { issues: [], ...draftRole(applyPaste(values, emptyFormValues)) };
          expect(issues.filter(({ kind }) => kind === 'invalid')).toEqual([]);
        }
      }),
      { numRuns: runs(2_000, 10_000) },
    );
  });

  test.each([
    '{',
    'arn:aws:',
    'aws qbusiness --a ',
    '| x ',
    'a-',
    '\\\n',
    ' ',
    '"applicationId": "',
    'https://',
  ])('a hundred thousand characters of “%s” are read in a moment', (unit) => {
    const start = performance.now();
    recognise(unit.repeat(100_000 / unit.length));
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});
