import { awsPages } from '../facts';
import { defineCaller } from './caller';

/** The caller in the documents as long as none is chosen: a placeholder. */
export const undecidedCaller = {
  token: '{{caller}}',
  ...defineCaller({
    kind: '',
    label: 'No caller chosen',
    summary: 'Choose who assumes the role.',
    source: awsPages.rolePrincipals,
    fields: [],
    trust: () => ({
      sid: 'AllowCallerToAssumeRole',
      principal: { AWS: ['{{caller}}'] },
      actions: ['sts:AssumeRole'],
      because: 'Choose who calls the API: the trust policy names nobody yet.',
      source: awsPages.rolePrincipals,
    }),
    handover: () => [],
  }),
} as const;
