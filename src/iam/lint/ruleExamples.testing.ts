import type { ActionCatalogue } from '../actionCatalogue';

export const application = 'arn:aws:qbusiness:us-east-1:111122223333:application/a1';
export const catalogue: ActionCatalogue = {
  asOf: '2026-09-26',
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonqbusiness.html',
  services: { qbusiness: ['Chat', 'ChatSync', 'PutFeedback'] },
};
const service = 'application.qbusiness.amazonaws.com';
const github = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
const cluster = 'arn:aws:iam::111122223333:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/A1';
const saml = 'arn:aws:iam::111122223333:saml-provider/corp';
export const role = 'arn:aws:iam::111122223333:role/Caller';

/** Members given as undefined are left out. */
const clean = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
export const policy = (...statements: readonly object[]) =>
  clean({ Version: '2012-10-17', Statement: statements });
export const identity = (more: object = {}) =>
  policy({ Effect: 'Allow', Action: 'qbusiness:Chat', Resource: application, ...more });
const on = (operator: string, key: string, value: unknown, more: object = {}) =>
  identity({ Condition: { [operator]: { [key]: value } }, ...more });
const sourced = { Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } };
export const trust = (more: object = {}) =>
  policy({
    Effect: 'Allow',
    Principal: { Service: service },
    Action: 'sts:AssumeRole',
    ...sourced,
    ...more,
  });
const trusting = (principal: unknown, more: object = {}) =>
  trust({ Principal: principal, Condition: undefined, ...more });
const webIdentity = (Federated: string, Condition?: object) =>
  trusting({ Federated }, { Action: 'sts:AssumeRoleWithWebIdentity', Condition });
const claims = (operator: string, claim: string, value: string) => ({
  [operator]: { [`token.actions.githubusercontent.com:${claim}`]: value },
});
const passRole = (more: object) => identity({ Action: 'iam:PassRole', Resource: '*', ...more });
const slr = (more: object) =>
  identity({ Action: 'iam:CreateServiceLinkedRole', Resource: '*', ...more });
const limited = {
  Condition: { StringEquals: { 'iam:PassedToService': 'qbusiness.amazonaws.com' } },
};
const limitedSlr = {
  Condition: { StringEquals: { 'iam:AWSServiceName': 'qbusiness.amazonaws.com' } },
};
const without = { Action: undefined };
const bucket = (text: string) =>
  identity({ Action: 's3:GetObject', Resource: `arn:aws:s3:::b/${text}` });
export const resourcePolicy = (principal: unknown, more: object = {}) =>
  policy({
    Effect: 'Allow',
    Principal: principal,
    Action: 'qbusiness:Chat',
    Resource: '*',
    ...more,
  });

const when = (operator: string, key: string, value: unknown) => ({
  Condition: { [operator]: { [key]: value } },
});
const subjectOf = (operator: string, subject: string) => ({
  Action: 'sts:AssumeRoleWithWebIdentity',
  ...when(operator, 'token.actions.githubusercontent.com:sub', subject),
});

