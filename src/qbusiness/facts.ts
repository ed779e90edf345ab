import type { ActionPattern, HttpsUrl, NonEmpty } from '../iam/document';

/** When the facts of this file were last compared with AWS's pages. */
export const FACTS_CHECKED_ON = '2026-11-23';

const userGuide = (page: string): HttpsUrl =>
  `https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/${page}.html`;
const iamGuide = (page: string): HttpsUrl =>
  `https://docs.aws.amazon.com/IAM/latest/UserGuide/${page}.html`;

/** The AWS page behind each rule. */
export const awsPages = {
  anonymousPolicies: userGuide('anonymous-application-iam-policies'),
  anonymousApplication: userGuide('create-anonymous-application'),
  anonymousActions: userGuide('supported-exp-actions-anonymous'),
  anonymousApiCalls: userGuide('making-sigv4-authenticated-api-calls-anonymous-applications'),
  applicationRole: userGuide('create-application-iam-role'),
  identityCenterRole: userGuide('web-experience-iam-role-idc'),
  serviceLinkedRole: userGuide('using-service-linked-roles'),
  availabilityChange: userGuide('qbusiness-availability-change'),
  embed: userGuide('embed-amazon-q-business'),
  vpcEndpoints: userGuide('vpc-interface-endpoints'),
  settingUp: userGuide('setting-up'),
  regions: 'https://docs.aws.amazon.com/general/latest/gr/amazonq.html',
  serviceAuthorization:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonqbusiness.html',
  iamQuotas: iamGuide('reference_iam-quotas'),
  passRole: iamGuide('id_roles_use_passrole'),
  confusedDeputy: iamGuide('confused-deputy'),
  externalId: iamGuide('id_roles_common-scenarios_third-party'),
  rolePrincipals: iamGuide('reference_policies_elements_principal'),
  sourceVpce: iamGuide('reference_policies_condition-keys'),
  sid: iamGuide('reference_policies_elements_sid'),
  githubOidc: iamGuide('id_roles_providers_create_oidc'),
  lambdaExecutionRole:
    'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
  ecsTaskRole: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
  ec2InstanceProfile: iamGuide('id_roles_use_switch-role-ec2_instance-profiles'),
  eksPodIdentity: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html',
  eksIrsa: 'https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html',
  rolesAnywhere: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html',
  amplifyCompute:
    'https://docs.aws.amazon.com/amplify/latest/userguide/amplify-SSR-compute-role.html',
  githubSubject:
    'https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims',
} as const satisfies Record<string, HttpsUrl>;

export interface OfferedRegion {
  readonly name: string;
  readonly city: string;
}

/**
 * The Regions where Amazon Q Business is offered. The AWS CLI and boto3 know an endpoint in every
 * Region, because they derive its name; that says nothing about the service.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/amazonq.html
 */
export const OFFERED_REGIONS: NonEmpty<OfferedRegion> = [
  { name: 'us-east-1', city: 'N. Virginia' },
  { name: 'us-west-2', city: 'Oregon' },
  { name: 'eu-west-1', city: 'Ireland' },
  { name: 'ap-southeast-2', city: 'Sydney' },
];

/** Assumes the web experience role and chats on behalf of the visitor. */
export const WEB_EXPERIENCE_PRINCIPAL = 'application.qbusiness.amazonaws.com';
/** Assumes the application's own role, for metrics and logs only. */
export const APPLICATION_PRINCIPAL = 'qbusiness.amazonaws.com';

/** @see https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/anonymous-application-iam-policies.html */
export const WEB_EXPERIENCE_ACTIONS: NonEmpty<ActionPattern> = [
  'qbusiness:Chat',
  'qbusiness:ChatSync',
  'qbusiness:PutFeedback',
  'qbusiness:GetChatControlsConfiguration',
  'qbusiness:GetApplication',
];

/** @see apiActionsField */
export type ApiActions = 'all' | 'chat-sync';

export const API_ACTIONS: Readonly<Record<ApiActions, NonEmpty<ActionPattern>>> = {
  all: ['qbusiness:Chat', 'qbusiness:ChatSync', 'qbusiness:PutFeedback'],
  'chat-sync': ['qbusiness:ChatSync'],
};

/** The names of actions in a sentence, without the service: `Chat, ChatSync and PutFeedback`. */
export const actionWords = (actions: readonly ActionPattern[]): string =>
  actions
    .map((action) => action.replace('qbusiness:', ''))
    .join(', ')
    .replace(/, (\w+)$/, ' and $1');

/** Account numbers that AWS's pages use in examples. */
export const SAMPLE_ACCOUNT_IDS: ReadonlySet<string> = new Set([
  '111122223333',
  '123456789012',
  '444455556666',
  '123456789123',
]);

/** The caution for such an account and for identifiers of AWS's examples. */
export const SAMPLE_VALUE = 'This is a sample value from the AWS documentation';

/** AWS's example identifiers carry `example` or end in `xmpl`. */
export const isSampleIdentifier = (id: string): boolean => /example|xmpl/i.test(id);
