import { describe, expect, test } from 'vitest';
import { printPolicy } from '../exporters/policyDocuments';
import { accessQuestionOf } from '../qbusiness/accessQuestion';
import { draftRole } from '../qbusiness/draft';
import { exampleOfEveryKind } from '../qbusiness/examples';
import { planRole } from '../qbusiness/plan';
import type { RoleFormValues } from '../qbusiness/form/formValues';
import { accessTexts } from './accessTexts';

/** Every mode and every caller, as it is and with everything that makes the documents longer. */
const variations: readonly RoleFormValues[] = exampleOfEveryKind.flatMap((values) => [
  values,
  ...(values.caller === 'roles-anywhere' ? [withCommonName(values)] : []),
  {
    ...values,
    apiActions: 'chat-sync',
    otherApplications: [{ value: 'b2c3d4e5-6789-01bc-def0-example22222' }],
    networkLimit: 'ip-range',
    ipRanges: [{ value: '203.0.113.0/24' }],
  },
]);

function withCommonName(values: RoleFormValues): RoleFormValues {
  const anywhere = { ...values.callers['roles-anywhere'], commonName: 'chat-proxy.example.com' };
  return { ...values, callers: { ...values.callers, 'roles-anywhere': anywhere } };
}

describe.each(variations)('the role of $accessMode $caller ($apiActions)', (values) => {
  const plan = planRole(draftRole(values).template);
  const documents =
    plan.target === 'new-role'
      ? [plan.permissionsPolicy.document, plan.role.trustPolicy]
      : [plan.permissionsPolicy.document];
  const { reports } = accessTexts({
    ...accessQuestionOf(plan),
    texts: documents.map((document) => printPolicy(document).text),
  });

  test('is asked about each of its applications', () => {
    expect(reports.map(({ application }) => application.applicationId)).toEqual(
      plan.template.applicationIds,
    );
  });

  test.each(reports)(
    'can do exactly its actions on its application, and nothing elsewhere',
    (report) => {
      const [statement] = plan.permissionsPolicy.document.Statement;
      const isOpen = statement.Condition === undefined;
      const possible = report.actions.filter(({ verdict }) => verdict !== 'no');
      expect(possible.filter(({ target }) => target !== 'application')).toEqual([]);
      const own = possible.filter(({ target }) => target === 'application');
      expect(own.map(({ action, verdict }) => [action, verdict])).toEqual(
        statement.Action.toSorted().map((action) => [action, isOpen ? 'yes' : 'yesIf']),
      );
      // No answer is undecided: every no comes after an exhaustive search.
      expect(report.actions.length).toBeGreaterThan(350);
    },
  );

  test.each(reports)('can be assumed by its caller and nobody else', (report) => {
    const possible = report.requesters.filter(({ verdict }) => verdict !== 'no');
    expect(possible.filter(({ isIntended }) => !isIntended).map(({ label }) => label)).toEqual([]);
    expect(possible.every(({ verdict }) => verdict.startsWith('yes'))).toBe(true);
    expect(possible.length > 0).toBe(plan.target === 'new-role');
    expect(report.requesters.length > 5).toBe(plan.target === 'new-role');
  });
});
