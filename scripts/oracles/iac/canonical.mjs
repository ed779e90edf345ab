// @ts-check
import { execute } from '../execute.mjs';

/**
 * Every role of an account as it is stored, in a canonical form: equal roles are equal texts.
 *
 * @param {import('../localAws.mjs').LocalAws} aws
 * @returns {Promise<ReadonlyMap<string, string>>} by role name
 */
export async function storedRoles(aws) {
  const [{ Roles }, details] = await Promise.all([
    awsJson(aws, ['iam', 'list-roles']),
    awsJson(aws, ['iam', 'get-account-authorization-details']),
  ]);
  /** @type {Map<string, any>} */
  const policies = new Map(
    details.Policies.map((/** @type {any} */ policy) => [policy.Arn, policy]),
  );
  return new Map(
    Roles.map((/** @type {any} */ role) => {
      const detail = details.RoleDetailList.find(
        (/** @type {any} */ { RoleName }) => RoleName === role.RoleName,
      );
      return [
        role.RoleName,
        JSON.stringify(
          {
            arn: role.Arn,
            path: role.Path,
            description: role.Description,
            maxSessionDuration: Number(role.MaxSessionDuration),
            permissionsBoundary: role.PermissionsBoundary?.PermissionsBoundaryArn ?? '',
            tags: sorted(role.Tags ?? detail.Tags ?? []),
            trustPolicy: canonicalPolicy(role.AssumeRolePolicyDocument),
            inlinePolicies: sorted(
              detail.RolePolicyList.map((/** @type {any} */ policy) => ({
                name: policy.PolicyName,
                document: canonicalPolicy(policy.PolicyDocument),
              })),
            ),
            managedPolicies: sorted(
              detail.AttachedManagedPolicies.map((/** @type {any} */ { PolicyArn }) => ({
                arn: PolicyArn,
                document: canonicalPolicy(policies.get(PolicyArn)?.PolicyVersionList[0].Document),
              })),
            ),
          },
          null,
          2,
        ),
      ];
    }),
  );
}

/**
 * @param {import('../localAws.mjs').LocalAws} aws
 * @param {readonly string[]} command
 */
async function awsJson(aws, command) {
  const { code, stdout, stderr } = await execute('aws', [...command, '--output', 'json'], {
    env: aws.env,
  });
  if (code !== 0) throw new Error(`aws ${command.join(' ')}: ${stderr}`);
  return JSON.parse(stdout);
}

/**
 * The canonical form of a policy: for IAM a list of one element is the same as the element, and the order of
 * a list has no meaning.
 *
 * @param {any} value
 * @returns {any}
 */
export function canonicalPolicy(value) {
  if (Array.isArray(value)) {
    return value.length === 1 ? canonicalPolicy(value[0]) : sorted(value.map(canonicalPolicy));
  }
  return typeof value === 'object' && value !== null ? ordered(value, canonicalPolicy) : value;
}

/** @param {readonly any[]} items */
const sorted = (items) =>
  items
    .map((item) => ({ item, text: JSON.stringify(ordered(item, (part) => part)) }))
    .toSorted((left, right) => (left.text < right.text ? -1 : 1))
    .map(({ text }) => JSON.parse(text));

/**
 * @param {any} value
 * @param {(part: any) => any} change
 */
const ordered = (value, change) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .toSorted(([left], [right]) => (left < right ? -1 : 1))
          .map(([key, part]) => [key, change(part)]),
      )
    : value;

/**
 * A template without the names that the CDK generates: each resource is named after its type.
 *
 * @param {any} template
 */
export function canonicalTemplate(template) {
  /** @type {[string, string][]} */
  const names = [
    ...Object.entries(template.Resources).map(
      ([id, resource]) => /** @type {[string, string]} */ ([id, `resource ${resource.Type}`]),
    ),
    ...Object.keys(template.Conditions).map(
      (id) => /** @type {[string, string]} */ ([id, 'the condition']),
    ),
  ];
  const nameOf = new Map(names);
  const rename = (/** @type {any} */ value, /** @type {string} */ key) =>
    typeof value === 'string' && ['Ref', 'Condition', 'DependsOn'].includes(key)
      ? (nameOf.get(value) ?? value)
      : value;
  /** @type {(value: any, key: string) => any} */
  const walk = (/** @type {any} */ value, /** @type {string} */ key) => {
    if (Array.isArray(value)) {
      if (key === 'Fn::GetAtt')
        return value.map((part, index) => (index === 0 ? nameOf.get(part) : part));
      if (key === 'DependsOn') return value.length === 1 ? rename(value[0], key) : value;
      const items = value.map((item) => walk(item, ''));
      return key === 'Tags' ? sorted(items) : items;
    }
    if (typeof value !== 'object' || value === null) return rename(value, key);
    return Object.fromEntries(
      Object.entries(value)
        .map(([name, part]) => [name, walk(part, name)])
        .toSorted(([left], [right]) => (left < right ? -1 : 1)),
    );
  };
  const byName = (/** @type {any} */ section) =>
    Object.fromEntries(
      Object.entries(section).map(([id, part]) => [nameOf.get(id) ?? id, walk(part, '')]),
    );
  return JSON.stringify(
    {
      resources: byName(template.Resources),
      conditions: byName(template.Conditions),
      rules: Object.values(template.Rules).map((rule) => walk(rule, '')),
      outputs: sorted(Object.values(template.Outputs ?? {}).map((output) => walk(output, ''))),
    },
    null,
    2,
  );
}
