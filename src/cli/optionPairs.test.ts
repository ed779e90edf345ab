import { describe, expect, test } from 'vitest';
import { parsePolicy } from '../iam/parse';
import { decide, type Question } from '../iam/solver/decide';
import { callers, callerOf, type CallerKind } from '../qbusiness/callers';
import { API_ACTIONS, WEB_EXPERIENCE_ACTIONS } from '../qbusiness/facts';
import type { AccessMode } from '../qbusiness/form/accessMode';
import { everyField } from '../qbusiness/form/everyField.testing';
import type { FormField } from '../qbusiness/form/formField';
import { formFields, type DeclaredField } from '../qbusiness/form/formFields';
import { planRole, type RolePlan } from '../qbusiness/plan';
import { formOptions } from './formOptions';
import { parseOptions } from './parseOptions';
import { readRequest } from './readRequest';

const ACCOUNT = '111122223333';
const APPLICATION = 'a1b2c3d4-5678-90ab-cdef-example11111';
const OTHER = 'b2c3d4e5-6789-01bc-def0-example22222';

const base = [
  '--region=us-east-1',
  `--account-id=${ACCOUNT}`,
  `--application-id=${APPLICATION}`,
] as const;

type Json = Readonly<Record<string, unknown>>;

/** One or two options that say one thing, and whether a role does what they say. */
interface Setting {
  readonly option: keyof typeof formOptions;
  readonly args: readonly string[];
  readonly holds: (plan: RolePlan) => boolean;
}

type Requester = NonNullable<Question['parts']>['requester'];

/** Everyone whom a trust policy of ours may name. */
const requesters: readonly Requester[] = [
  { kind: 'role' },
  { kind: 'user' },
  ...['application.qbusiness', 'lambda', 'ecs-tasks', 'ec2', 'pods.eks', 'rolesanywhere', 'amplify']
    .map((name) => ({ kind: 'service', service: `${name}.amazonaws.com` }) as const)
    .map((principal) => ({ kind: 'fixed', principal }) as const),
  ...[exampleOf('eks-irsa', 'oidcProvider'), 'token.actions.githubusercontent.com']
    .map((name) => `arn:aws:iam::${ACCOUNT}:oidc-provider/${name}`)
    .map((provider) => ({ kind: 'fixed', principal: { kind: 'federated', provider } }) as const),
];

/** Whether the document allows nothing beyond the statement; decided by the solver. */
function isBelow(document: object, kind: 'identity' | 'trust', statement: Json): boolean {
  const ceiling = { Version: '2012-10-17', Statement: { Effect: 'Allow', ...statement } };
  const claims = [
    { policies: { kind, documents: [parsePolicy(document).document] }, is: 'allowed' },
    { policies: { kind, documents: [parsePolicy(ceiling).document] }, is: 'notAllowed' },
  ] as const;
  return (kind === 'trust' ? requesters : [undefined]).every(
    (requester) => decide({ claims, ...(requester && { parts: { requester } }) }).answer === 'no',
  );
}

const permissions =
  (statement: Json) =>
  ({ permissionsPolicy }: RolePlan): boolean =>
    isBelow(permissionsPolicy.document, 'identity', {
      Action: 'qbusiness:*',
      Resource: '*',
      ...statement,
    });

const trust =
  (statement: Json) =>
  (plan: RolePlan): boolean =>
    plan.target === 'new-role' &&
    isBelow(plan.role.trustPolicy, 'trust', { Action: 'sts:*', ...statement });

const both =
  (...checks: readonly ((plan: RolePlan) => boolean)[]) =>
  (plan: RolePlan): boolean =>
    checks.every((check) => check(plan));

const webRole = both(
  permissions({ Action: WEB_EXPERIENCE_ACTIONS }),
  trust({ Principal: { Service: 'application.qbusiness.amazonaws.com' } }),
);

const apiActions = permissions({ Action: API_ACTIONS.all });
const isApi = (plan: RolePlan) => plan.accessMode === 'api-only';
const apiRole = both(apiActions, isApi);
const anyRole = (plan: RolePlan) => (isApi(plan) ? apiActions : webRole)(plan);

const keptByRole =
  (check: (role: Extract<RolePlan, { target: 'new-role' }>['role']) => boolean) =>
  (plan: RolePlan): boolean =>
    plan.target === 'new-role' && check(plan.role);

