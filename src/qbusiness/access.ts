import {
  evaluateIdentityPolicies,
  evaluateTrustPolicy,
  type AccessRequest,
  type Decision,
  type Evaluation,
} from '../iam/evaluate';
import { parseArn } from '../iam/arn';
import type { RequestContext } from '../iam/context';
import type { ConditionBlock, PrincipalMap } from '../iam/document';
import type { AnyPolicyDocument } from '../iam/parse';
import type { RequestPrincipal } from '../iam/principal';
import { actionCatalogue, type AccessLevel } from './actions';
import { applicationArn } from './applicationArn';
import { callerOf } from './callers';
import { WEB_EXPERIENCE_PRINCIPAL } from './facts';
import type { NewRolePlan, RolePlan } from './plan';

/** The application that access is asked about. */
export interface AccessSetting {
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
  readonly applicationId: string;
}

/** What an action is tried on. */
export type AccessTarget = 'application' | 'other-application' | 'other-account' | 'other-region';

export const accessTargets: readonly AccessTarget[] = [
  'application',
  'other-application',
  'other-account',
  'other-region',
];

/** One action on one target. */
export interface ActionAccess extends Pick<Evaluation, 'decision' | 'decidedBy' | 'undecided'> {
  readonly action: string;
  /** Absent for an action of another service. */
  readonly accessLevel?: AccessLevel;
  readonly target: AccessTarget;
  /** Every resource the action needs on this target. */
  readonly resources: readonly string[];
}

/** Stand-ins for what is not the application of the form; no real identifier looks like them. */
const OTHER_ID = '00000000-0000-0000-0000-000000000000';
const OTHER_ACCOUNT = '000000000000';

/** Actions outside the service that a chat role must not have either. */
const outsiders: readonly {
  readonly action: string;
  readonly resource: (setting: AccessSetting) => string;
}[] = [
  {
    action: 'iam:PassRole',
    resource: ({ partition, accountId }) => `arn:${partition}:iam::${accountId}:role/another-role`,
  },
  {
    action: 'sts:AssumeRole',
    resource: ({ partition, accountId }) => `arn:${partition}:iam::${accountId}:role/another-role`,
  },
  { action: 's3:GetObject', resource: ({ partition }) => `arn:${partition}:s3:::a-bucket/a-key` },
];

/** What the role can do: every action of the catalogue, and some outsiders, on every target. */
export function accessOfRole(
  documents: readonly AnyPolicyDocument[],
  setting: AccessSetting,
  context: RequestContext,
): readonly ActionAccess[] {
  return accessTargets.flatMap((target) => {
    const place = placeOf(target, setting);
    const attempt = (action: string, resources: readonly string[]) => ({
      action,
      target,
      resources,
      ...weakest(
        resources.map((resource) =>
          evaluateIdentityPolicies(documents, { action, resource, context }),
        ),
      ),
    });
    return [
      ...actionCatalogue.actions.map(({ action, accessLevel, resourceTypes }) => ({
        ...attempt(action, resourcesOf(resourceTypes, place)),
        accessLevel,
      })),
      ...outsiders.map(({ action, resource }) => attempt(action, [resource(place)])),
    ];
  });
}

function placeOf(target: AccessTarget, setting: AccessSetting): AccessSetting {
  switch (target) {
    case 'application':
      return setting;
    case 'other-application':
      return { ...setting, applicationId: OTHER_ID };
    case 'other-account':
      return { ...setting, accountId: OTHER_ACCOUNT };
    case 'other-region':
      return { ...setting, region: setting.region === 'us-west-2' ? 'us-east-1' : 'us-west-2' };
  }
}

/** Where the ARN of each type stands below the application's. */
const pathOfType: Readonly<Record<string, string>> = {
  application: '',
  'data-source': `/index/${OTHER_ID}/data-source/${OTHER_ID}`,
};

function resourcesOf(types: readonly string[], place: AccessSetting): readonly string[] {
  if (types.length === 0) return ['*'];
  const application = applicationArn(place, place.applicationId);
  return types.map((type) => `${application}${pathOfType[type] ?? `/${type}/${OTHER_ID}`}`);
}

const strength: readonly Decision[] = ['explicitDeny', 'implicitDeny', 'notDecided', 'allowed'];

/** An action that needs several resources is allowed as far as the least of them. */
function weakest(
  evaluations: readonly Evaluation[],
): Pick<ActionAccess, 'decision' | 'decidedBy' | 'undecided'> {
  const [first, ...others] = evaluations;
  if (!first) throw new RangeError('An action is tried on one resource at least');
  return others.reduce(
    (least, next) =>
      strength.indexOf(next.decision) < strength.indexOf(least.decision) ? next : least,
    first,
  );
}

/** Somebody who tries to assume the role. */
export interface Requester {
  readonly id: string;
  /** “Amazon Q Business, for this application”. */
  readonly label: string;
  /** Whether the plan wants this one to succeed. */
  readonly isIntended: boolean;
  readonly request: AccessRequest & { readonly principal: RequestPrincipal };
}

