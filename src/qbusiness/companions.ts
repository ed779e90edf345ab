import type { EndpointPolicy, HttpsUrl, NonEmpty, PermissionsPolicy } from '../iam/document';
import { isPlaceholder } from './placeholder';
import { API_ACTIONS, awsPages, APPLICATION_PRINCIPAL, WEB_EXPERIENCE_PRINCIPAL } from './facts';
import type { RoleTemplate } from './request';

/** A policy that somebody or something else needs, so that the role can be used. */
export interface CompanionPolicy {
  readonly id: 'url-issuer' | 'role-caller' | 'operator' | 'vpc-endpoint';
  readonly title: string;
  /** The identity or endpoint to which the policy is attached. */
  readonly holder: string;
  readonly because: string;
  readonly source: HttpsUrl;
  /** Below the folder `policies`. */
  readonly fileName: string;
  readonly document: PermissionsPolicy | EndpointPolicy;
}

interface CompanionContext {
  readonly template: RoleTemplate;
  readonly applicationArns: NonEmpty<`arn:${string}`>;
  /** Absent where the role exists already. */
  readonly roleArn?: `arn:${string}`;
  /** The services that the trust policy names. */
  readonly services?: NonEmpty<string> | undefined;
}

/** The companion policies of a plan. */
export function companionPolicies(context: CompanionContext): readonly CompanionPolicy[] {
  return [urlIssuer, roleCaller, operator, vpcEndpoint].flatMap((make) => make(context) ?? []);
}

type MakeCompanion = (context: CompanionContext) => CompanionPolicy | undefined;

/** The action needs both resource types; with one of them AWS answers AccessDenied. */
const urlIssuer: MakeCompanion = ({ template, applicationArns }) => {
  if (template.accessMode !== 'web-experience') return undefined;
  const [first, ...others] = applicationArns;
  const webExperiences = applicationArns.map(
    (arn, index) =>
      `${arn}/web-experience/${index === 0 ? (template.webExperienceId ?? '*') : '*'}` as const,
  );
  return {
    id: 'url-issuer',
    title: 'URL issuer',
    holder:
      'the backend that creates a chat URL for each visitor; never the browser and never the web experience role',
    because:
      template.webExperienceId !== undefined && others.length > 0
        ? `Lets the backend create anonymous chat URLs. The action needs both ARNs. The web experience ID counts for the application ${template.applicationIds[0]}; of ${others.length === 1 ? 'the other one' : `the ${others.length} others`} every web experience is named.`
        : template.webExperienceId === undefined
          ? 'Lets the backend create anonymous chat URLs. The action needs the application and the web experience; enter the web experience ID to name one instead of every web experience of the application.'
          : 'Lets the backend create anonymous chat URLs. The action needs both ARNs: the application and its web experience.',
    source: awsPages.anonymousActions,
    fileName: 'permspolicyforurlissuer.json',
    document: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'QBusinessCreateAnonymousUrl',
          Effect: 'Allow',
          Action: ['qbusiness:CreateAnonymousWebExperienceUrl'],
          Resource: [first, ...others, ...webExperiences],
        },
      ],
    },
  };
};

const assumingCallers: ReadonlySet<string> = new Set(['same-account', 'other-account']);

const roleCaller: MakeCompanion = ({ template, roleArn }) => {
  if (template.accessMode !== 'api-only' || !assumingCallers.has(template.caller) || !roleArn) {
    return undefined;
  }
  const principal = template.callerValues['principalArn'] ?? '';
  const isOptional = template.caller === 'same-account';
  return {
    id: 'role-caller',
    title: 'Caller of the role',
    holder: isPlaceholder(principal) ? 'the role or user that calls the API' : principal,
    because: isOptional
      ? 'Lets the caller assume the role. Within one account the trust policy alone is enough unless a permissions boundary or an SCP stands in the way.'
      : 'Lets the caller assume the role. Across accounts both sides must allow it: this policy there, the trust policy here.',
    source: awsPages.rolePrincipals,
    fileName: 'permspolicyforcaller.json',
    document: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'AssumeQBusinessApiRole',
          Effect: 'Allow',
          Action: ['sts:AssumeRole'],
          Resource: [roleArn],
        },
      ],
    },
  };
};

