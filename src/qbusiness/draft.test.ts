import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../scripts/deep.mjs';
import { draftRole } from './draft';
import { planRole } from './plan';
import type { RoleRequest } from './request';
import { exampleFormValues, exampleOfCaller, exampleOfEveryKind } from './examples';
import { OFFERED_REGIONS } from './facts';
import { emptyFormValues } from './form/formValues';
import type { RoleFormValues } from './form/formValues';
import { countWord } from '../words/counts';

const issuesOf = (values: RoleFormValues) => {
  const draft = draftRole(values);
  return draft.status === 'ready'
    ? []
    : draft.issues.map(({ path, kind, message }) => `${path} ${kind}: ${message}`);
};

describe('draftRole', () => {
  test('three values make a complete request', () => {
    const draft = draftRole(exampleFormValues);
    expect(draft.status).toBe('ready');
    expect(draft.template.settings.roleName).toBe('QBusinessAnonymousWeb-a1b2c3d4');
  });

  test.each(exampleOfEveryKind)('the example of $accessMode $caller is complete', (values) => {
    expect(issuesOf(values)).toEqual([]);
  });

  test('a missing value stays visible as a placeholder and the draft is not ready', () => {
    const draft = draftRole(emptyFormValues);
    expect(draft.status).toBe('incomplete');
    expect(draft.template).toMatchObject({
      region: '{{region}}',
      accountId: '{{account_id}}',
      applicationIds: ['{{application_id}}'],
    });
    expect(issuesOf(emptyFormValues)).toEqual([
      'region missing: Region is missing',
      'accountId missing: Account ID is missing',
      'applicationId missing: Application ID is missing',
    ]);
  });

  test.each([
    ['region', 'useast1', 'A Region code is letters, hyphens and a final digit, such as us-east-1'],
    ['accountId', '11112222333', '11 of 12 digits'],
    ['accountId', '1111222233a3', '12 digits: “a” is not a digit'],
    ['applicationId', 'a1b2c3d4-5678-90ab-cdef-example1111', '35 of 36 characters'],
    [
      'applicationId',
      'arn:aws:qbusiness:us-east-1:111122223333:application/a1b2c3d4-5678-90ab-cdef-example11111/web-experience/b2c3d4e5-6789-01bc-def0-example22222',
      'This is a web experience ARN; its application ID is a1b2c3d4-5678-90ab-cdef-example11111',
    ],
    [
      'applicationId',
      'arn:aws:iam::111122223333:role/x',
      'This is a role ARN, which holds no application ID',
    ],
    [
      'accountId',
      'arn:aws:iam::111122223333:role/x',
      'This is a role ARN; its account ID is 111122223333',
    ],
    ['applicationId', '*', 'Letters, digits and hyphens only; “*” is not allowed'],
    ['roleName', 'ab?', 'A role name holds letters, digits and _+=,.@- only; “?” is not allowed'],
    [
      'roleName',
      'a b',
      'A role name holds letters, digits and _+=,.@- only; a space is not allowed',
    ],
    ['path', 'chat', 'Start and end with a slash: /chat/'],
    ['path', '//', 'No empty part: // is not allowed'],
    [
      'description',
      'file:///etc/passwd',
      'Start with another word: the AWS CLI would load what a leading file:// or http:// names',
    ],
    [
      'description',
      'Chat {{resolve:ssm:name}}',
      'Leave out {{resolve: CloudFormation would put a parameter or a secret in its place',
    ],
    ['maxSessionDuration', '3599', 'From 3600 to 43200 seconds'],
  ] as const)('%s refuses %s', (path, value, message) => {
    expect(issuesOf({ ...exampleFormValues, [path]: value })).toEqual([
      `${path} invalid: ${message}`,
    ]);
  });

  test('an account ID may be pasted in groups', () => {
    const draft = draftRole({ ...exampleFormValues, accountId: ' 1111-2222-3333\u00a0' });
    expect(draft.template.accountId).toBe('111122223333');
  });

  test('another Region is accepted with a caution', () => {
    const draft = draftRole({ ...exampleFormValues, region: 'ca-west-1' });
    expect(draft.status).toBe('ready');
    expect(draft.cautions.map(({ message }) => message)).toContain(
      `Amazon Q Business is offered in ${countWord(OFFERED_REGIONS.length)} Regions; ca-west-1 is not one of them`,
    );
  });

  test('sample values of AWS’s pages raise a caution', () => {
    expect(draftRole(exampleFormValues).cautions.map(({ path }) => path)).toEqual([
      'accountId',
      'applicationId',
    ]);
  });

  test('tag keys count as the same in upper and lower case', () => {
    const tags = [
      { key: 'Team', value: 'a' },
      { key: 'team', value: 'b' },
      { key: '', value: '' },
    ];
    expect(issuesOf({ ...exampleFormValues, tags })).toEqual([
      'tags.1.key invalid: The key team is there already',
    ]);
    const reversed = tags.slice(0, 2).toReversed();
    expect(issuesOf({ ...exampleFormValues, tags: reversed })).toEqual([
      'tags.1.key invalid: The key Team is there already',
    ]);
  });

  test('a role of another account is refused where one of this account is asked for', () => {
    const values = exampleOfCaller('same-account');
    const other = {
      ...values,
      callers: {
        ...values.callers,
        'same-account': { principalArn: 'arn:aws:iam::444455556666:role/x' },
      },
    };
    expect(issuesOf(other)).toEqual([
      'callers.same-account.principalArn invalid: This belongs to account 444455556666. For another account choose “IAM role of another account”',
    ]);
  });

  test('fields of the other mode are not read', () => {
    const values = { ...exampleFormValues, networkLimit: 'vpc', origins: [] } as const;
    expect(issuesOf(values)).toEqual([]);
    expect(issuesOf({ ...exampleOfCaller('lambda'), webExperienceId: 'nonsense' })).toEqual([]);
  });

  test('a template with placeholders is no request, for the compiler either', () => {
    const { template } = draftRole(emptyFormValues);
    // @ts-expect-error -- only a ready draft holds a request
    const request: RoleRequest = template;
    expect(request.accountId).toBe('{{account_id}}');
    const draft = draftRole(exampleFormValues);
    if (draft.status !== 'ready') throw new Error('The example is complete');
    const ready: RoleRequest = draft.template;
    expect(ready).toBe(draft.template);
  });

  test('nobody assumes the role of an API-only form without a caller', () => {
    const values: RoleFormValues = { ...exampleFormValues, accessMode: 'api-only' };
    expect(issuesOf(values)).toEqual(['caller missing: Choose who calls the API']);
    const { template } = draftRole(values);
    expect(JSON.stringify(planRole(template))).toContain('"AWS":["{{caller}}"]');
  });

  test('no text makes it throw', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string());
    fc.assert(
      fc.property(text, text, text, text, text, (region, accountId, applicationId, name, tag) => {
        const draft = draftRole({
          ...exampleFormValues,
          region,
          accountId,
          applicationId,
          roleName: name,
          description: name,
          path: name,
          tags: [{ key: tag, value: name }],
          origins: [{ value: tag }],
          permissionsBoundary: tag,
        });
        expect(['ready', 'incomplete']).toContain(draft.status);
      }),
      { numRuns: runs(2_000, 10_000) },
    );
  });
});
