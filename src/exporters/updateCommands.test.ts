import { describe, expect, test } from 'vitest';
import { draftRole } from '../qbusiness/draft';
import { exampleFormValues } from '../qbusiness/examples';
import { planRole } from '../qbusiness/plan';
import type { RoleFormValues } from '../qbusiness/form/formValues';
import { stepsText } from './commands';
import { updateCommands } from './updateCommands';

const textOf = (values: Partial<RoleFormValues>, shell: 'sh' | 'powershell' = 'sh') =>
  stepsText(
    updateCommands(planRole(draftRole({ ...exampleFormValues, ...values }).template)),
    shell,
  );

describe('the commands that update a role', () => {
  test('replace both documents and create nothing', () => {
    const text = textOf({});
    expect(text).toContain('aws iam update-assume-role-policy');
    expect(text).toContain('aws iam put-role-policy');
    expect(text).not.toMatch(/create-role|create-policy|wait role-exists/);
  });

  test('set the boundary and the tags only where there are some', () => {
    expect(textOf({ tags: [], permissionsBoundary: '' })).not.toMatch(/boundary|tag-role/);
    const text = textOf({
      tags: [{ key: 'team', value: 'help' }],
      permissionsBoundary: 'arn:aws:iam::111122223333:policy/edge',
    });
    expect(text).toContain('put-role-permissions-boundary');
    expect(text).toContain('Key=team,Value=help');
  });

  test('make a version of a managed policy the default', () => {
    expect(textOf({ attachment: 'managed' }, 'powershell')).toMatch(
      /create-policy-version[^]*--set-as-default/,
    );
  });
});
