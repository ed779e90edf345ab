import { awsPages } from '../facts';
import { partitionOfRegion } from '../../iam/arn';
import { ownerConflict } from '../form/arnOwner';
import { cleanIdentifier } from '../form/pastedText';
import { callerText, defineCaller } from './caller';
import { namespaceField, serviceAccountField } from './kubernetesFields';
import { webIdentityCondition } from './webIdentity';

/** Issuer host and path, as trust policies name it. */
const providerOf = (text: string): string =>
  text
    .replace(/^arn:[a-z-]+:iam::\d{12}:oidc-provider\//, '')
    .replace(/^https:\/\//, '')
    .replace(/\/$/, '');

const regionOf = (provider: string): string | undefined =>
  /^oidc\.eks\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/id\/[A-Za-z0-9]{8,64}$/.exec(provider)?.[1];

export const eksIrsa = defineCaller({
  kind: 'eks-irsa',
  label: 'Amazon EKS pod, with IAM roles for service accounts (IRSA)',
  summary: 'The pods of one service account assume the role with the cluster’s OIDC token.',
  source: awsPages.eksIrsa,
  fields: [
    callerText({
      name: 'oidcProvider',
      required: true,
      label: 'OIDC provider',
      help: 'The cluster’s OpenID Connect provider: its URL or its ARN.',
      example: 'oidc.eks.us-east-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE',
      token: '{{oidc_provider}}',
      maxLength: 300,
      clean: cleanIdentifier,
      problem: (value) => {
        const provider = providerOf(value);
        if (/^oidc\.[a-z0-9-]+\.eks\./.test(provider)) {
          return 'The host is oidc.eks.REGION, not oidc.REGION.eks';
        }
        return regionOf(provider) === undefined
          ? 'Of the form oidc.eks.us-east-1.amazonaws.com/id/ and the provider’s ID'
          : undefined;
      },
      conflict: (value, context) => {
        const conflict = ownerConflict(value, context, 'This provider');
        if (conflict !== undefined || context.partition === undefined) return conflict;
        const partition = partitionOfRegion(regionOf(providerOf(value)) ?? '');
        return partition === context.partition
          ? undefined
          : `This provider lies in the partition ${partition}, the application in ${context.partition}`;
      },
      reduce: providerOf,
    }),
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