/** For each code, a document that has the finding and a similar one that has not. */
export const examples: Readonly<Record<string, readonly [triggers: unknown, nearly: unknown]>> = {
  ALLOW_WITH_NOT_ACTION: [
    identity({ ...without, NotAction: 'iam:*' }),
    identity({ ...without, Effect: 'Deny', NotAction: 'iam:*' }),
  ],
  INVALID_SERVICE_IN_ACTION: [
    identity({ Action: 'qbussiness:ChatSync' }),
    identity({ Action: 'QBusiness:ChatSync' }),
  ],
  CONDITION_COVERS_EVERYTHING: [
    on('IpAddress', 'aws:SourceIp', ['203.0.113.0/24', '0.0.0.0/0']),
    on('NotIpAddress', 'aws:SourceIp', '0.0.0.0/0'),
  ],
  EQUIVALENT_TO_NULL_FALSE: [
    on('StringLike', 'aws:PrincipalTag/team', '*'),
    on('StringLike', 'aws:PrincipalTag/team', '*a'),
  ],
  CONDITION_HOLDS_WITHOUT_KEY: [
    trusting({ AWS: '111122223333' }, when('StringEqualsIfExists', 'sts:ExternalId', 'x-1')),
    trusting({ AWS: '111122223333' }, when('StringEquals', 'sts:ExternalId', 'x-1')),
  ],
  GITHUB_OWNER_NOT_EXACT: [
    trusting({ Federated: github }, subjectOf('StringLike', 'repo:octo-org*')),
    trusting({ Federated: github }, subjectOf('StringLike', 'repo:octo-org/*')),
  ],
  GITHUB_SUBJECT_NEVER_MATCHES: [
    trusting({ Federated: github }, subjectOf('StringLike', 'octo-org/octo-repo:*')),
    trusting({ Federated: github }, subjectOf('StringLike', 'repo:octo-org/octo-repo:*')),
  ],
  DATA_TYPE_MISMATCH: [identity({ Action: 5 }), identity({ Action: '5:a' })],
  INVALID_POLICY_ELEMENT: [identity({ Actions: 'a:b' }), identity()],
  INVALID_EFFECT: [identity({ Effect: 'allow' }), identity({ Effect: 'Deny' })],
  INVALID_PRINCIPAL_FORMAT: [trusting('111122223333'), trusting({ AWS: '111122223333' })],
  INVALID_PRINCIPAL_KEY: [trusting({ services: service }), trust()],
  UNSUPPORTED_ELEMENT_COMBINATION: [
    identity({ NotAction: 'a:b' }),
    identity({ ...without, NotAction: 'a:b' }),
  ],
  MISSING_VERSION: [{ Statement: [] }, identity()],
  MISSING_STATEMENT: [policy(), identity()],
  MISSING_EFFECT: [identity({ Effect: undefined }), identity()],
  MISSING_ACTION: [identity(without), identity({ ...without, NotAction: 'a:b' })],
  MISSING_RESOURCE: [
    identity({ Resource: undefined }),
    identity({ Resource: undefined, NotResource: application }),
  ],
  MISSING_PRINCIPAL: [trust({ Principal: undefined }), trust()],
  INVALID_VERSION: [
    { Version: '2026-11-23', Statement: [] },
    { Version: '2008-10-17', Statement: [] },
  ],
  UNSUPPORTED_SID: [identity({ Sid: 'Allow chat' }), identity({ Sid: 'AllowChat1' })],
  EMPTY_SID_VALUE: [identity({ Sid: '' }), identity()],
  UNIQUE_SIDS_REQUIRED: [
    policy({ Sid: 'A', Action: 'a:b', Resource: '*' }, { Sid: 'A', Action: 'a:b', Resource: '*' }),
    policy({ Sid: 'A', Action: 'a:b', Resource: '*' }, { Sid: 'a', Action: 'a:b', Resource: '*' }),
  ],
  UNIQUE_SIDS_RECOMMENDED: [
    policy({ Sid: 'A', Principal: {} }, { Sid: 'A', Principal: {} }),
    policy({ Sid: 'A', Principal: {} }, { Sid: 'B', Principal: {} }),
  ],
  EMPTY_ARRAY_ACTION: [identity({ Action: [] }), identity({ Action: ['a:b'] })],
  EMPTY_ARRAY_RESOURCE: [identity({ Resource: [] }), identity({ Resource: ['*'] })],
  EMPTY_ARRAY_PRINCIPAL: [trusting({ AWS: [] }), trusting({ AWS: [role] })],
  EMPTY_ARRAY_CONDITION: [on('StringEquals', 'a:b', []), on('StringEquals', 'a:b', [''])],
  EMPTY_ARRAY_CONDITION_FORALLVALUES: [
    on('ForAllValues:StringEquals', 'a:b', []),
    on('ForAllValues:StringEquals', 'a:b', 'c'),
  ],
  EMPTY_ARRAY_CONDITION_FORANYVALUE: [
    on('ForAnyValue:StringEquals', 'a:b', []),
    on('ForAnyValue:StringEquals', 'a:b', 'c'),
  ],
  EMPTY_ARRAY_CONDITION_IFEXISTS: [
    on('StringEqualsIfExists', 'a:b', []),
    on('StringEqualsIfExists', 'a:b', 'c'),
  ],
  EMPTY_OBJECT_CONDITION: [identity({ Condition: {} }), on('Bool', 'a:b', true)],
  EMPTY_OBJECT_PRINCIPAL: [trusting({}), trust()],
  UNSUPPORTED_PRINCIPAL: [[identity({ Principal: { AWS: role } }), 'identity'], identity()],
  ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL: [
    trusting({ AWS: [role, '*'] }, { Condition: {} }),
    trusting({ AWS: '*' }, when('StringEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5')),
  ],
  ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL: [
    trust({ Principal: undefined, NotPrincipal: { AWS: role } }),
    trust(),
  ],
  ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE: [trust({ Resource: '*' }), trust()],
  UNSUPPORTED_WILDCARD_IN_PRINCIPAL: [trusting({ AWS: `${role}*` }), trusting({ AWS: '*' })],
  ALLOW_WITH_NOT_PRINCIPAL: [
    resourcePolicy(undefined, { NotPrincipal: { AWS: role } }),
    resourcePolicy(undefined, { Effect: 'Deny', NotPrincipal: { AWS: role } }),
  ],
  INVALID_SERVICE_PRINCIPAL_FORMAT: [trusting({ Service: 'qbusiness' }, sourced), trust()],
  INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY: [
    webIdentity('corp provider'),
    webIdentity('accounts.google.com'),
  ],
  FEDERATED_PRINCIPAL_NOT_SUPPORTED: [
    resourcePolicy({ Federated: saml }),
    resourcePolicy({ AWS: role }),
  ],
  INVALID_ROLE_REFERENCE: [trusting({ AWS: 'AROAEXAMPLEEXAMPLEEX' }), trusting({ AWS: role })],
  INVALID_USER_REFERENCE: [
    trusting({ AWS: 'AIDAEXAMPLEEXAMPLEEX' }),
    trusting({ AWS: 'arn:aws:iam::111122223333:user/AIDA' }),
  ],
  REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY: [
    trusting({ AWS: [role, 'arn:aws:sts::111122223333:assumed-role/Caller/s'] }),
    trusting({ AWS: [role, 'arn:aws:sts::111122223333:assumed-role/Other/s'] }),
  ],
  UNSUPPORTED_ACTION_IN_POLICY: [
    [trust({ Action: ['sts:AssumeRole', 'qbusiness:Chat'] }), 'trust'],
    trust({ Action: ['sts:AssumeRole', 'sts:TagSession'] }),
  ],
  MISMATCHED_ACTION_FOR_PRINCIPAL: [
    trusting({ Federated: saml }, { Action: 'sts:AssumeRoleWithWebIdentity' }),
    trusting({ Federated: saml }, { Action: 'sts:AssumeRoleWithSAML' }),
  ],
  MISSING_ACTION_FOR_CONDITION_KEY: [
    trusting({ AWS: role }, { Condition: { StringEquals: { 'sts:SourceIdentity': 'a' } } }),
    trusting(
      { AWS: role },
      {
        Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'],
        Condition: { StringEquals: { 'sts:SourceIdentity': 'a' } },
      },
    ),
  ],
  MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY: [
    trust({ Principal: { Service: 'rolesanywhere.amazonaws.com' } }),
    trust({
      Principal: { Service: 'rolesanywhere.amazonaws.com' },
      Action: ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'],
    }),
  ],
  RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL: [trust({ Condition: undefined }), trust()],
  RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL: [
    trust({ Condition: { StringEquals: { 'aws:Referer': '1' } } }),
    trust(),
  ],
  UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL: [
    trust({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
    trust(),
  ],
  MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL: [
    webIdentity(cluster),
    webIdentity(cluster, { StringEquals: { 'oidc.eks.us-east-1.amazonaws.com/id/A1:sub': 's' } }),
  ],
  MISSING_GITHUB_REPO_CONDITION_KEY: [
    webIdentity(github, claims('StringEquals', 'aud', 'sts.amazonaws.com')),
    webIdentity(github, claims('StringEquals', 'sub', 'repo:o/r:ref:refs/heads/main')),
  ],
  SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED: [
    webIdentity(github, claims('StringLike', 'sub', 'repo:o/r:*')),
    webIdentity(github, claims('StringLike', 'sub', 'repo:o/r:ref:refs/heads/main')),
  ],
  FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE: [
    webIdentity(github, claims('ForAnyValue:StringEquals', 'aud', 'x')),
    webIdentity(github, claims('StringEquals', 'aud', 'x')),
  ],
  CONFIRM_AUDIENCE_CLAIM_TYPE: [
    webIdentity(github, claims('ForAllValues:StringEquals', 'aud', 'x')),
    webIdentity(github, claims('StringEquals', 'aud', 'x')),
  ],
  INVALID_ACTION: [identity({ Action: 'qbusiness.Chat' }), identity({ Action: 'qbusiness:Cha?*' })],
  UNKNOWN_ACTION: [
    identity({ Action: 'qbusiness:ChatAsync' }),
    identity({ Action: ['qbusiness:chatsync', 'qbusiness:Chat*', 'sqs:Anything'] }),
  ],
  INVALID_ARN_PREFIX: [
    identity({ Resource: 'aws:s3:::b' }),
    identity({ Resource: 'arn:aws:s3:::b' }),
  ],
  MISSING_ARN_FIELD: [
    identity({ Resource: 'arn:aws:s3:b' }),
    identity({ Resource: 'arn:aws:s3:*' }),
  ],
  INVALID_PARTITION: [
    identity({ Resource: 'arn:amazon:s3:::b' }),
    identity({ Resource: 'arn:aws-cn:s3:::b' }),
  ],
  INVALID_ARN_SERVICE_CASE: [identity({ Resource: application.replace('qb', 'QB') }), identity()],
  INVALID_ARN_REGION: [
    identity({ Resource: application.replace('us-east-1', 'useast1') }),
    identity({ Resource: application.replace('us-east-1', 'us-*') }),
  ],
  INVALID_ARN_ACCOUNT: [
    identity({ Resource: application.replace('111122223333', '1111-2222-3333') }),
    identity({ Resource: application.replace('111122223333', '1111*') }),
  ],
  INVALID_ARN_RESOURCE: [
    identity({ Resource: 'arn:aws:s3:::' }),
    identity({ Resource: 'arn:aws:s3:::*' }),
  ],
  WILDCARD_IN_SERVICE_NAME: [
    identity({ Resource: 'arn:aws:q*:us-east-1:111122223333:a' }),
    identity({ Resource: 'arn:aws:qbusiness:*:111122223333:a' }),
  ],
  INVALID_CONDITION_OPERATOR: [on('StringIs', 'a:b', 'c'), on('stringequals', 'a:b', 'c')],
  NULL_WITH_IF_EXISTS: [on('NullIfExists', 'a:b', 'true'), on('Null', 'a:b', 'true')],
  NULL_WITH_QUALIFIER: [on('ForAllValues:Null', 'a:b', 'true'), on('Null', 'a:b', 'true')],
  WILDCARD_WITHOUT_LIKE_OPERATOR: [
    on('StringEquals', 'a:b', 'c*'),
    on('StringEquals', 'a:b', 'c${*}'),
  ],
  STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS: [
    on('StringLike', 'aws:SourceArn', application),
    on('ArnLike', 'aws:SourceArn', application),
  ],
  INVALID_CONDITION_KEY_FORMAT: [
    on('StringEquals', 'SourceArn', 'c'),
    on('StringEquals', 'a:b', 'c'),
  ],
  INVALID_GLOBAL_CONDITION_KEY: [
    on('ArnLike', 'aws:SourceARNs', application),
    on('ArnLike', 'AWS:sourcearn', application),
  ],
  DEPRECATED_GLOBAL_CONDITION_KEY: [
    on('ArnLike', 'aws:ARN', application),
    on('ArnLike', 'aws:PrincipalArn', role),
  ],
  MISSING_TAG_KEY_IN_CONDITION: [
    on('StringEquals', 'aws:ResourceTag', 'c'),
    on('StringEquals', 'aws:ResourceTag/a', 'c'),
  ],
  DUPLICATE_KEYS_WITH_DIFFERENT_CASE: [
    identity({
      Condition: { ArnLike: { 'aws:SourceArn': application, 'AWS:sourcearn': application } },
    }),
    identity({
      Condition: {
        ArnLike: { 'aws:SourceArn': application },
        ArnEquals: { 'AWS:sourcearn': application },
      },
    }),
  ],
  TYPE_MISMATCH: [
    on('StringEquals', 'aws:SourceIp', '203.0.113.0/24'),
    on('IpAddress', 'aws:SourceIp', '203.0.113.0/24'),
  ],
  MISSING_QUALIFIER: [
    on('StringEquals', 'aws:TagKeys', 'a'),
    on('ForAnyValue:StringEquals', 'aws:TagKeys', 'a'),
  ],
  FORALLVALUES_WITH_SINGLE_VALUED_KEY: [
    on('ForAllValues:ArnLike', 'aws:SourceArn', application),
    on('ForAllValues:StringEquals', 'aws:TagKeys', 'a'),
  ],
  MISSING_PAIRED_CONDITION_KEYS: [
    on('IpAddress', 'aws:VpcSourceIp', '10.0.0.0/8'),
    identity({
      Condition: {
        IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/8' },
        StringEquals: { 'aws:SourceVpc': 'vpc-12345678' },
      },
    }),
  ],
  UNTRUSTWORTHY_CONDITION_KEY: [
    on('StringEquals', 'aws:UserAgent', 'a'),
    on('StringEquals', 'aws:UserAgent', 'a', { Effect: 'Deny' }),
  ],
  IRRELEVANT_CONDITION_KEY_IN_POLICY: [
    trust({ Condition: { StringEquals: { 'aws:ResourceAccount': '111122223333' } } }),
    trust(),
  ],
  TYPE_MISMATCH_BOOLEAN: [on('Bool', 'a:b', 'yes'), on('Bool', 'a:b', 'True')],
  TYPE_MISMATCH_DATE: [
    on('DateLessThan', 'aws:CurrentTime', 'tomorrow'),
    on('DateLessThan', 'aws:CurrentTime', '2026-11-23'),
  ],
  TYPE_MISMATCH_NUMBER: [on('NumericLessThan', 'a:b', 'ten'), on('NumericLessThan', 'a:b', 10)],
  TYPE_MISMATCH_IP_RANGE: [
    on('IpAddress', 'aws:SourceIp', '203.0.113.0/40'),
    on('IpAddress', 'aws:SourceIp', '2001:db8::/40'),
  ],
  TYPE_MISMATCH_STRING: [
    on('BinaryEquals', 'a:b', 'not base64'),
    on('BinaryEquals', 'a:b', 'AQID'),
  ],
  INVALID_DATE_VALUE: [
    on('DateLessThan', 'aws:CurrentTime', '1900000000'),
    on('DateLessThan', 'aws:EpochTime', '1900000000'),
  ],
  INVALID_CONDITION_DATA_TYPE: [
    on('NumericEquals', 'a:b', [1, '2']),
    on('NumericEquals', 'a:b', ['1', '2']),
  ],
  INVALID_CONDITION_MULTIPLE_BOOLEAN: [
    on('Bool', 'a:b', ['true', 'false']),
    on('Bool', 'a:b', ['true']),
  ],
  IMPROVE_IP_RANGE: [
    on('IpAddress', 'aws:SourceIp', '203.0.113.7/24'),
    on('IpAddress', 'aws:SourceIp', '203.0.113.7/32'),
  ],
  PRIVATE_IP_ADDRESS: [
    on('IpAddress', 'aws:SourceIp', '10.1.0.0/16'),
    on('IpAddress', 'aws:SourceIp', '11.1.0.0/16'),
  ],
  PRIVATE_NOT_IP_ADDRESS: [
    on('NotIpAddress', 'aws:SourceIp', ['192.168.0.0/24']),
    on('NotIpAddress', 'aws:VpcSourceIp', ['192.168.0.0/24']),
  ],
  PRIVATE_IP_ADDRESS_SUBSET: [
    on('IpAddress', 'aws:SourceIp', ['10.1.0.0/16', '203.0.113.0/24']),
    on('IpAddress', 'aws:SourceIp', ['9.0.0.0/8', '203.0.113.0/24']),
  ],
  PRIVATE_NOT_IP_ADDRESS_SUBSET: [
    on('NotIpAddress', 'aws:SourceIp', ['172.16.0.0/12', '203.0.113.0/24']),
    on('NotIpAddress', 'aws:SourceIp', ['172.0.0.0/8', '203.0.113.0/24']),
  ],
  INVALID_VPC_FORMAT: [
    on('StringEquals', 'aws:SourceVpc', 'vpc-1'),
    on('StringEquals', 'aws:SourceVpc', 'vpc-11223344556677889'),
  ],
  INVALID_VPCE_FORMAT: [
    on('StringEquals', 'aws:SourceVpce', 'vpc-12345678'),
    on('StringLike', 'aws:SourceVpce', 'vpce-*'),
  ],
  REDUNDANT_CONDITION_VALUE_NUM: [
    on('NumericLessThan', 'a:b', ['2700', '3600']),
    on('NumericEquals', 'a:b', ['2700', '3600']),
  ],
  MISSING_BRACE_IN_VARIABLE: [bucket('${aws:username'), bucket('${aws:username}')],
  EMPTY_VARIABLE: [bucket('${}'), bucket('${*}')],
  MISSING_QUOTE_IN_VARIABLE: [
    bucket('${aws:PrincipalTag/a, none}'),
    bucket("${aws:PrincipalTag/a, 'none'}"),
  ],
  UNSUPPORTED_SPACE_IN_VARIABLE: [
    bucket('${aws: username}'),
    bucket("${aws:PrincipalTag/a, 'no team'}"),
  ],
  VARIABLE_UNSUPPORTED_IN_VERSION: [
    { ...(bucket('${aws:username}') as object), Version: '2008-10-17' },
    bucket('${aws:username}'),
  ],
  VARIABLE_UNSUPPORTED_IN_ELEMENT: [
    identity({ Resource: 'arn:aws:s3:${aws:RequestedRegion}::b' }),
    bucket('${aws:username}'),
  ],
  INVALID_VARIABLE_FOR_OPERATOR: [on('Bool', 'a:b', '${a:c}'), on('StringLike', 'a:b', '${a:c}')],
  VARIABLE_USAGE_TOO_PERMISSIVE: [
    on('StringLike', 'aws:userid', '${a:c}'),
    on('StringLike', 'aws:userid', 'AROAEXAMPLE:${a:c}'),
  ],
  WILDCARD_USAGE_TOO_PERMISSIVE: [
    on('StringLike', 'aws:userid', '*:a'),
    on('StringLike', 'aws:userid', 'AROAEXAMPLE:*'),
  ],
  REDUNDANT_ACTION: [
    identity({ Action: ['qbusiness:*', 'qbusiness:Chat'] }),
    identity({ Action: ['qbusiness:Chat*', 'qbusiness:PutFeedback'] }),
  ],
  REDUNDANT_RESOURCE: [
    identity({ Resource: [application, application.replace('a1', '*')] }),
    identity({ Resource: [application, application.replace('a1', 'a1/*')] }),
  ],
  REDUNDANT_STATEMENT: [
    policy(
      { Effect: 'Allow', Action: 'a:B', Resource: '*' },
      { Sid: 'X', Effect: 'Allow', Action: ['A:b'], Resource: ['*'] },
    ),
    policy(
      { Effect: 'Allow', Action: 'a:b', Resource: '*' },
      { Effect: 'Deny', Action: 'a:b', Resource: '*' },
    ),
  ],
  PASS_ROLE_WITH_STAR_IN_RESOURCE: [passRole({}), passRole(limited)],
  PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE: [
    passRole({ Action: 'iam:*' }),
    passRole({ Action: 'iam:*', Resource: role }),
  ],
  PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION: [
    passRole({ ...without, NotAction: 's3:*' }),
    passRole({ ...without, NotAction: 'iam:*' }),
  ],
  PASS_ROLE_WITH_NOT_RESOURCE: [
    passRole({ Resource: undefined, NotResource: role }),
    passRole({ Resource: role }),
  ],
  PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE: [
    passRole({ Action: 'iam:Pass*', Resource: undefined, NotResource: role }),
    passRole({ Action: 'iam:Get*', Resource: undefined, NotResource: role }),
  ],
  PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE: [
    passRole({ ...without, NotAction: 's3:*', Resource: undefined, NotResource: role }),
    passRole({ ...without, NotAction: 's3:*', Resource: undefined, NotResource: role, ...limited }),
  ],
  CREATE_SLR_WITH_STAR_IN_RESOURCE: [slr({}), slr(limitedSlr)],
  CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE: [
    slr({ Action: '*' }),
    slr({ Action: '*', Effect: 'Deny' }),
  ],
  CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION: [
    slr({ ...without, NotAction: 's3:*' }),
    slr({ ...without, NotAction: 'iam:Create*' }),
  ],
  CREATE_SLR_WITH_NOT_RESOURCE: [
    slr({ Resource: undefined, NotResource: role }),
    slr({ Resource: role }),
  ],
  CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE: [
    slr({ Action: 'iam:Create*', Resource: undefined, NotResource: role }),
    slr({ Action: 'iam:CreateR*', Resource: undefined, NotResource: role }),
  ],
  CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE: [
    slr({ ...without, NotAction: 's3:*', Resource: undefined, NotResource: role }),
    slr({ ...without, NotAction: 'iam:*', Resource: undefined, NotResource: role }),
  ],
  POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA: [
    identity({ Resource: `arn:aws:s3:::${'a'.repeat(6_200)}` }),
    JSON.parse(
      JSON.stringify(identity({ Resource: `arn:aws:s3:::${'a'.repeat(6_000)}` }), null, 8),
    ),
  ],
  POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA: [
    trust({ Sid: 'a'.repeat(2_000) }),
    trust({ Sid: 'a'.repeat(1_700) }),
  ],
};
