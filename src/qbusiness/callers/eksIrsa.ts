import { awsPages } from '../facts';
import { cleanIdentifier } from '../form/pastedText';
import { defineCaller } from './caller';
import { namespaceField, serviceAccountField } from './kubernetesFields';
import { webIdentityCondition } from './webIdentity';

export const eksIrsa = defineCaller({
  kind: 'eks-irsa',
  label: 'Amazon EKS pod, with IAM roles for service accounts (IRSA)',
  summary: 'The pods of one service account assume the role with the cluster’s OIDC token.',
  source: awsPages.eksIrsa,
  fields: [
    {
      kind: 'text',
      name: 'oidcProvider',
      required: true,
      label: 'OIDC provider',
      help: 'The cluster’s OpenID Connect provider URL, without https://. A pasted URL or provider ARN is shortened.',
      example: 'oidc.eks.us-east-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE',
      token: '{{oidc_provider}}',
      maxLength: 255,
      clean: (raw) => {
        const { text, removed } = cleanIdentifier(raw);
        const provider = text
          .replace(/^arn:[a-z-]+:iam::\d{12}:oidc-provider\//, '')
          .replace(/^https:\/\//, '')
          .replace(/\/$/, '');
        return { text: provider, removed };
      },
      problem: (value) => {
        if (/^oidc\.[a-z0-9-]+\.eks\./.test(value)) {
          return 'The host is oidc.eks.REGION, not oidc.REGION.eks';
        }
        return /^oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\/id\/[A-Za-z0-9]{8,64}$/.test(value)
          ? undefined
          : 'Of the form oidc.eks.us-east-1.amazonaws.com/id/ and the provider’s ID';
      },
    },
    namespaceField,
    serviceAccountField,
  ],
  trust: ({ oidcProvider, namespace, serviceAccount }, { partition, accountId }) => ({
    sid: 'AllowServiceAccountToAssumeRole',
    principal: { Federated: [`arn:${partition}:iam::${accountId}:oidc-provider/${oidcProvider}`] },
    actions: ['sts:AssumeRoleWithWebIdentity'],
    condition: webIdentityCondition(
      oidcProvider,
      `system:serviceaccount:${namespace}:${serviceAccount}`,
    ),
    because:
      'Only tokens of this cluster that are made for AWS STS (aud) and for this service account (sub) may assume the role.',
    source: awsPages.eksIrsa,
  }),
  handover: ({ namespace, serviceAccount }, { roleArn }) => [
    {
      text: 'Annotate the service account with the role, then restart the pods.',
      command: {
        program: 'kubectl',
        subcommand: [
          'annotate',
          'serviceaccount',
          serviceAccount,
          `eks.amazonaws.com/role-arn=${roleArn}`,
        ],
        options: [
          { flag: '--namespace', values: [namespace] },
          { flag: '--overwrite', values: [] },
        ],
      },
    },
  ],
});
