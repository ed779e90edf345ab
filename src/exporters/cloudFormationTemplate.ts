import type { PolicyDocument } from '../iam/document';
import type { RoleDefinition } from '../iam/role';
import type { NewRolePlan, RolePlan } from '../qbusiness/plan';

/** A function of CloudFormation; every other text in a template is literal. */
export interface Intrinsic {
  readonly intrinsic: 'Ref' | 'Fn::GetAtt' | 'Fn::FindInMap' | 'Fn::Equals' | 'Fn::And' | 'Fn::Not';
  readonly argument: string | readonly TemplateValue[];
}

/** A policy document whose texts are literal: `${…}` in them is no reference. */
export interface LiteralDocument {
  readonly document: PolicyDocument;
}

export type TemplateValue =
  | string
  | number
  | readonly TemplateValue[]
  | Intrinsic
  | LiteralDocument
  | { readonly [key: string]: TemplateValue };

export type Template = Readonly<Record<string, TemplateValue>>;

const intrinsic =
  (name: Intrinsic['intrinsic']) =>
  (argument: Intrinsic['argument']): Intrinsic => ({ intrinsic: name, argument });

export const ref = intrinsic('Ref');
export const equals = intrinsic('Fn::Equals');
export const not = intrinsic('Fn::Not');
const getAtt = intrinsic('Fn::GetAtt');
export const and = intrinsic('Fn::And');

/** The condition on every resource. */
export const GUARD = 'IsIntendedAccount';

/**
 * The template of a plan: without parameters, with literal values. A rule refuses the stack in another
 * account with a message; there and in another partition a condition excludes every resource, and
 * CloudFormation creates no stack without resources.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html
 */
export function roleTemplate(plan: RolePlan): Template {
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: templateDescription(plan),
    Rules: guardRules(plan),
    Conditions: { [GUARD]: guardCondition(plan) },
    Resources:
      plan.target === 'new-role'
        ? { Role: role(plan.role), ...policy(plan, ref('Role')), ...webExperience(plan) }
        : policy(plan, plan.roleName),
    ...(plan.target === 'new-role' && { Outputs: outputs(plan) }),
  };
}

export const templateDescription = ({ accessMode, target }: RolePlan): string => {
  const access =
    accessMode === 'web-experience' ? 'anonymous web experience' : 'anonymous API access';
  return target === 'new-role'
    ? `IAM role for an Amazon Q Business ${access}`
    : `Permissions for Amazon Q Business ${access} on a role that exists`;
};

export const wrongAccountMessage = ({ accountId }: RolePlan): string =>
  `This is for account ${accountId}, and the stack would be in another one.`;

const accountMatches = ({ accountId }: RolePlan) => equals([ref('AWS::AccountId'), accountId]);
const partitionMatches = ({ partition }: RolePlan) => equals([ref('AWS::Partition'), partition]);

export const guardCondition = (plan: RolePlan): Intrinsic =>
  and([accountMatches(plan), partitionMatches(plan)]);

export const guardRules = (plan: RolePlan): TemplateValue => ({
  IntendedAccount: {
    Assertions: [{ Assert: accountMatches(plan), AssertDescription: wrongAccountMessage(plan) }],
  },
});

const role = (definition: RoleDefinition): TemplateValue => ({
  Type: 'AWS::IAM::Role',
  Condition: GUARD,
  Properties: {
    RoleName: definition.roleName,
    Path: definition.path,
    Description: definition.description,
    MaxSessionDuration: definition.maxSessionDuration,
    ...(definition.permissionsBoundary !== undefined && {
      PermissionsBoundary: definition.permissionsBoundary,
    }),
    AssumeRolePolicyDocument: { document: definition.trustPolicy },
    ...(definition.tags.length > 0 && {
      Tags: definition.tags.map(({ key, value }) => ({ Key: key, Value: value })),
    }),
  },
});

function policy(
  { permissionsPolicy: { name, attachment, document } }: RolePlan,
  roleName: TemplateValue,
): Readonly<Record<string, TemplateValue>> {
  return attachment === 'inline'
    ? { RolePolicy: rolePolicy(name, roleName, document) }
    : {
        ManagedPolicy: {
          Type: 'AWS::IAM::ManagedPolicy',
          Condition: GUARD,
          Properties: {
            ManagedPolicyName: name,
            Roles: [roleName],
            PolicyDocument: { document: document },
          },
        },
      };
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-rolepolicy.html */
const rolePolicy = (
  name: string,
  roleName: TemplateValue,
  document: PolicyDocument,
): TemplateValue => ({
  Type: 'AWS::IAM::RolePolicy',
  Condition: GUARD,
  Properties: { RoleName: roleName, PolicyName: name, PolicyDocument: { document: document } },
});

/** Whether the plan asks for a web experience beside the role. */
export const includesWebExperience = ({ template }: RolePlan): boolean =>
  template.accessMode === 'web-experience' && template.includeWebExperience;

/** The web experience; it depends on the policy, because Amazon Q Business checks the role's permissions. */
function webExperience(plan: RolePlan): Readonly<Record<string, TemplateValue>> {
  const { template } = plan;
  if (template.accessMode !== 'web-experience' || !template.includeWebExperience) return {};
  return {
    WebExperience: {
      Type: 'AWS::QBusiness::WebExperience',
      Condition: GUARD,
      DependsOn: plan.permissionsPolicy.attachment === 'inline' ? 'RolePolicy' : 'ManagedPolicy',
      Properties: {
        ApplicationId: template.applicationIds[0],
        RoleArn: getAtt('Role.Arn'),
        ...(template.origins.length > 0 && { Origins: template.origins }),
      },
    },
  };
}

const outputs = (plan: NewRolePlan): TemplateValue => ({
  RoleArn: {
    Condition: GUARD,
    Description: 'The ARN of the role.',
    Value: getAtt('Role.Arn'),
  },
  ...(includesWebExperience(plan) && {
    WebExperienceId: {
      Condition: GUARD,
      Description: 'The ID of the web experience.',
      Value: getAtt('WebExperience.WebExperienceId'),
    },
    DefaultEndpoint: {
      Condition: GUARD,
      Description: 'The address of the web experience.',
      Value: getAtt('WebExperience.DefaultEndpoint'),
    },
  }),
});
