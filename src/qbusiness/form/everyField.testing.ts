import { emptyCallers } from '../callers';
import type { FieldName } from './formFields';
import type { RoleFormValues } from './formValues';

interface FieldExample<Name extends FieldName> {
  /** Not the default. */
  readonly value: RoleFormValues[Name];
  /** How links hold the value since the field was added. Frozen: such links must open forever. */
  readonly link: string;
}

/** An example for every field of every mode and caller. */
const examples: { readonly [Name in FieldName]: FieldExample<Name> } = {
  region: {
    value: 'eu-west-1',
    link: 'region=eu-west-1',
  },
  accountId: {
    value: '210987654321',
    link: 'accountId=210987654321',
  },
  applicationId: {
    value: 'a1b2c3d4-5678-90ab-cdef-1234567890ab',
    link: 'applicationId=a1b2c3d4-5678-90ab-cdef-1234567890ab',
  },
  otherApplications: {
    value: [{ value: 'c3d4e5f6-7890-12cd-ef01-34567890abcd' }],
    link: 'otherApplications.0.value=c3d4e5f6-7890-12cd-ef01-34567890abcd',
  },
  accessMode: {
    value: 'api-only',
    link: 'accessMode=api-only',
  },
  webExperienceId: {
    value: 'b2c3d4e5-6789-01bc-def0-234567890abc',
    link: 'webExperienceId=b2c3d4e5-6789-01bc-def0-234567890abc',
  },
  origins: {
    value: [{ value: 'https://www.example.com' }, { value: 'http://localhost:8080' }],
    link: 'origins.0.value=https://www.example.com&origins.1.value=http://localhost:8080',
  },
  includeWebExperience: {
    value: true,
    link: 'includeWebExperience=true',
  },
  apiActions: {
    value: 'chat-sync',
    link: 'apiActions=chat-sync',
  },
  caller: {
    value: 'eks-irsa',
    link: 'caller=eks-irsa',
  },
  callers: {
    value: {
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
    link: 'callers.amplify-hosting.appId=d1a2b3c4d5e6f7&callers.ec2-instance.instanceId=i-0a1b2c3d4e5f67890&callers.eks-irsa.oidcProvider=oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE&callers.eks-irsa.namespace=chat&callers.eks-irsa.serviceAccount=chat-backend&callers.eks-pod-identity.clusterName=main&callers.eks-pod-identity.sessionTags=off&callers.eks-pod-identity.namespace=chat&callers.eks-pod-identity.serviceAccount=chat-pod&callers.existing-role.roleName=BackendRole&callers.github-actions.organization=octo-org&callers.github-actions.repository=octo-repo&callers.github-actions.subjectForm=immutable&callers.github-actions.organizationId=1234567&callers.github-actions.repositoryId=7654321&callers.github-actions.subjectOf=environment&callers.github-actions.refName=production&callers.lambda.functionName=chat&callers.other-account.principalArn=arn:aws:iam::999988887777:role/Caller&callers.other-account.externalId=ticket-4711&callers.roles-anywhere.trustAnchorArn=arn:aws:rolesanywhere:eu-west-1:210987654321:trust-anchor/0a1b2c3d-4e5f-6789-0abc-def012345678&callers.roles-anywhere.commonName=chat.example.com&callers.same-account.principalArn=arn:aws:iam::210987654321:user/alice',
  },
  networkLimit: {
    value: 'ip-range',
    link: 'networkLimit=ip-range',
  },
  vpcEndpoints: {
    value: [{ value: 'vpce-0a1b2c3d4e5f67890' }],
    link: 'vpcEndpoints.0.value=vpce-0a1b2c3d4e5f67890',
  },
  vpcs: {
    value: [{ value: 'vpc-0a1b2c3d4e5f67890' }],
    link: 'vpcs.0.value=vpc-0a1b2c3d4e5f67890',
  },
  ipRanges: {
    value: [{ value: '203.0.113.0/24' }, { value: '198.51.100.0/24' }],
    link: 'ipRanges.0.value=203.0.113.0/24&ipRanges.1.value=198.51.100.0/24',
  },
  roleName: {
    value: 'Chat+Role=1,2.3@x-y_z',
    link: 'roleName=Chat+Role%3D1,2.3@x-y_z',
  },
  policyName: {
    value: 'ChatPolicy',
    link: 'policyName=ChatPolicy',
  },
  attachment: {
    value: 'managed',
    link: 'attachment=managed',
  },
  path: {
    value: '/team/chat/',
    link: 'path=/team/chat/',
  },
  description: {
    value: 'Chat & help: "ask", 100% – für alle?',
    link: 'description=Chat%20%26%20help:%20%22ask%22,%20100%25%20%E2%80%93%20f%C3%BCr%20alle%3F',
  },
  tags: {
    value: [
      { key: 'cost center', value: 'a=b&c#d' },
      { key: 'team', value: '' },
    ],
    link: 'tags.0.key=cost%20center&tags.0.value=a%3Db%26c%23d&tags.1.key=team&tags.1.value=',
  },
  permissionsBoundary: {
    value: 'arn:aws:iam::210987654321:policy/Boundary',
    link: 'permissionsBoundary=arn:aws:iam::210987654321:policy/Boundary',
  },
  maxSessionDuration: {
    value: '7200',
    link: 'maxSessionDuration=7200',
  },
};

/** The form with a value in every field. */
export const everyField = Object.fromEntries(
  Object.entries(examples).map(([name, { value }]) => [name, value]),
) as RoleFormValues;

/** A link to that form. */
export const everyFieldLink = `v1&${Object.values(examples)
  .map(({ link }) => link)
  .join('&')}`;