const principals: Readonly<Record<CallerKind, Json | undefined>> = {
  lambda: { Principal: { Service: 'lambda.amazonaws.com' } },
  'ecs-task': { Principal: { Service: 'ecs-tasks.amazonaws.com' } },
  'ec2-instance': { Principal: { Service: 'ec2.amazonaws.com' } },
  'eks-pod-identity': { Principal: { Service: 'pods.eks.amazonaws.com' } },
  'eks-irsa': {
    Principal: {
      Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/${exampleOf('eks-irsa', 'oidcProvider')}`,
    },
  },
  'same-account': { Principal: { AWS: exampleOf('same-account', 'principalArn') } },
  'other-account': { Principal: { AWS: exampleOf('other-account', 'principalArn') } },
  'roles-anywhere': { Principal: { Service: 'rolesanywhere.amazonaws.com' } },
  'github-actions': {
    Principal: {
      Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`,
    },
  },
  'amplify-hosting': { Principal: { Service: 'amplify.amazonaws.com' } },
  'existing-role': undefined,
};

function exampleOf(kind: CallerKind, name: string): string {
  const field = callerOf(kind).fields.find((candidate) => candidate.name === name);
  return field?.kind === 'text' ? field.example : '';
}

const callerSettings = callers.map(({ kind }): Setting => {
  const values = callerOf(kind).fields.flatMap((field) =>
    field.kind === 'text' && field.required
      ? [`--caller-value=${field.name}=${field.example}`]
      : [],
  );
  const principal = principals[kind];
  return {
    option: 'caller',
    args: [`--caller=${kind}`, ...values],
    holds: both(apiRole, principal ? trust(principal) : ({ target }) => target === 'existing-role'),
  };
});

