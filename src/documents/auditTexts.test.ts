import { describe, expect, test } from 'vitest';
import { printPolicy } from '../exporters/policyDocuments';
import { draftRole } from '../qbusiness/draft';
import { exampleOfEveryKind } from '../qbusiness/examples';
import { planRole } from '../qbusiness/plan';
import { isAnySourceTrusted } from '../qbusiness/plan.testing';
import { publishedPolicies } from '../qbusiness/publishedPolicies';
import type { RoleFormValues } from '../qbusiness/form/formValues';
import { applyEdits } from '../syntax/textEdit';
import { auditTexts, type AuditInput } from './auditTexts';
import { fixSafely } from './fixSafely';

const expected = {
  saidBy: 'the form',
  region: 'us-west-2',
  accountId: '445566778899',
  applicationIds: ['0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0'],
};
const APP =
  'arn:aws:qbusiness:us-west-2:445566778899:application/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';

const permissions = (resource: unknown = APP) => ({
  Version: '2012-10-17',
  Statement: [{ Sid: 'Chat', Effect: 'Allow', Action: 'qbusiness:ChatSync', Resource: resource }],
});
const trust = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'application.qbusiness.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: {
        StringEquals: { 'aws:SourceAccount': '445566778899' },
        ArnEquals: { 'aws:SourceArn': APP },
      },
    },
  ],
};

function audit(text: string, options: Omit<AuditInput, 'texts'> = {}) {
  const [audited] = auditTexts({ texts: [{ text }], ...options }).texts;
  if (!audited) throw new Error('One text, one result');
  return audited;
}

const found = (text: string, options?: Omit<AuditInput, 'texts'>) =>
  audit(text, options).findings.map(({ rule, line, column }) => `${rule} ${line}:${column}`);

describe('AWS’s page', () => {
  const [web, webTrust] = publishedPolicies.map(({ text }) => text);

  test('shows its commas and tokens where they stand', () => {
    expect(found(web ?? '')).toEqual([
      'JSON_SYNTAX_ERROR 2:29',
      'JSON_SYNTAX_ERROR 12:43',
      'QBUSINESS_LEFT_OVER_TOKEN 14:25',
    ]);
    expect(audit(webTrust ?? '').findings.map(({ rule }) => rule)).toEqual([
      'JSON_SYNTAX_ERROR',
      'QBUSINESS_LEFT_OVER_TOKEN',
      'QBUSINESS_LEFT_OVER_TOKEN',
    ]);
  });

  test.each(publishedPolicies)('$name is clean after every fix', ({ text }) => {
    const repaired = fixSafely({ text });
    expect(() => JSON.parse(repaired) as unknown).not.toThrow();
    const left = audit(repaired, { expected }).findings;
    expect(new Set(left.map(({ rule }) => rule))).toEqual(new Set(['QBUSINESS_LEFT_OVER_TOKEN']));
    const filled = applyEdits(
      repaired,
      left.flatMap(({ fix }) => fix?.edits ?? []),
    );
    expect(audit(filled, { expected }).findings).toEqual([]);
  });

  test.each([
    ['curly quotes', (text: string) => text.replaceAll(/"([^"]*)"/g, '“$1”')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a tab between the commas', (text: string) => text.replace(',,', ',\t\t,')],
    ['one line', (text: string) => text.replaceAll(/\s+/g, ' ')],
    ['prose around it', (text: string) => `To allow this, use:\n\n${text}\nanonymous.jsonNote`],
    [
      'all of these',
      (text: string) =>
        `\uFEFFUse:\r\n${text.replaceAll(/"([^"]*)"/g, '“$1”').replaceAll('\n', '\r\n')}…anonymous.jsonNote`,
    ],
  ])('is repaired with %s', (_, damage) => {
    const damaged = publishedPolicies.map(({ text }) => damage(text)).join('\n');
    const audited = audit(damaged);
    expect(audited.documents.map(({ label }) => label)).toEqual([
      'Permissions policy',
      'Trust policy',
    ]);
    const repaired = fixSafely({ text: damaged });
    expect(new Set(audit(repaired).findings.map(({ rule }) => rule))).toEqual(
      new Set(['QBUSINESS_LEFT_OVER_TOKEN']),
    );
  });
});

