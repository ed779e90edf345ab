import { isJsonObject, type DocumentPath, type JsonObject } from '../iam/parse';
import { hole, holeName } from '../syntax/holes';
import { withoutFunctions } from './policyText';
import type { PolicyFacts, RoleName } from './readPolicy';

/** What the objects that contain a document say about it. */
export interface Surroundings {
  readonly role?: RoleName;
  readonly otherRoles?: readonly RoleName[];
  readonly policyName?: string;
  readonly policyArn?: string;
  readonly policyReference?: string;
  readonly isListed?: boolean;
  /** The type of its resource in a template, such as `AWS::S3::Bucket`. */
  readonly type?: string;
}

const textIn = (value: JsonObject, ...names: readonly string[]): string | undefined => {
  for (const name of names) {
    const text = withoutFunctions(value[name]);
    if (typeof text === 'string' && text !== '') return text;
  }
  return undefined;
};

/** The surroundings inside an object: what it says, else what the objects around it say. */
export function surroundingsIn(
  value: JsonObject,
  at: DocumentPath,
  around: Surroundings,
): Surroundings {
  const type = textIn(value, 'Type', 'type', 'resourceType') ?? around.type;
  const ownType = type !== around.type ? type : undefined;
  const isRole = /^(?:AWS::IAM::Role|(?:aws|awscc)_iam_role)$/.test(type ?? '');
  const policyName = textIn(value, 'PolicyName', 'policyName', 'policy_name');
  const arn = textIn(value, 'Arn', 'arn', 'PolicyArn');
  const role = roleIn(value, at, around, isRole, ownType);
  const [, ...otherRoles] = isRole ? [] : rolesOfPolicy(value, type);
  const policyReference = referenceOfPolicy(value, at, ownType);
  return {
    ...around,
    ...(type !== undefined && { type }),
    ...(role && { role }),
    ...(otherRoles.length > 0 && { otherRoles }),
    ...(policyReference !== undefined && { policyReference }),
    ...(policyName !== undefined && { policyName }),
    ...(arn !== undefined && /:policy\//.test(arn) && { policyArn: arn }),
    ...(policyName === undefined && nameOfPolicy(value, type, around)),
  };
}

/** The policy name in Terraform: `name` of a policy resource, or of a block in the role. */
function nameOfPolicy(
  value: JsonObject,
  type = '',
  around: Surroundings,
): { readonly policyName?: string } {
  const isPolicyBlock = around.role?.name !== undefined && 'policy' in value;
  const name = textIn(value, 'name');
  if (name === undefined || holeName(name) !== undefined) return {};
  return /_iam_(?:role_)?policy$/.test(type) || isPolicyBlock ? { policyName: name } : {};
}

function roleIn(
  value: JsonObject,
  at: DocumentPath,
  around: Surroundings,
  isRole: boolean,
  ownType: string | undefined,
): RoleName | undefined {
  const arn = textIn(value, 'Arn', 'arn', 'ARN');
  const roleArn = arn !== undefined && /^arn:[^:]*:iam::\d*:role\//.test(arn) ? arn : undefined;
  const named =
    textIn(value, 'RoleName', 'roleName', 'role_name') ??
    (isRole && !around.role?.name ? textIn(value, 'name') : undefined);
  const isTerraform = ownType?.endsWith('_iam_role') === true;
  const reference = isRole
    ? isTerraform
      ? `${ownType}.${textIn(value, 'name')}`
      : isJsonObject(value['Properties'])
        ? String(at.at(-1))
        : undefined
    : undefined;
  const [other] = isRole ? [] : rolesOfPolicy(value, around.type);
  if (isTerraform && reference) return { reference };
  const name = named ?? roleArn?.split('/').at(-1);
  if (name === undefined) return reference ? { reference } : other;
  const known = holeName(name);
  return {
    ...around.role,
    ...(known === undefined && !name.includes('\uE000') && { name }),
    ...(known !== undefined && !around.role && { reference: referredRole(known) }),
    ...(roleArn !== undefined && { arn: roleArn }),
    ...(reference && { reference }),
  };
}

/** The roles to which a policy resource of a template belongs. */
function rolesOfPolicy(value: JsonObject, type = ''): readonly RoleName[] {
  if (
    !/^(?:AWS::IAM::(?:Role)?Policy|AWS::IAM::ManagedPolicy|aws_iam_(?:role_policy(?:_attachment)?|policy_attachment)|awscc_iam_role_policy)$/.test(
      type,
    )
  )
    return [];
  const listed: unknown = value['Roles'] ?? value['roles'];
  const roles = Array.isArray(listed)
    ? listed.map((role: unknown) => withoutFunctions(role))
    : [textIn(value, 'role', 'RoleName', 'role_name')];
  return roles.flatMap((role): readonly RoleName[] => {
    if (typeof role !== 'string') return [];
    const expression = holeName(role);
    if (expression === undefined) return role.includes('\uE000') ? [] : [{ name: role }];
    return [{ reference: referredRole(expression) }];
  });
}

/** The logical name in an expression such as `aws_iam_role.web.name`. */
const referredRole = (expression: string): string =>
  expression.replace(/\.(?:id|name|arn|Arn)$/, '');

/** How a template refers to a managed policy that it makes. */
function referenceOfPolicy(
  value: JsonObject,
  at: DocumentPath,
  type: string | undefined,
): string | undefined {
  if (type === 'AWS::IAM::ManagedPolicy') return hole(String(at.at(-1)));
  const name = textIn(value, 'name');
  return type === 'aws_iam_policy' && name !== undefined
    ? hole(`aws_iam_policy.${name}.arn`)
    : undefined;
}

/** The facts about a document, from the name of its member and its surroundings. */
export function factsOf(name: string, around: Surroundings): PolicyFacts {
  const { isListed } = around;
  return { ...namedFacts(name, around), ...(isListed && { isListed }) };
}

function namedFacts(
  name: string,
  { role, otherRoles, policyName, policyArn, policyReference, type = '' }: Surroundings,
): PolicyFacts {
  const shared = { ...(role && { role }), ...(otherRoles && { otherRoles }) };
  if (name.startsWith('assumerolepolicy') || name === 'trustpolicy') {
    return { ...shared, what: 'Trust policy', kind: 'trust', isInline: false };
  }
  const isManaged = policyArn !== undefined || /(?:ManagedPolicy|_iam_policy)$/.test(type);
  const isResource = /^AWS::(?!IAM)|^aws_(?!iam)/.test(type);
  if (isManaged || name === 'document') {
    const ownName = policyName ?? policyArn?.split('/').at(-1);
    return {
      ...shared,
      what: ownName ? `Policy ${ownName}` : 'Managed policy',
      isManaged: true,
      isInline: false,
      ...(ownName !== undefined && { policyName: ownName }),
      ...(policyArn !== undefined && { policyArn }),
      ...(policyReference !== undefined && { policyReference }),
    };
  }
  if (/^(?:policy)?$/.test(name) && role === undefined && policyName === undefined) {
    return { isInline: false };
  }
  return {
    ...shared,
    ...(role && !isResource && name !== 'policy' && { kind: 'identity' as const }),
    what: policyName ? `Policy ${policyName}` : 'Permissions policy',
    isInline: policyName !== undefined && !isResource,
    ...(policyName !== undefined && { policyName }),
  };
}