const from = (Condition: Json) => both(isApi, permissions({ Condition }));
const endpoint = from({ StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f67890' } });
const vpc = from({ StringEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d4e5f67890' } });
const addresses = from({ IpAddress: { 'aws:SourceIp': '198.18.0.0/24' } });
const chatSync = both(isApi, permissions({ Action: 'qbusiness:ChatSync' }));

const listedSettings: readonly Setting[] = [
  { option: 'access-mode', args: ['--access-mode=web-experience'], holds: webRole },
  { option: 'access-mode', args: ['--access-mode=api-only'], holds: apiRole },
  {
    option: 'other-application',
    args: [`--other-application=${OTHER}`],
    holds: permissions({
      Resource: [APPLICATION, OTHER].map(
        (id) => `arn:aws:qbusiness:us-east-1:${ACCOUNT}:application/${id}`,
      ),
    }),
  },
  { option: 'api-actions', args: ['--api-actions=all'], holds: apiRole },
  { option: 'api-actions', args: ['--api-actions=chat-sync'], holds: chatSync },
  ...callerSettings,
  {
    option: 'caller-value',
    args: ['--caller=lambda', '--caller-value=functionName=chat'],
    holds: trust({
      Principal: { Service: 'lambda.amazonaws.com' },
      Condition: {
        ArnLike: { 'aws:SourceArn': `arn:aws:lambda:us-east-1:${ACCOUNT}:function:chat` },
      },
    }),
  },
  { option: 'network-limit', args: ['--network-limit=none'], holds: isApi },
  {
    option: 'network-limit',
    args: ['--network-limit=vpc-endpoint', '--vpc-endpoint=vpce-0a1b2c3d4e5f67890'],
    holds: endpoint,
  },
  { option: 'network-limit', args: ['--network-limit=vpc'], holds: vpc },
  { option: 'network-limit', args: ['--network-limit=ip-range'], holds: addresses },
  { option: 'vpc-endpoint', args: ['--vpc-endpoint=vpce-0a1b2c3d4e5f67890'], holds: endpoint },
  { option: 'vpc', args: ['--vpc=vpc-0a1b2c3d4e5f67890'], holds: vpc },
  { option: 'ip-range', args: ['--ip-range=198.18.0.0/24'], holds: addresses },
  {
    option: 'role-name',
    args: ['--role-name=Chat'],
    holds: keptByRole(({ roleName }) => roleName === 'Chat'),
  },
  {
    option: 'policy-name',
    args: ['--policy-name=ChatPolicy'],
    holds: ({ permissionsPolicy: { name } }) => name === 'ChatPolicy',
  },
  {
    option: 'attachment',
    args: ['--attachment=managed'],
    holds: ({ permissionsPolicy: { attachment } }) => attachment === 'managed',
  },
  { option: 'path', args: ['--path=/chat/'], holds: keptByRole(({ path }) => path === '/chat/') },
  {
    option: 'description',
    args: ['--description=Help'],
    holds: keptByRole(({ description }) => description === 'Help'),
  },
  { option: 'tag', args: ['--tag=team=chat'], holds: keptByRole(({ tags }) => tags.length === 1) },
  {
    option: 'permissions-boundary',
    args: [`--permissions-boundary=arn:aws:iam::${ACCOUNT}:policy/Boundary`],
    holds: keptByRole(({ permissionsBoundary }) => permissionsBoundary !== undefined),
  },
  {
    option: 'max-session-duration',
    args: ['--max-session-duration=7200'],
    holds: keptByRole(({ maxSessionDuration }) => maxSessionDuration === 7200),
  },
];

/** The options that give a field the value of its example. */
function argsOf({ kind, name, option }: DeclaredField): readonly string[] {
  const { [name]: value } = everyField;
  if (kind === 'switch') return [`--${option}`];
  const texts: readonly unknown[] = Array.isArray(value)
    ? value.map((entry: unknown) => (entry as { readonly value: string }).value)
    : [value];
  return texts.map((text) => `--${option}=${String(text)}`);
}

const isRequired = (field: FormField): boolean => field.kind === 'text' && field.required;

/** Options that are not listed: with one, a role may do no more than without it. */
const otherSettings = formFields
  .filter((field) => !isRequired(field))
  .filter(({ option }) => listedSettings.every((listed) => listed.option !== option))
  .map((field: DeclaredField & FormField): Setting => {
    const needsMode = (mode: AccessMode): boolean =>
      field.needs?.some((need) => 'is' in need && need.is === mode) ?? false;
    return {
      option: field.option,
      args: argsOf(field),
      holds: needsMode('web-experience') ? webRole : needsMode('api-only') ? apiRole : anyRole,
    };
  });

const settings: readonly Setting[] = [...listedSettings, ...otherSettings];

/** The role that the options make, or why they are refused. */
function planOf(args: readonly string[]): RolePlan | readonly string[] {
  try {
    const { draft, problems } = readRequest(parseOptions([...base, ...args], formOptions).values);
    return problems.length === 0 && draft.status === 'ready'
      ? planRole(draft.template)
      : problems.map(({ message }) => message);
  } catch (error) {
    return [String(error)];
  }
}

const isPlan = (outcome: RolePlan | readonly string[]): outcome is RolePlan =>
  !Array.isArray(outcome);

/** A caller for what lacks nothing else. */
const withCaller = (args: readonly string[]): RolePlan | readonly string[] => {
  const outcome = planOf(args);
  const lacksCaller =
    !isPlan(outcome) && outcome.length === 1 && outcome[0] === 'Choose who calls the API';
  return lacksCaller ? planOf([...args, '--caller=ecs-task']) : outcome;
};

describe('options together', () => {
  test('each one is tried', () => {
    const tried = new Set(settings.map(({ option }) => option));
    const untried = formFields.map(({ option }) => option).filter((option) => !tried.has(option));
    expect(untried).toEqual(['region', 'account-id', 'application-id']);
  });

  test.each(settings)('$args alone means what it says, or is refused', ({ args, holds }) => {
    const outcome = withCaller(args);
    expect(isPlan(outcome) ? holds(outcome) : outcome.length > 0).toBe(true);
  });

  test('a pair grants no more than each of the two allows, or is refused', () => {
    let accepted = 0;
    let refused = 0;
    for (const [index, first] of settings.entries()) {
      for (const second of settings.slice(index + 1)) {
        const outcome = withCaller([...first.args, ...second.args]);
        if (!isPlan(outcome)) {
          refused += 1;
          continue;
        }
        accepted += 1;
        const told = [...first.args, ...second.args].join(' ');
        expect([told, first.holds(outcome), second.holds(outcome)]).toEqual([told, true, true]);
      }
    }
    // Some pairs are accepted and some are refused.
    expect(accepted).toBeGreaterThan(200);
    expect(refused).toBeGreaterThan(200);
  }, 120_000);
});