/** Amazon Q Business passes the role on as `qbusiness.amazonaws.com`, another principal assumes it. */
const operator: MakeCompanion = ({ template, applicationArns, roleArn, services }) => {
  if (!roleArn) return undefined;
  const { settings } = template;
  const isWeb = template.accessMode === 'web-experience';
  const passedTo = isWeb ? ([APPLICATION_PRINCIPAL, WEB_EXPERIENCE_PRINCIPAL] as const) : services;
  return {
    id: 'operator',
    title: 'Operator',
    holder: 'the administrator or pipeline that creates the role',
    because: isWeb
      ? 'Lets an operator create this role and hand it to the web experience. iam:PassRole names both service principals: Amazon Q Business asks for one and assumes the role as the other.'
      : passedTo
        ? 'Lets an operator create and change this one role and hand it to the service that uses it, and nothing else in IAM.'
        : 'Lets an operator create and change this one role and nothing else in IAM.',
    source: awsPages.passRole,
    fileName: 'permspolicyforoperator.json',
    document: {
      Version: '2012-10-17',
      Statement: [
        manageRole(roleArn, settings),
        ...(settings.attachment === 'managed' ? [managePolicy(template)] : []),
        ...(isWeb ? [manageWebExperience(applicationArns)] : []),
        ...(passedTo
          ? [
              {
                Sid: isWeb ? 'PassWebExperienceRole' : 'PassRole',
                Effect: 'Allow',
                Action: ['iam:PassRole'],
                Resource: [roleArn],
                Condition: { StringEquals: { 'iam:PassedToService': passedTo } },
              } as const,
            ]
          : []),
      ],
    },
  };
};

const manageRole = (
  roleArn: NonNullable<CompanionContext['roleArn']>,
  { attachment, permissionsBoundary }: RoleTemplate['settings'],
) =>
  ({
    Sid: 'ManageRole',
    Effect: 'Allow',
    Action: [
      'iam:CreateRole',
      'iam:GetRole',
      'iam:UpdateRole',
      'iam:UpdateRoleDescription',
      'iam:UpdateAssumeRolePolicy',
      'iam:TagRole',
      'iam:UntagRole',
      'iam:ListRoleTags',
      'iam:DeleteRole',
      'iam:ListRolePolicies',
      'iam:ListAttachedRolePolicies',
      'iam:ListInstanceProfilesForRole',
      ...(attachment === 'inline'
        ? (['iam:PutRolePolicy', 'iam:GetRolePolicy', 'iam:DeleteRolePolicy'] as const)
        : (['iam:AttachRolePolicy', 'iam:DetachRolePolicy'] as const)),
      ...(permissionsBoundary === undefined
        ? []
        : (['iam:PutRolePermissionsBoundary', 'iam:DeleteRolePermissionsBoundary'] as const)),
    ],
    Resource: [roleArn],
  }) as const;

const managePolicy = ({ partition, accountId, settings }: RoleTemplate) =>
  ({
    Sid: 'ManagePolicy',
    Effect: 'Allow',
    Action: [
      'iam:CreatePolicy',
      'iam:GetPolicy',
      'iam:GetPolicyVersion',
      'iam:CreatePolicyVersion',
      'iam:DeletePolicyVersion',
      'iam:ListPolicyVersions',
      'iam:DeletePolicy',
    ],
    Resource: [`arn:${partition}:iam::${accountId}:policy/${settings.policyName}`],
  }) as const;

const manageWebExperience = ([first, ...others]: CompanionContext['applicationArns']) =>
  ({
    Sid: 'ManageWebExperience',
    Effect: 'Allow',
    Action: [
      'qbusiness:GetApplication',
      'qbusiness:CreateWebExperience',
      'qbusiness:UpdateWebExperience',
      'qbusiness:GetWebExperience',
      'qbusiness:ListWebExperiences',
      'qbusiness:CreateAnonymousWebExperienceUrl',
    ],
    Resource: [
      first,
      ...others,
      ...[first, ...others].map((arn) => `${arn}/web-experience/*` as const),
    ],
  }) as const;

const vpcEndpoint: MakeCompanion = ({ template, applicationArns, roleArn }) => {
  if (template.accessMode !== 'api-only') return undefined;
  if (template.network?.limit !== 'vpc-endpoint' && template.network?.limit !== 'vpc') {
    return undefined;
  }
  return {
    id: 'vpc-endpoint',
    title: 'VPC endpoint',
    holder: `the interface endpoint for aws.api.${template.region}.qbusiness`,
    because: `Lets only ${roleArn ? 'this role' : 'roles and users of this account'} through the endpoint, and only to ${applicationArns.length === 1 ? 'this application' : 'these applications'}. Whatever else uses the endpoint needs a statement of its own. The endpoint carries API calls; the web experience is not reachable through it.`,
    source: awsPages.vpcEndpoints,
    fileName: 'vpcendpointpolicy.json',
    document: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: roleArn ? 'AllowRoleThroughEndpoint' : 'AllowAccountThroughEndpoint',
          Effect: 'Allow',
          Principal: { AWS: ['*'] },
          Action: API_ACTIONS[template.apiActions],
          Resource: applicationArns,
          // The path of a role that exists already is unknown, and with it the ARN.
          Condition: roleArn
            ? { ArnEquals: { 'aws:PrincipalArn': [roleArn] } }
            : { StringEquals: { 'aws:PrincipalAccount': [template.accountId] } },
        },
      ],
    },
  };
};
