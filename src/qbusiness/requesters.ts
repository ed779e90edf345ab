import type { AnyPolicyDocument } from '../iam/parse';
import { accountOfPrincipal } from '../iam/principal';
import type { ConditionTest } from '../iam/conditions';
import type { RequestParts } from '../iam/solver/request';
import { anyIdentity, fixedRequester, type Requesters } from '../iam/solver/requesters';
import { isUnknownValue } from '../iam/unknownValue';
import { arnOfAsked, isOneApplication, type AskedApplication } from './applicationsAsked';
import { APPLICATION_PRINCIPAL, WEB_EXPERIENCE_PRINCIPAL } from './facts';

/** A class of requesters who may try to assume a role. */
export interface RequesterClass {
  /** Stays the same for the same class; ends in the principal as a policy names it. */
  readonly id: string;
  /** “Amazon Q Business, for this application”. */
  readonly label: string;
  readonly parts: RequestParts;
  /** Belongs to another account: its own policies must allow it, too. */
  readonly isForeign: boolean;
}

export interface RequesterQuestion {
  /** The account that the role is in. */
  readonly roleAccount: string | undefined;
  /** Other applications that are asked about on their own: they are no “other” ones. */
  readonly alsoAsked: readonly AskedApplication[];
}

/** Who is asked about, and how many whom the documents name are not. */
export interface RequesterClasses {
  readonly classes: readonly RequesterClass[];
  readonly left: number;
}

/** Of a kind that are asked about one by one: more than the trust policy of a role has room for, or nearly. */
const mostNamed = 60;

const assume = ['sts:AssumeRole'];

/**
 * The classes of requesters for which a trust policy is tested: everybody whom the documents name, and
 * always Amazon Q Business for this and other applications, other accounts, another service, and anyone.
 */
export function requesterClasses(
  trusts: readonly AnyPolicyDocument[],
  asked: AskedApplication,
  { roleAccount, alsoAsked }: RequesterQuestion,
): RequesterClasses {
  const entries = trusts
    .flatMap(({ statements }) => statements.flatMap(({ principal }) => principal?.entries ?? []))
    .filter(({ value }) => !isUnknownValue(value));
  const named = (kind: string) => [
    ...new Set(entries.filter((entry) => entry.kind === kind).map(({ value }) => value)),
  ];
  const aws = named('AWS');
  const identities = aws.filter((value) =>
    /^arn:[^:]+:(?:iam|sts)::\d{12}:(?:role|user|assumed-role)\/[^*?]+$/.test(value),
  );
  const own = roleAccount ?? (asked.accountId === '*' ? undefined : asked.accountId);
  const accounts = new Set([
    ...(own === undefined ? [] : [own]),
    ...aws.flatMap((value) => accountOfPrincipal(value) ?? []),
    ...identities.map((arn) => arn.split(':')[4] ?? ''),
  ]);
  const services = named('Service');
  let left = 0;
  const some = (all: readonly string[]): readonly string[] => {
    left += Math.max(0, all.length - mostNamed);
    return all.slice(0, mostNamed);
  };
  const classes = [
    ...applicationClasses(asked, alsoAsked, services, ownerOf(trusts, own)),
    ...some(
      services.filter(
        (name) => name !== WEB_EXPERIENCE_PRINCIPAL && name !== APPLICATION_PRINCIPAL,
      ),
    ).map((name) => serviceClass(name, serviceLabels.get(name) ?? `The service ${name}`)),
    serviceClass('another-service.amazonaws.com', 'Another AWS service'),
    ...some(identities).map((arn) => identityClass(arn, own)),
    ...some([...accounts]).flatMap((account) => accountClasses(account, own, identities)),
    foreignClass([...accounts]),
    ...some(named('Federated')).map(providerClass),
    providerClass('login.example.com'),
    {
      id: 'anyone',
      label: 'Anyone at all',
      isForeign: false,
      parts: {
        ...fixedRequester({ kind: 'anyone' }),
        actions: assume,
      },
    },
  ];
  return { classes, left };
}

