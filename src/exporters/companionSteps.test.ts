import { describe, expect, test } from 'vitest';
import { draftRole } from '../qbusiness/draft';
import { exampleFormValues, exampleOfCaller } from '../qbusiness/examples';
import { planRole } from '../qbusiness/plan';
import type { RoleFormValues } from '../qbusiness/form/formValues';
import { printShellCommand } from '../syntax/shell';
import { companionSteps } from './companionSteps';

/** The steps of each companion, as text and as a command for sh. */
function stepsOf(values: RoleFormValues, id: string): readonly (string | undefined)[] {
  const plan = planRole(draftRole(values).template);
  const companion = plan.companions.find((candidate) => candidate.id === id);
  if (!companion) return [];
  return companionSteps(plan, companion).flatMap(({ text, command }) => [
    text,
    command && printShellCommand(command),
  ]);
}

const withPrincipal = (
  kind: 'same-account' | 'other-account',
  principalArn: string,
): RoleFormValues => {
  const example = exampleOfCaller(kind);
  return {
    ...example,
    callers: { ...example.callers, [kind]: { ...example.callers[kind], principalArn } },
  };
};

describe('companionSteps', () => {
  test('a holder that nobody named gets a sentence and no command', () => {
    expect(stepsOf(exampleFormValues, 'url-issuer')).toEqual([
      'Add the policy to the role or user of the backend that creates a chat URL for each visitor; never the browser and never the web experience role: in the IAM console choose “Create inline policy” and paste policies/permspolicyforurlissuer.json.',
      undefined,
    ]);
  });

  test('a role of this account gets the command that adds the policy', () => {
    const values = withPrincipal('same-account', 'arn:aws:iam::111122223333:role/team/backend');
    expect(stepsOf(values, 'role-caller')).toEqual([
      'Add the policy to the role backend.',
      `aws iam put-role-policy \\
  --role-name backend \\
  --policy-name QBusinessAnonymous-role-caller \\
  --policy-document file://policies/permspolicyforcaller.json`,
    ]);
  });

  test('a user gets the command for users', () => {
    const values = withPrincipal('same-account', 'arn:aws:iam::111122223333:user/jane');
    expect(stepsOf(values, 'role-caller')[1]).toContain(
      'aws iam put-user-policy \\\n  --user-name jane',
    );
  });

  test('a role of another account is changed with credentials of that account', () => {
    const values = withPrincipal('other-account', 'arn:aws:iam::444455556666:role/caller');
    expect(stepsOf(values, 'role-caller')[0]).toBe(
      'With credentials of account 444455556666: add the policy to the role caller.',
    );
  });

  test('a missing caller gets no command', () => {
    expect(stepsOf(withPrincipal('same-account', ''), 'role-caller')[1]).toBeUndefined();
  });

  test('each endpoint that is named gets the policy', () => {
    const values: RoleFormValues = {
      ...exampleOfCaller('lambda'),
      networkLimit: 'vpc-endpoint',
      vpcEndpoints: [{ value: 'vpce-12345678' }, { value: 'vpce-87654321' }],
    };
    expect(stepsOf(values, 'vpc-endpoint')).toEqual([
      'Set the policy of the endpoint vpce-12345678; it replaces the policy that the endpoint has.',
      `aws ec2 modify-vpc-endpoint \\
  --region us-east-1 \\
  --vpc-endpoint-id vpce-12345678 \\
  --policy-document file://policies/vpcendpointpolicy.json`,
      'Set the policy of the endpoint vpce-87654321; it replaces the policy that the endpoint has.',
      expect.stringContaining('--vpc-endpoint-id vpce-87654321'),
    ]);
  });

  test('a VPC gets the command that finds its endpoint', () => {
    const values: RoleFormValues = {
      ...exampleOfCaller('lambda'),
      networkLimit: 'vpc',
      vpcs: [{ value: 'vpc-12345678' }],
    };
    expect(stepsOf(values, 'vpc-endpoint')[1]).toBe(`aws ec2 describe-vpc-endpoints \\
  --region us-east-1 \\
  --filters Name=service-name,Values=aws.api.us-east-1.qbusiness Name=vpc-id,Values=vpc-12345678`);
  });
});
