import type {
  ConditionBlock,
  ConditionKey,
  DocumentOperator,
  HttpsUrl,
  NonEmpty,
  PermissionStatement,
  PolicyDocument,
  Statement,
  TrustStatement,
} from '../iam/document';
import type { NamedPolicy, RoleDefinition } from '../iam/role';
import { applicationArn } from './applicationArn';
import { callerOf, type CallerKind } from './callers';
import { companionPolicies, type CompanionPolicy } from './companions';
import type { HandoverStep } from './command';
import { API_ACTIONS, awsPages, WEB_EXPERIENCE_ACTIONS, WEB_EXPERIENCE_PRINCIPAL } from './facts';
import { webExperienceHandover } from './handover';
import type { AccessMode } from './form/accessMode';
import type { NetworkCondition, RoleTemplate } from './request';
import { countWord } from '../words/counts';

/** Why a statement is there, and where AWS says so. */
export interface Rationale {
  readonly because: string;
  readonly source: HttpsUrl;
}

interface PlanBase {
  /** The request that was planned; its values may be placeholders. */
  readonly template: RoleTemplate;
  readonly accessMode: AccessMode;
  /** Absent for a web experience, and while none is chosen. */
  readonly caller?: CallerKind;
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
  readonly applicationArns: NonEmpty<`arn:${string}`>;
  readonly roleName: string;
  readonly permissionsPolicy: NamedPolicy;
  /** The reasons for the statements of both documents, by Sid. */
  readonly rationale: Readonly<Record<string, Rationale>>;
  /** What is done with the role once it exists. */
  readonly handover: readonly HandoverStep[];
  /** Policies that other identities need beside this role. */
  readonly companions: readonly CompanionPolicy[];
}

/** A new role. */
export interface NewRolePlan extends PlanBase {
  readonly target: 'new-role';
  readonly roleArn: `arn:${string}`;
  readonly role: RoleDefinition;
}

/** A policy for a role that exists and keeps its trust policy. */
export interface ExistingRolePlan extends PlanBase {
  readonly target: 'existing-role';
}

export type RolePlan = NewRolePlan | ExistingRolePlan;

/** Plans by template: the draft plans a template to check its sizes, and the page uses the same plan. */
const plans = new WeakMap<RoleTemplate, RolePlan>();

/**
 * Plans a role: its documents, the reason for each statement, and what is done with the role. The
 * placeholders of a template stay in the documents. Cached by template.
 */
export function planRole(template: RoleTemplate): RolePlan {
  const known = plans.get(template);
  if (known) return known;
  const plan = newPlan(template);
  plans.set(template, plan);
  return plan;
}

function newPlan(template: RoleTemplate): RolePlan {
  const { partition, region, accountId, applicationIds, settings, accessMode } = template;
  const [firstId, ...otherIds] = applicationIds;
  const applicationArns: PlanBase['applicationArns'] = [
    applicationArn(template, firstId),
    ...otherIds.map((id) => applicationArn(template, id)),
  ];
  const permissions = permissionStatement(template, applicationArns);
  const permissionsPolicy: NamedPolicy = {
    name: settings.policyName,
    attachment: settings.attachment,
    document: policyOf(permissions.statement),
  };
  const shared = {
    template,
    accessMode,
    ...(template.accessMode === 'api-only' &&
      template.caller !== '' && { caller: template.caller }),
    partition,
    region,
    accountId,
    applicationArns,
    permissionsPolicy,
  };
  const trust = trustStatement(template, applicationArns);
  if (!trust) {
    const roleName = existingRoleName(template);
    const target = { ...shared, target: 'existing-role', roleName } as const;
    return {
      ...target,
      rationale: { [permissions.statement.Sid]: permissions.rationale },
      handover: handoverOf(template, '', roleName),
      companions: companionPolicies({ template, applicationArns }),
    };
  }
  const { roleName, policyName: _, attachment: __, ...roleSettings } = settings;
  const roleArn = `arn:${partition}:iam::${accountId}:role${settings.path}${roleName}` as const;
  return {
    ...shared,
    target: 'new-role',
    roleName,
    roleArn,
    role: {
      roleName,
      ...roleSettings,
      trustPolicy: policyOf(trust.statement),
      permissionsPolicy,
    },
    rationale: {
      [permissions.statement.Sid]: permissions.rationale,
      [trust.statement.Sid]: trust.rationale,
    },
    handover: handoverOf(template, roleArn, roleName),
    companions: companionPolicies({
      template,
      applicationArns,
      roleArn,
      services: trust.statement.Principal.Service,
    }),
  };
}