describe('positions', () => {
  const text = JSON.stringify(
    permissions('arn:aws:qbusiness:us-west-2:445566778899:application/x'),
    null,
    2,
  );

  test('count lines from 1 and columns in code units', () => {
    expect(found(text)).toEqual(['QBUSINESS_APPLICATION_ID_FORM 8:19']);
    expect(found(text.replaceAll('\n', '\r\n'))).toEqual(['QBUSINESS_APPLICATION_ID_FORM 8:19']);
    expect(found(text.replaceAll('\n', '\r'))).toEqual(['QBUSINESS_APPLICATION_ID_FORM 8:19']);
    expect(found(text.replaceAll('  ', '\t'))).toEqual(['QBUSINESS_APPLICATION_ID_FORM 8:16']);
  });

  test('are right in a minified document and behind characters of two code units', () => {
    const minified = JSON.stringify(JSON.parse(text));
    const column = minified.indexOf('"arn:') + 1;
    expect(found(minified)).toEqual([`QBUSINESS_APPLICATION_ID_FORM 1:${column}`]);
    expect(found(minified.replace('"Chat"', '"😀"'))).toEqual([
      expect.stringMatching(/^UNSUPPORTED_(?:SID|CHARACTER) 1:/),
      expect.stringMatching(/^UNSUPPORTED_(?:SID|CHARACTER) 1:/),
      `QBUSINESS_APPLICATION_ID_FORM 1:${column - 2}`,
    ]);
  });

  test('of an encoded document are those in the encoded text', () => {
    const encoded = encodeURIComponent(text);
    const [, finding] = audit(encoded).findings;
    expect(finding?.rule).toBe('QBUSINESS_APPLICATION_ID_FORM');
    expect(decodeURIComponent(encoded.slice(finding?.start, finding?.end))).toMatch(/^"arn:.*x"$/);
  });
});

describe('what the AWS CLI answers', () => {
  test('get-role holds a trust policy', () => {
    const [document] = audit(
      JSON.stringify({ Role: { RoleName: 'Web', AssumeRolePolicyDocument: trust } }),
    ).documents;
    expect(document).toMatchObject({ label: 'Trust policy of Web', kind: 'trust' });
  });

  test.each([
    [{ RoleName: 'Web', PolicyName: 'Chat', PolicyDocument: permissions() }, 'Policy Chat of Web'],
    [
      { PolicyVersion: { Document: permissions(), VersionId: 'v3', IsDefaultVersion: true } },
      'Managed policy',
    ],
  ])('a policy is found in %j', (value, label) => {
    const { documents, findings } = audit(JSON.stringify(value));
    expect(documents).toMatchObject([{ label, kind: 'identity' }]);
    expect(findings).toEqual([]);
  });

  test('get-account-authorization-details holds every policy of the role and what is attached', () => {
    const value = {
      RoleDetailList: [
        {
          RoleName: 'Web',
          AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trust)),
          RolePolicyList: [
            {
              PolicyName: 'Chat',
              PolicyDocument: permissions(APP.replace('us-west-2', 'us-east-1')),
            },
          ],
          AttachedManagedPolicies: [
            {
              PolicyName: 'AmazonQFullAccess',
              PolicyArn: 'arn:aws:iam::aws:policy/AmazonQFullAccess',
            },
            { PolicyName: 'Other', PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
          ],
        },
      ],
      Policies: [
        {
          PolicyName: 'Team',
          PolicyVersionList: [
            { Document: permissions('*'), VersionId: 'v1', IsDefaultVersion: false },
            { Document: permissions(), VersionId: 'v2', IsDefaultVersion: true },
          ],
        },
      ],
    };
    const { documents, findings } = audit(JSON.stringify(value, null, 2));
    expect(documents.map(({ label }) => label)).toEqual([
      'Trust policy of Web',
      'Policy Chat of Web',
      'Policy Team',
    ]);
    expect(findings.map(({ rule }) => rule)).toEqual([
      'QBUSINESS_OTHER_REGION',
      'QBUSINESS_DEVELOPER_POLICY',
    ]);
  });

  test('inline policies of one role are measured together', () => {
    const long = permissions(Array.from({ length: 70 }, (_, i) => `${APP.slice(0, -2)}${i + 10}`));
    const text = JSON.stringify({
      RoleName: 'Web',
      RolePolicyList: [1, 2].map((i) => ({ PolicyName: `P${i}`, PolicyDocument: long })),
    });
    expect(audit(text).findings.map(({ rule }) => rule)).toContain(
      'INLINE_POLICIES_EXCEED_ROLE_QUOTA',
    );
  });

  test('an encoded document becomes JSON by the safe fix, with what is safe inside it', () => {
    const value = { Role: { AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trust)) } };
    const text = JSON.stringify(value);
    const decoded = fixSafely({ text });
    expect(JSON.parse(decoded)).toEqual({ Role: { AssumeRolePolicyDocument: trust } });
  });
});

