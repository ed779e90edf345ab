import { callerOf, callers, type CallersFormValues } from '../callers';
import type { FormField } from './formField';
import { formFields } from './formFields';
import type { RoleFormValues } from './formValues';

/** Values that test more than the example of their declaration does. None is a default. */
const values: Partial<RoleFormValues> = {
  region: 'eu-west-1',
  accountId: '210987654321',
  applicationId: 'a1b2c3d4-5678-90ab-cdef-1234567890ab',
  otherApplications: [{ value: 'c3d4e5f6-7890-12cd-ef01-34567890abcd' }],
  webExperienceId: 'b2c3d4e5-6789-01bc-def0-234567890abc',
  origins: [{ value: 'https://www.example.com' }, { value: 'http://localhost:8080' }],
  caller: 'eks-irsa',
  vpcEndpoints: [{ value: 'vpce-0a1b2c3d4e5f67890' }],
  vpcs: [{ value: 'vpc-0a1b2c3d4e5f67890' }],
  ipRanges: [{ value: '203.0.113.0/24' }, { value: '198.51.100.0/24' }],
  roleName: 'Chat+Role=1,2.3@x-y_z',
  policyName: 'ChatPolicy',
  path: '/team/chat/',
  description: 'Chat & help: "ask", 100% – für alle?',
  tags: [
    { key: 'cost center', value: 'a=b&c#d' },
    { key: 'team', value: '' },
  ],
  permissionsBoundary: 'arn:aws:iam::210987654321:policy/Boundary',
  maxSessionDuration: '7200',
};

/** The same for the fields of callers. */
const callerValues: Partial<CallersFormValues> = {
  'amplify-hosting': { appId: 'd1a2b3c4d5e6f7' },
  'ec2-instance': { instanceId: 'i-0a1b2c3d4e5f67890' },
  'eks-irsa': {
    oidcProvider: 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE',
    namespace: 'chat',
    serviceAccount: 'chat-backend',
  },
  'eks-pod-identity': {
    clusterName: 'main',
    sessionTags: 'off',
    namespace: 'chat',
    serviceAccount: 'chat-pod',
  },
  'existing-role': { roleName: 'BackendRole' },
  'github-actions': {
    organization: 'octo-org',
    repository: 'octo-repo',
    subjectForm: 'immutable',
    organizationId: '1234567',
    repositoryId: '7654321',
    subjectOf: 'environment',
    refName: 'production',
  },
  lambda: { functionName: 'chat' },
  'other-account': {
    principalArn: 'arn:aws:iam::999988887777:role/Caller',
    externalId: 'ticket-4711',
  },
  'roles-anywhere': {
    trustAnchorArn:
      'arn:aws:rolesanywhere:eu-west-1:210987654321:trust-anchor/0a1b2c3d-4e5f-6789-0abc-def012345678',
    commonName: 'chat.example.com',
  },
  'same-account': { principalArn: 'arn:aws:iam::210987654321:user/alice' },
};

/** The value that a field declares as its example, or another than its default. */
function exampleOf(field: FormField): unknown {
  switch (field.kind) {
    case 'text':
      return field.example;
    case 'choice':
    case 'decision':
      return field.choices.at(-1)?.value;
    case 'switch':
      return true;
    case 'list':
      return [{ value: field.entry.example }];
    case 'tags':
      return [{ key: field.key.example, value: field.value.example }];
    case 'callerValues':
      return Object.fromEntries(
        callers.map(({ kind }) => [
          kind,
          callerValues[kind] ??
            Object.fromEntries(
              callerOf(kind).fields.map((own) => [
                own.name,
                own.kind === 'text' ? own.example : own.choices.at(-1)?.value,
              ]),
            ),
        ]),
      );
  }
}

/** The form with a value in every field of every mode and caller. */
export const everyField = Object.fromEntries(
  formFields.map((field: FormField) => [
    field.name,
    new Map<string, unknown>(Object.entries(values)).get(field.name) ?? exampleOf(field),
  ]),
) as RoleFormValues;