interface Explained<S> {
  readonly statement: S;
  readonly rationale: Rationale;
}

const policyOf = <S extends Statement>(statement: S): PolicyDocument<S> => ({
  Version: '2012-10-17',
  Statement: [statement],
});

function permissionStatement(
  template: RoleTemplate,
  Resource: PlanBase['applicationArns'],
): Explained<PermissionStatement> {
  const scope = Resource.length === 1 ? 'this application' : 'these applications';
  if (template.accessMode === 'web-experience') {
    return {
      statement: {
        Sid: 'QBusinessAnonymousWebExperienceConversationPermissions',
        Effect: 'Allow',
        Action: WEB_EXPERIENCE_ACTIONS,
        Resource,
      },
      rationale: {
        because: `The ${countWord(WEB_EXPERIENCE_ACTIONS.length)} actions that AWS documents for an anonymous web experience, on ${scope} only.`,
        source: awsPages.anonymousPolicies,
      },
    };
  }
  const { network } = template;
  const actions =
    template.apiActions === 'all'
      ? `The ${countWord(API_ACTIONS.all.length)} actions that work without a user identity`
      : 'ChatSync alone, which is what the AWS CLI and boto3 can call';
  return {
    statement: {
      Sid: 'QBusinessAnonymousConversationAPIPermissions',
      Effect: 'Allow',
      Action: API_ACTIONS[template.apiActions],
      Resource,
      ...(network && { Condition: networkCondition(network) }),
    },
    rationale: {
      because: `${actions}, on ${scope} only${network ? `, and only from the ${networkNames[network.limit]}` : ''}.`,
      source: network ? awsPages.sourceVpce : awsPages.anonymousPolicies,
    },
  };
}

const networkNames = {
  'vpc-endpoint': 'VPC endpoints named',
  vpc: 'VPCs named',
  'ip-range': 'addresses named',
} as const;

const networkKeys = {
  'vpc-endpoint': ['StringEquals', 'aws:SourceVpce'],
  vpc: ['StringEquals', 'aws:SourceVpc'],
  'ip-range': ['IpAddress', 'aws:SourceIp'],
} as const satisfies Record<NetworkCondition['limit'], readonly [DocumentOperator, ConditionKey]>;

function networkCondition({ limit, values }: NetworkCondition): ConditionBlock {
  const [operator, key] = networkKeys[limit];
  return { [operator]: { [key]: values } };
}

/**
 * `aws:SourceAccount` and `aws:SourceArn` keep another account's application from using the role.
 * Anonymous access carries no identity, so `sts:SetContext` stays out.
 */
function trustStatement(
  template: RoleTemplate,
  applicationArns: PlanBase['applicationArns'],
): Explained<TrustStatement> | undefined {
  if (template.accessMode === 'web-experience') {
    return {
      statement: {
        Sid: 'QBusinessTrustPolicy',
        Effect: 'Allow',
        Principal: { Service: [WEB_EXPERIENCE_PRINCIPAL] },
        Action: ['sts:AssumeRole'],
        Condition: {
          StringEquals: { 'aws:SourceAccount': [template.accountId] },
          ArnEquals: { 'aws:SourceArn': applicationArns },
        },
      },
      rationale: {
        because:
          applicationArns.length === 1
            ? 'Amazon Q Business may assume the role for this application of this account only, so that no other application can be used to reach it.'
            : 'Amazon Q Business may assume the role for these applications of this account only, so that no other application can be used to reach it.',
        source: awsPages.anonymousPolicies,
      },
    };
  }
  const grant = callerOf(template.caller).trust?.(template.callerValues, template);
  if (!grant) return undefined;
  const { sid, principal, actions, condition, because, source } = grant;
  return {
    statement: {
      Sid: sid,
      Effect: 'Allow',
      Principal: principal,
      Action: actions,
      ...(condition && { Condition: condition }),
    },
    rationale: { because, source },
  };
}

const existingRoleName = (template: RoleTemplate): string =>
  template.accessMode === 'api-only' ? (template.callerValues['roleName'] ?? '') : '';

function handoverOf(
  template: RoleTemplate,
  roleArn: string,
  roleName: string,
): readonly HandoverStep[] {
  if (template.accessMode === 'web-experience') return webExperienceHandover(template, roleArn);
  const { partition, region, accountId, caller, callerValues } = template;
  return callerOf(caller).handover(callerValues, {
    partition,
    region,
    accountId,
    roleArn,
    roleName,
  });
}