export interface RequesterAccess extends Pick<
  Evaluation,
  'decision' | 'decidedBy' | 'undecided' | 'delegatedToAccount'
> {
  readonly requester: Requester;
}

/** Who can become the role, of the requesters given. */
export function accessToRole(
  trustPolicy: AnyPolicyDocument,
  requesters: readonly Requester[],
): readonly RequesterAccess[] {
  return requesters.map((requester) => {
    const { decision, decidedBy, undecided, delegatedToAccount } = evaluateTrustPolicy(
      trustPolicy,
      requester.request,
    );
    return { requester, decision, decidedBy, undecided, delegatedToAccount };
  });
}

/** The requesters that every trust policy is asked about. */
export function commonRequesters(setting: AccessSetting, roleArn: string): readonly Requester[] {
  const { partition, accountId } = setting;
  const assume = (
    id: string,
    label: string,
    principal: RequestPrincipal,
    keys: RequestContext['keys'] = {},
  ): Requester => ({
    id,
    label,
    isIntended: false,
    request: {
      principal,
      action: 'sts:AssumeRole',
      resource: roleArn,
      context: { keys, otherKeys: 'absent' },
    },
  });
  const service = { kind: 'service', service: WEB_EXPERIENCE_PRINCIPAL } as const;
  const calledFor = (place: AccessSetting) => ({
    'aws:SourceAccount': place.accountId,
    'aws:SourceArn': applicationArn(place, place.applicationId),
  });
  return [
    assume(
      'service-application',
      'Amazon Q Business, for this application',
      service,
      calledFor(setting),
    ),
    assume(
      'service-other-application',
      'Amazon Q Business, for another application of the account',
      service,
      calledFor(placeOf('other-application', setting)),
    ),
    assume(
      'service-other-account',
      'Amazon Q Business, for an application of another account',
      service,
      calledFor(placeOf('other-account', setting)),
    ),
    assume('other-principal', 'Another role of the account', {
      kind: 'role',
      arn: `arn:${partition}:iam::${accountId}:role/another-role`,
    }),
    assume('other-account', 'A role of another account', {
      kind: 'role',
      arn: `arn:${partition}:iam::${OTHER_ACCOUNT}:role/another-role`,
    }),
    assume('anyone', 'Anyone at all', { kind: 'anyone' }),
  ];
}

/**
 * The requester that a plan is made for, sending every key that its conditions ask for. Absent where
 * the role exists already and its trust policy is not known.
 */
function intendedRequester(plan: RolePlan): Requester | undefined {
  if (plan.target === 'existing-role') return undefined;
  const [statement] = plan.role.trustPolicy.Statement;
  const principal = principalOf(statement.Principal);
  if (!principal) return undefined;
  const label = plan.caller
    ? callerOf(plan.caller).label
    : 'Amazon Q Business, for this application';
  return {
    id: plan.caller ?? 'service-application',
    label,
    isIntended: true,
    request: {
      principal,
      action: statement.Action[0],
      resource: plan.roleArn,
      context: { keys: satisfyingKeys(statement.Condition), otherKeys: 'absent' },
    },
  };
}

/** Who is asked about for a plan: whom it is made for, and everybody whom it must keep out. */
export function requestersOf(plan: NewRolePlan): readonly Requester[] {
  const intended = intendedRequester(plan);
  const setting = settingOf(plan);
  const others = commonRequesters(setting, plan.roleArn);
  return intended ? [intended, ...others.filter(({ id }) => id !== intended.id)] : others;
}

/** The first application of a plan. */
export function settingOf({ template }: RolePlan): AccessSetting {
  const { partition, region, accountId, applicationIds } = template;
  return { partition, region, accountId, applicationId: applicationIds[0] };
}

/** The keys that a call of the plan's own caller carries. */
export function contextOf(plan: RolePlan): RequestContext {
  const [statement] = plan.permissionsPolicy.document.Statement;
  return { keys: satisfyingKeys(statement.Condition), otherKeys: 'absent' };
}

function principalOf({ Service, Federated, AWS }: PrincipalMap): RequestPrincipal | undefined {
  if (Service) return { kind: 'service', service: Service[0] };
  if (Federated) return { kind: 'federated', provider: Federated[0] };
  if (!AWS) return undefined;
  const [arn] = AWS;
  return { kind: parseArn(arn)?.resource.startsWith('user/') ? 'user' : 'role', arn };
}

/** One value for each key, as its operator asks for it; a wildcard stands for a word. */
function satisfyingKeys(condition: ConditionBlock = {}): RequestContext['keys'] {
  return Object.fromEntries(
    Object.entries(condition).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, [value]]) => [key, satisfyingValue(operator, value)]),
    ),
  );
}

function satisfyingValue(operator: string, value: string): string {
  if (operator === 'IpAddress') return value.split('/', 1)[0] ?? value;
  return operator === 'ArnLike' ? value.replaceAll('*', 'any/one') : value;
}
