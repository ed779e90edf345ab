import { actionCatalogue, identityOnlyActions } from '../qbusiness/actions';
import { APPLICATION_PRINCIPAL, WEB_EXPERIENCE_PRINCIPAL } from '../qbusiness/facts';

/** A word of policy documents, and what it means. */
export interface PolicyWord {
  readonly name: string;
  /** Plain text. */
  readonly meaning: string;
}

const words = (list: Readonly<Record<string, string>>): readonly PolicyWord[] =>
  Object.entries(list).map(([name, meaning]) => ({ name, meaning }));

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
export const documentElements = words({
  Version:
    'The version of the policy language. 2012-10-17 is the current one; without it variables stay plain text.',
  Id: 'A name for the whole document. Policies of identities must not have one.',
  Statement: 'The rules. Each one stands for itself; an explicit Deny beats every Allow.',
});

export const statementElements = words({
  Sid: 'A name for the statement: letters and digits, unique in the document.',
  Effect: 'Allow or Deny, in exactly this spelling.',
  Principal:
    'Who is meant. Belongs into trust and resource policies, never into permissions policies.',
  NotPrincipal: 'Everyone but these. A trust policy must not have it.',
  Action: 'What is allowed or denied, as service:Operation. A * stands for any text.',
  NotAction: 'Every action but these, including those that AWS adds later.',
  Resource: 'On which resources, as ARNs. A trust policy has none: it is about its own role.',
  NotResource: 'Every resource but these.',
  Condition:
    'When the statement counts. All operators and keys must hold; the values of one key are alternatives.',
});

export const principalKeys = words({
  AWS: 'Accounts, roles and users, as ARNs or as an account ID.',
  Service: 'AWS services, as host names.',
  Federated: 'Identity providers: the ARN of an OIDC or SAML provider, or a domain.',
});

export const effects = words({
  Allow: 'Grants what nothing denies.',
  Deny: 'Refuses, whatever else allows it.',
});

export const versions = words({
  '2012-10-17': 'The current policy language, with variables.',
  '2008-10-17': 'The old policy language: variables are plain text.',
});

const compared: Readonly<Record<string, string>> = {
  StringEquals: 'The text is one of these, letter for letter.',
  StringNotEquals: 'The text is none of these.',
  StringEqualsIgnoreCase: 'The text is one of these, whatever the case.',
  StringNotEqualsIgnoreCase: 'The text is none of these, whatever the case.',
  StringLike: 'The text fits one of these; * and ? are wildcards.',
  StringNotLike: 'The text fits none of these; * and ? are wildcards.',
  ArnEquals: 'The ARN fits one of these; wildcards count within each part. The same as ArnLike.',
  ArnLike: 'The ARN fits one of these; wildcards count within each part.',
  ArnNotEquals: 'The ARN fits none of these. The same as ArnNotLike.',
  ArnNotLike: 'The ARN fits none of these.',
  NumericEquals: 'The number is one of these.',
  NumericNotEquals: 'The number is none of these.',
  NumericLessThan: 'The number is below this.',
  NumericLessThanEquals: 'The number is this or below.',
  NumericGreaterThan: 'The number is above this.',
  NumericGreaterThanEquals: 'The number is this or above.',
  DateEquals: 'The time is one of these.',
  DateNotEquals: 'The time is none of these.',
  DateLessThan: 'The time is before this.',
  DateLessThanEquals: 'The time is this or before.',
  DateGreaterThan: 'The time is after this.',
  DateGreaterThanEquals: 'The time is this or after.',
  Bool: 'The value is true or false, as given.',
  BinaryEquals: 'The bytes are these, written in Base64.',
  IpAddress: 'The address is in one of these ranges.',
  NotIpAddress: 'The address is in none of these ranges.',
};

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const conditionOperators = words({
  ...compared,
  Null: 'true: the key is missing. false: the key is there.',
});

