import { emptyCallers } from '../callers';
import type { RoleFormValues } from './formValues';

/** A value in every field of every mode and caller, none of them a default. */
export const everyField: RoleFormValues = {
  region: 'eu-west-1',
  accountId: '210987654321',
  applicationId: 'a1b2c3d4-5678-90ab-cdef-1234567890ab',
  otherApplications: [{ value: 'c3d4e5f6-7890-12cd-ef01-34567890abcd' }],
  accessMode: 'api-only',
  webExperienceId: 'b2c3d4e5-6789-01bc-def0-234567890abc',
  origins: [{ value: 'https://www.example.com' }, { value: 'http://localhost:8080' }],
  includeWebExperience: true,
  apiActions: 'chat-sync',
  caller: 'eks-irsa',
  callers: {
    // Of callers without fields.
    ...emptyCallers,
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
  },
  networkLimit: 'ip-range',
  vpcEndpoints: [{ value: 'vpce-0a1b2c3d4e5f67890' }],
  vpcs: [{ value: 'vpc-0a1b2c3d4e5f67890' }],
  ipRanges: [{ value: '203.0.113.0/24' }, { value: '198.51.100.0/24' }],
  roleName: 'Chat+Role=1,2.3@x-y_z',
  policyName: 'ChatPolicy',
  attachment: 'managed',
  path: '/team/chat/',
  description: 'Chat & help: "ask", 100% – für alle?',
  tags: [
    { key: 'cost center', value: 'a=b&c#d' },
    { key: 'team', value: '' },
  ],
  permissionsBoundary: 'arn:aws:iam::210987654321:policy/Boundary',
  maxSessionDuration: '7200',
};
