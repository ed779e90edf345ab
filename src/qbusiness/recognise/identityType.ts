/** The identity types of applications; only those of the first are anonymous. */
export const identityTypes: readonly string[] = [
  'ANONYMOUS',
  'AWS_IAM_IDC',
  'AWS_IAM_IDP_SAML',
  'AWS_IAM_IDP_OIDC',
  'AWS_QUICKSIGHT_IDP',
];

/** @see https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/create-anonymous-application.html */
export const identityWarnings = (identityType: string | undefined): readonly string[] =>
  identityType === undefined || identityType === 'ANONYMOUS'
    ? []
    : [
        `This application signs its users in (${identityType}). These policies are for anonymous access, and an application cannot change its type.`,
      ];

export const statusWarnings = (status: string | undefined): readonly string[] =>
  status === undefined || status === 'ACTIVE' ? [] : [`Its status is ${status}, not ACTIVE.`];