/** The meaning of an operator with its prefix and suffix, such as `ForAnyValue:StringLikeIfExists`. */
export function operatorMeaning(name: string): string | undefined {
  const match = /^(?:(ForAllValues|ForAnyValue):)?(.+?)(IfExists)?$/i.exec(name);
  const [, set, base = '', ifExists] = match ?? [];
  const found = find(conditionOperators, base);
  if (!found) return undefined;
  return [
    found.meaning,
    ...(set?.toLowerCase() === 'forallvalues'
      ? ['ForAllValues: every value of the request must; a missing key counts as a match.']
      : []),
    ...(set?.toLowerCase() === 'foranyvalue'
      ? ['ForAnyValue: one value of the request must.']
      : []),
    ...(ifExists === undefined ? [] : ['IfExists: a missing key counts as a match.']),
  ].join('\n');
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
export const conditionKeys = words({
  'aws:SourceAccount':
    'The account for whose resource a service calls. Keeps services from acting for strangers.',
  'aws:SourceArn':
    'The resource for which a service calls; Amazon Q Business sends the ARN of the application.',
  'aws:SourceOrgID': 'The organization of the resource for which a service calls.',
  'aws:SourceIp':
    'The public address of the caller. Not there when the call comes through a VPC endpoint.',
  'aws:SourceVpc': 'The VPC of the caller; only there through a VPC endpoint.',
  'aws:SourceVpce': 'The VPC endpoint that the call comes through.',
  'aws:VpcSourceIp': 'The private address of the caller, with aws:SourceVpc or aws:SourceVpce.',
  'aws:PrincipalArn': 'The ARN of the caller; of the role, for a role session.',
  'aws:PrincipalAccount': 'The account of the caller.',
  'aws:PrincipalOrgID': 'The organization of the caller.',
  'aws:PrincipalTag/': 'A tag of the caller; the tag’s key follows the slash.',
  'aws:ResourceAccount': 'The account that owns the resource.',
  'aws:ResourceTag/': 'A tag of the resource; the tag’s key follows the slash.',
  'aws:RequestTag/': 'A tag that the request wants to set; the tag’s key follows the slash.',
  'aws:TagKeys': 'The keys of the tags in the request. Has several values.',
  'aws:RequestedRegion': 'The Region that the call is made to.',
  'aws:SecureTransport': 'Whether the call came over TLS.',
  'aws:MultiFactorAuthPresent':
    'Whether the caller signed in with a second factor; missing with long-term keys.',
  'aws:CurrentTime': 'The time of the call.',
  'aws:ViaAWSService': 'Whether a service calls on behalf of the caller.',
  'aws:CalledVia': 'The services through which the call came. Has several values.',
  'aws:UserAgent': 'What the caller says about its software. Anyone can write anything there.',
  'aws:Referer': 'What a browser says about the page before. Anyone can write anything there.',
  'iam:PassedToService': 'The service that a role is handed to, in policies about iam:PassRole.',
  'sts:ExternalId': 'The word that another account must give when it assumes the role.',
  'sts:RoleSessionName': 'The name that the caller gives the session.',
  'sts:SourceIdentity': 'The identity that the caller sets, and that stays through later roles.',
  'sts:TransitiveTagKeys': 'Session tags that stay through later roles. Has several values.',
});

export const servicePrincipals = words({
  [WEB_EXPERIENCE_PRINCIPAL]:
    'Amazon Q Business, chatting on behalf of the visitors of a web experience.',
  [APPLICATION_PRINCIPAL]:
    'Amazon Q Business, for the application’s own role: logs, metrics, data sources.',
  'lambda.amazonaws.com': 'AWS Lambda functions.',
  'ecs-tasks.amazonaws.com': 'Tasks of Amazon ECS.',
  'ec2.amazonaws.com': 'Amazon EC2 instances.',
  'pods.eks.amazonaws.com': 'Pods with EKS Pod Identity.',
  'rolesanywhere.amazonaws.com': 'IAM Roles Anywhere.',
  'amplify.amazonaws.com': 'AWS Amplify Hosting.',
});

/** The service’s actions on the day of the catalogue, and those of sts that trust policies use. */
export const actions: readonly PolicyWord[] = [
  ...actionCatalogue.actions.map(({ action, accessLevel, resourceTypes }) => ({
    name: action,
    meaning: [
      `Amazon Q Business, ${accessLevel.toLowerCase()} access. Needs ${
        resourceTypes.length === 0
          ? 'no resource: write *'
          : `the ARN of: ${resourceTypes.join(', ')}`
      }.`,
      ...(identityOnlyActions.has(action)
        ? ['Works for signed-in users only, not anonymously.']
        : []),
      `As of ${actionCatalogue.date}.`,
    ].join('\n'),
  })),
  ...words({
    'sts:AssumeRole': 'Becoming a role, for services, roles and users.',
    'sts:AssumeRoleWithWebIdentity': 'Becoming a role with a token of an OIDC provider.',
    'sts:AssumeRoleWithSAML': 'Becoming a role with a SAML assertion.',
    'sts:TagSession': 'Giving the session tags; EKS Pod Identity and IAM Roles Anywhere need it.',
    'sts:SetSourceIdentity': 'Giving the session a source identity.',
    'sts:SetContext': 'Handing on a user’s identity. Anonymous access has none.',
    'iam:PassRole': 'Handing a role to a service.',
  }),
];

/** The word of a list, whatever its case. */
export const find = (list: readonly PolicyWord[], name: string): PolicyWord | undefined =>
  list.find((word) => word.name.toLowerCase() === name.toLowerCase());
