import { awsCommand } from '../command';
import { awsPages } from '../facts';
import { cleanPastedText } from '../form/pastedText';
import { callerText, defineCaller } from './caller';
import { namespaceField, serviceAccountField } from './kubernetesFields';

export const eksPodIdentity = defineCaller({
  kind: 'eks-pod-identity',
  label: 'Amazon EKS pod, with Pod Identity',
  summary: 'EKS assumes the role for the pods of one service account.',
  source: awsPages.eksPodIdentity,
  fields: [
    callerText({
      name: 'clusterName',
      required: true,
      label: 'EKS cluster name',
      help: 'The cluster in which the pods run.',
      example: 'my-cluster',
      token: '{{eks_cluster_name}}',
      maxLength: 100,
      clean: cleanPastedText,
      problem: (value) =>
        /^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/.test(value)
          ? undefined
          : 'Up to 100 letters, digits, - and _, starting with a letter or digit',
    }),
    namespaceField,
    serviceAccountField,
    {
      kind: 'choice',
      name: 'sessionTags',
      label: 'Session tags',
      help: 'The conditions on cluster, namespace and service account read the tags that EKS adds to the session.',
      choices: [
        { value: 'on', label: 'On, the default of an association' },
        { value: 'off', label: 'Switched off on the association' },
      ],
    },
  ],
  trust: ({ clusterName, namespace, serviceAccount, sessionTags }, { accountId }) => ({
    sid: 'AllowEksAuthToAssumeRoleForPodIdentity',
    principal: { Service: ['pods.eks.amazonaws.com'] },
    actions: ['sts:AssumeRole', 'sts:TagSession'],
    condition: {
      StringEquals: {
        'aws:SourceAccount': [accountId],
        ...(sessionTags !== 'off' && {
          'aws:RequestTag/eks-cluster-name': [clusterName],
          'aws:RequestTag/kubernetes-namespace': [namespace],
          'aws:RequestTag/kubernetes-service-account': [serviceAccount],
        }),
      },
    },
    because:
      sessionTags === 'off'
        ? 'EKS may assume the role for this account; without session tags it sends neither cluster nor namespace. sts:TagSession is required by Pod Identity all the same.'
        : 'EKS may assume the role for one service account of one cluster. Pod Identity tags the session, so sts:TagSession is required. aws:SourceArn is left out: it breaks Pod Identity.',
    source: awsPages.eksPodIdentity,
  }),
  handover: ({ clusterName, namespace, serviceAccount, sessionTags }, { region, roleArn }) => [
    {
      text: 'Associate the role with the service account, then restart the pods.',
      command: awsCommand(['eks', 'create-pod-identity-association'], {
        '--region': region,
        '--cluster-name': clusterName,
        '--namespace': namespace,
        '--service-account': serviceAccount,
        '--role-arn': roleArn,
        '--disable-session-tags': sessionTags === 'off' ? [] : undefined,
      }),
    },
  ],
});