describe('documents', () => {
  test('differ from the form', () => {
    const other = { ...expected, region: 'eu-west-1', accountId: '998877665544' };
    expect(found(JSON.stringify(permissions()), { expected: other })).toHaveLength(2);
    expect(found(JSON.stringify(permissions()), { expected })).toEqual([]);
  });

  test('of one role must be about the same application', () => {
    const other = APP.replace('445566778899', '998877665544');
    const { texts } = auditTexts({
      texts: [{ text: JSON.stringify(permissions(other)) }, { text: JSON.stringify(trust) }],
    });
    expect(texts.map(({ findings }) => findings.map(({ message }) => message))).toEqual([
      ['The account is 998877665544; the trust policy says 445566778899.'],
      [],
    ]);
  });

  test('are of the kind that the person says', () => {
    const text = JSON.stringify(permissions());
    const [audited] = auditTexts({ texts: [{ text, kinds: { 0: 'trust' } }] }).texts;
    expect(audited?.documents).toMatchObject([{ kind: 'trust', recognisedKind: 'identity' }]);
    expect(audited?.findings.map(({ rule }) => rule)).toContain('MISSING_PRINCIPAL');
  });

  test('an unknown action is a suggestion with the day of the catalogue', () => {
    const text = JSON.stringify(permissions()).replace('ChatSync', 'ChatAsync');
    const [finding] = audit(text).findings;
    expect(finding).toMatchObject({ rule: 'UNKNOWN_ACTION', severity: 'suggestion' });
    expect(finding?.message).toMatch(/known on \d{4}-\d{2}-\d{2}/);
  });

  test('an empty text has nothing to say but that', () => {
    expect(audit('').documents).toEqual([]);
    expect(audit('  \n').findings.map(({ rule }) => rule)).toEqual(['JSON_SYNTAX_ERROR']);
  });

  test('what IAM refuses to store is an error even where it is JSON', () => {
    const text = JSON.stringify(permissions()).replace('"Chat"', '"Ch–at"');
    expect(found(text)).toContain(`UNSUPPORTED_CHARACTER 1:${text.indexOf('–') + 1}`);
  });
});

describe('large texts', () => {
  const statement = {
    Effect: 'Allow',
    Action: ['qbusiness:Chat', 'qbusiness:ListMessages'],
    Resource: APP,
  };
  const policy = (count: number) => ({
    Version: '2012-10-17',
    Statement: Array.from({ length: count }, (_, i) => ({ Sid: `S${i}`, ...statement })),
  });

  test.each([
    ['ten thousand lines', JSON.stringify(policy(1_250), null, 2)],
    ['a megabyte on one line', JSON.stringify(policy(6_500))],
    ['a megabyte of brackets', '[{"a":'.repeat(170_000)],
    ['a megabyte of quotes', '"'.repeat(1_000_000)],
  ])('%s come to an end, and so does the list of findings', (_, text) => {
    const { findings, omitted } = audit(text);
    expect(findings.length).toBeLessThanOrEqual(1_000);
    expect(findings.length + omitted).toBeGreaterThan(0);
  });
});

describe('plans', () => {
  const real = {
    region: 'us-west-2',
    accountId: '445566778899',
    applicationId: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
  };
  const variations: readonly RoleFormValues[] = exampleOfEveryKind.flatMap((values) => {
    const account = values.caller === 'other-account' ? '998877665544' : real.accountId;
    const callers = JSON.parse(
      JSON.stringify(values.callers).replaceAll(/111122223333|444455556666/g, account),
    ) as RoleFormValues['callers'];
    return [
      { ...values, ...real, callers },
      {
        ...values,
        ...real,
        callers,
        region: 'eu-west-1',
        apiActions: 'chat-sync',
        attachment: 'managed',
        otherApplications: [{ value: '1f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f1' }],
        networkLimit: 'ip-range',
        ipRanges: [{ value: '198.51.100.0/24' }],
      },
      {
        ...values,
        ...real,
        callers,
        networkLimit: 'vpc-endpoint',
        vpcEndpoints: [{ value: 'vpce-0123456789abcdef0' }],
      },
    ];
  });

  test.each(variations)(
    'of $accessMode $caller ($apiActions, $networkLimit) audit clean',
    (values) => {
      const draft = draftRole(values);
      expect(draft.status).toBe('ready');
      const plan = planRole(draft.template);
      const texts = [
        plan.permissionsPolicy.document,
        ...(plan.target === 'new-role' ? [plan.role.trustPolicy] : []),
      ].map((document) => ({ text: printPolicy(document).text }));
      const audited = auditTexts({
        texts,
        expected: {
          saidBy: 'the form',
          region: values.region,
          accountId: values.accountId,
          applicationIds: [
            values.applicationId,
            ...values.otherApplications.map(({ value }) => value),
          ],
        },
      });
      const codes = audited.texts.flatMap(({ findings }) => findings.map(({ rule }) => rule));
      expect(codes).toEqual(
        isAnySourceTrusted(plan) ? ['RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL'] : [],
      );
    },
  );
});
