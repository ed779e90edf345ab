import { describe, expect, test } from 'vitest';
import { parsePolicy } from '../iam/parse';
import { accessOfRole, accessToRole, contextOf, requestersOf, settingOf } from './access';
import { actionCatalogue } from './actions';
import { draftRole } from './draft';
import { exampleFormValues, exampleOfCaller, exampleOfEveryKind } from './examples';
import { planRole } from './plan';
import type { RoleFormValues } from './form/formValues';

const planOf = (values: RoleFormValues) => planRole(draftRole(values).template);

const variations: readonly RoleFormValues[] = exampleOfEveryKind.flatMap((values) => [
  values,
  {
    ...values,
    apiActions: 'chat-sync',
    otherApplications: [{ value: 'b2c3d4e5-6789-01bc-def0-example22222' }],
    networkLimit: 'ip-range',
    ipRanges: [{ value: '203.0.113.0/24' }],
  },
]);

describe('access', () => {
  test('the catalogue holds all 93 actions', () => {
    expect(actionCatalogue.actions).toHaveLength(93);
    expect(new Set(actionCatalogue.actions.map(({ action }) => action)).size).toBe(93);
  });

  test.each(variations)(
    'the role of $accessMode $caller ($apiActions) may do exactly its actions on its application',
    (values) => {
      const plan = planOf(values);
      const { document } = parsePolicy(plan.permissionsPolicy.document);
      const access = accessOfRole([document], settingOf(plan), contextOf(plan));
      expect(access).toHaveLength(4 * 96);
      const allowed = access.filter(({ decision }) => decision !== 'implicitDeny');
      expect(allowed.map(({ action, target, decision }) => [action, target, decision])).toEqual(
        plan.permissionsPolicy.document.Statement[0].Action.toSorted().map((action) => [
          action,
          'application',
          'allowed',
        ]),
      );
      expect(allowed.every(({ decidedBy }) => decidedBy.length === 1)).toBe(true);
    },
  );

  test.each(variations.filter(({ caller }) => caller !== 'existing-role'))(
    'only its caller can become the role of $accessMode $caller ($apiActions)',
    (values) => {
      const plan = planOf(values);
      if (plan.target === 'existing-role') throw new Error('A new role is planned');
      const { document } = parsePolicy(plan.role.trustPolicy);
      const access = accessToRole(document, requestersOf(plan));
      expect(access.length).toBeGreaterThanOrEqual(6);
      for (const { requester, decision } of access) {
        expect([requester.label, decision]).toEqual([
          requester.label,
          requester.isIntended ? 'allowed' : 'implicitDeny',
        ]);
      }
      expect(access.filter(({ requester }) => requester.isIntended)).toHaveLength(1);
    },
  );

  test('a network limit of which nothing is known leaves the role not decided', () => {
    const plan = planOf({
      ...exampleOfCaller('lambda'),
      networkLimit: 'ip-range',
      ipRanges: [{ value: '203.0.113.0/24' }],
    });
    const { document } = parsePolicy(plan.permissionsPolicy.document);
    const access = accessOfRole([document], settingOf(plan), { keys: {}, otherKeys: 'unknown' });
    const decisions = access.filter(
      ({ action, target }) => action === 'qbusiness:Chat' && target === 'application',
    );
    expect(decisions.map(({ decision }) => decision)).toEqual(['notDecided']);
  });

  test('a wildcard shows as access to everything it reaches', () => {
    const { document } = parsePolicy({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: 'qbusiness:*', Resource: '*' },
    });
    const access = accessOfRole([document], settingOf(planOf(exampleFormValues)), {
      keys: {},
      otherKeys: 'absent',
    });
    expect(access.filter(({ decision }) => decision === 'allowed')).toHaveLength(4 * 93);
  });

  test('an action that needs two resources is not allowed by one of them', () => {
    const plan = planOf(exampleFormValues);
    const { document } = parsePolicy({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Action: 'qbusiness:CreateAnonymousWebExperienceUrl',
        Resource: plan.applicationArns[0],
      },
    });
    const access = accessOfRole([document], settingOf(plan), contextOf(plan));
    expect(access.every(({ decision }) => decision === 'implicitDeny')).toBe(true);
  });
});