const serviceLabels: ReadonlyMap<string, string> = new Map([
  ['lambda.amazonaws.com', 'AWS Lambda'],
  ['ec2.amazonaws.com', 'Amazon EC2'],
  ['ecs-tasks.amazonaws.com', 'Amazon ECS, for tasks'],
  ['pods.eks.amazonaws.com', 'Amazon EKS Pod Identity'],
  ['rolesanywhere.amazonaws.com', 'IAM Roles Anywhere'],
  ['amplify.amazonaws.com', 'AWS Amplify'],
]);

const providerLabels: ReadonlyMap<string, string> = new Map([
  ['token.actions.githubusercontent.com', 'A workflow of GitHub Actions'],
]);

const serviceClass = (
  service: string,
  label: string,
  conditions: readonly ConditionTest[] = [],
  id = `service ${service}`,
): RequesterClass => ({
  id,
  label,
  isForeign: false,
  parts: { ...fixedRequester({ kind: 'service', service }), actions: assume, conditions },
});

/** That the role is of the account, where a condition compares with `aws:ResourceAccount`. */
function ownerOf(
  trusts: readonly AnyPolicyDocument[],
  account: string | undefined,
): readonly ConditionTest[] {
  const isCompared = trusts.some(({ statements }) =>
    statements.some(({ conditions }) =>
      conditions.some(({ key, values }) =>
        [key, ...values.map(({ value }) => value)].some((text) =>
          /aws:ResourceAccount/i.test(text),
        ),
      ),
    ),
  );
  if (account === undefined || !isCompared) return [];
  return [{ operator: 'StringEquals', key: 'aws:ResourceAccount', values: [account] }];
}

/** The ARN of an application always names its account. */
const sourceOf = (asked: AskedApplication): string =>
  arnOfAsked(asked.accountId === '*' ? { ...asked, accountId: '?'.repeat(12) } : asked);

/** Amazon Q Business on behalf of applications, which its requests name in two condition keys. */
function applicationClasses(
  asked: AskedApplication,
  alsoAsked: readonly AskedApplication[],
  services: readonly string[],
  owner: readonly ConditionTest[],
): readonly RequesterClass[] {
  const wide = { ...asked, applicationId: '*' };
  const below = (arn: string) => [`${arn}/*`, `${arn}:*`];
  const source = (like: string, unlike: readonly string[]): readonly ConditionTest[] => [
    { operator: 'ArnLike', key: 'aws:SourceArn', values: [like] },
    { operator: 'ArnNotLike', key: 'aws:SourceArn', values: [...below(like), ...unlike] },
    { operator: 'StringLike', key: 'aws:SourceAccount', values: ['*'] },
    ...owner,
  ];
  const own = sourceOf(asked);
  const everywhere = sourceOf({ ...wide, partition: '*', region: '*' });
  const anywhere = sourceOf({ ...wide, partition: '*', region: '*', accountId: '*' });
  const classes = [
    { id: 'application', words: askedWords(asked), conditions: source(own, []) },
    ...(isOneApplication(asked)
      ? [
          {
            id: 'other-application',
            words: 'for another application of the account',
            conditions: source(everywhere, [own, ...alsoAsked.map(sourceOf)]),
          },
        ]
      : []),
    ...(asked.accountId === '*'
      ? []
      : [
          {
            id: 'other-account-application',
            words: 'for an application of another account',
            conditions: source(anywhere, [
              `arn:*:qbusiness:*:${asked.accountId}:*`,
              ...alsoAsked.map(sourceOf),
            ]),
          },
        ]),
  ];
  const principals = [
    { service: WEB_EXPERIENCE_PRINCIPAL, name: 'Amazon Q Business' },
    ...(services.includes(APPLICATION_PRINCIPAL)
      ? [{ service: APPLICATION_PRINCIPAL, name: `Amazon Q Business as ${APPLICATION_PRINCIPAL}` }]
      : []),
  ];
  return principals.flatMap(({ service, name }) =>
    classes.map(({ id, words, conditions }) =>
      serviceClass(service, `${name}, ${words}`, conditions, `${id} ${service}`),
    ),
  );
}

