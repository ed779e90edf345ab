const accountId = '445566778899';
const application = `arn:aws:qbusiness:us-west-2:${accountId}:application/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0`;

const document = (...statements: readonly object[]) => ({
  Version: '2012-10-17',
  Statement: statements,
});

/** What lets every application of Amazon Q Business in. */
export const openTrust = document({
  Effect: 'Allow',
  Principal: { Service: 'application.qbusiness.amazonaws.com' },
  Action: ['sts:AssumeRole', 'sts:SetContext'],
});

export const gitHubTrust = document({
  Sid: 'Deploy',
  Effect: 'Allow',
  Principal: {
    Federated: `arn:aws:iam::${accountId}:oidc-provider/token.actions.githubusercontent.com`,
  },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: {
    StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
    StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:acme/*' },
  },
});

export const permissions = (...actions: readonly string[]) =>
  document({
    Sid: 'QBusinessAnonymousWebExperienceConversationPermissions',
    Effect: 'Allow',
    Action: actions,
    Resource: application,
  });

/** A role as the account's authorization details list it. */
export const roleDetail = (
  name: string,
  {
    trust = openTrust,
    policy = permissions('qbusiness:*'),
  }: { trust?: object; policy?: object } = {},
) => ({
  RoleName: name,
  Arn: `arn:aws:iam::${accountId}:role/${name}`,
  AssumeRolePolicyDocument: trust,
  RolePolicyList: [{ PolicyName: 'chat', PolicyDocument: policy }],
  AttachedManagedPolicies: [],
});

export const accountDetails = (...roles: readonly object[]): string =>
  JSON.stringify({ RoleDetailList: roles }, null, 2);