function askedWords(asked: AskedApplication): string {
  if (isOneApplication(asked)) return 'for this application';
  const { region, accountId } = asked;
  const where = `${accountId === '*' ? '' : ` of ${accountId}`}${region === '*' ? '' : ` in ${region}`}`;
  return `for any application${where}`;
}

const isOwn = (account: string | undefined, own: string | undefined): boolean =>
  own === undefined || account === own;

function identityClass(arn: string, own: string | undefined): RequesterClass {
  const account = arn.split(':')[4];
  const base = { id: arn, label: arn, isForeign: !isOwn(account, own) };
  if (arn.includes(':assumed-role/')) {
    return { ...base, parts: { ...fixedRequester({ kind: 'assumedRole', arn }), actions: assume } };
  }
  const kind = arn.includes(':user/') ? 'user' : 'role';
  const conditions = [{ operator: 'ArnEquals', key: 'aws:PrincipalArn', values: [arn] }];
  return { ...base, parts: { ...anyIdentity(kind), actions: assume, conditions } };
}

function accountClasses(
  account: string,
  own: string | undefined,
  identities: readonly string[],
): readonly RequesterClass[] {
  const isForeign = !isOwn(account, own);
  const whose = own !== undefined && account === own ? 'the same account' : `account ${account}`;
  const rest = (kind: 'role' | 'user', requester: Requesters): RequestParts => ({
    ...requester,
    actions: assume,
    conditions: [
      { operator: 'ArnLike', key: 'aws:PrincipalArn', values: [`arn:*:iam::${account}:${kind}/*`] },
      ...exceptions(identities.filter((arn) => arn.includes(`:${kind}/`))),
    ],
  });
  const hasNamed = identities.some((arn) => arn.includes(`::${account}:`));
  const other = hasNamed ? 'Another' : 'A';
  return [
    {
      id: `account ${account}`,
      label: `The root user of ${whose}`,
      isForeign,
      parts: { ...fixedRequester({ kind: 'account', account }), actions: assume },
    },
    {
      id: `role ${account}`,
      label: `${other} role of ${whose}`,
      isForeign,
      parts: rest('role', anyIdentity('role')),
    },
    {
      id: `user ${account}`,
      label: `${other} user of ${whose}`,
      isForeign,
      parts: rest('user', anyIdentity('user')),
    },
  ];
}

function exceptions(arns: readonly string[]): readonly ConditionTest[] {
  return arns.length === 0
    ? []
    : [{ operator: 'ArnNotEquals', key: 'aws:PrincipalArn', values: arns }];
}

function foreignClass(accounts: readonly string[]): RequesterClass {
  const values = accounts.map((account) => `arn:*:iam::${account}:*`);
  return {
    id: 'other-account',
    label: 'A role of another account',
    isForeign: true,
    parts: { ...anyIdentity('role'), actions: assume, conditions: exceptions(values) },
  };
}

function providerClass(provider: string): RequesterClass {
  const isSaml = provider.includes(':saml-provider/');
  const name = provider.replace(/^.*(?:oidc|saml)-provider\//, '');
  const isNamed = provider !== 'login.example.com';
  return {
    id: isNamed ? `provider ${provider}` : 'other-provider',
    label: isNamed
      ? (providerLabels.get(name) ?? `Somebody signed in by ${name}`)
      : 'Somebody signed in by another identity provider',
    isForeign: false,
    parts: {
      ...fixedRequester({ kind: 'federated', provider }),
      actions: [isSaml ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRoleWithWebIdentity'],
    },
  };
}
