import { recogniseKind, type DocumentKind } from '../iam/documentKind';
import { parsePolicy } from '../iam/parse';
import { documentKindWords } from '../qbusiness/auditDocuments';
import type { PolicyMention } from './findDocuments';
import { readPolicies, type ReadPolicy, type ReadText } from './readPolicies';
import type { PolicyFacts, RoleName } from './readPolicy';
import type { MissingPolicy, ReadRoles, RoleDocument, RoleDocuments } from './roleDocuments';

/** One of several texts that are read together. */
export interface ReadInput {
  readonly text: string;
  /** Kinds chosen by the person, by position of the document, where the recognised kind is wrong. */
  readonly kinds?: Readonly<Record<number, DocumentKind>>;
}

/** A document with its kind and its text. */
export interface KindOfPolicy {
  readonly policy: ReadPolicy;
  readonly kind: DocumentKind;
  readonly text: number;
}

/** What belongs to one role, or to a role that no text names. */
export interface RoleGroup<Policy extends KindOfPolicy> {
  readonly name?: string;
  readonly arn?: string;
  readonly policies: readonly Policy[];
  readonly boundaries: readonly Policy[];
  readonly named: readonly PolicyMention[];
}

/** Reads the texts, such as outputs of the AWS CLI or templates, and sorts their documents by role. */
export function readRoles(inputs: readonly ReadInput[]): ReadRoles {
  const texts = inputs.map(({ text }) => readPolicies(text));
  const policies = texts.flatMap(({ policies }, text) =>
    policies.map((policy, i): KindOfPolicy => ({
      policy,
      text,
      kind: inputs[text]?.kinds?.[i] ?? kindOf(policy),
    })),
  );
  return {
    roles: groupByRole(texts, policies).map(roleOf),
    resourcePolicies: policies.filter(({ kind }) => kind === 'resource').map(documentOf),
  };
}

export const kindOf = ({ kind, value }: ReadPolicy): DocumentKind =>
  kind ?? recogniseKind(parsePolicy(value).document);

function roleOf({
  name,
  arn,
  policies,
  boundaries,
  named,
}: RoleGroup<KindOfPolicy>): RoleDocuments {
  const of = (wanted: DocumentKind) =>
    policies.filter(({ kind }) => kind === wanted).map(documentOf);
  const [boundary] = boundaries;
  const known = new Set(
    [...policies, ...boundaries].flatMap(({ policy: { facts } }) => [
      facts.policyArn,
      facts.policyReference,
    ]),
  );
  const missing = named.filter(({ arn: policy }) => !known.has(plainReference(policy)));
  return {
    ...(name !== undefined && { name }),
    ...(arn !== undefined && { arn }),
    trust: of('trust'),
    permissions: of('identity'),
    ...(boundary && { boundary: documentOf(boundary) }),
    missing: missing.map(({ arn: policy, use }): MissingPolicy => ({ name: policy, use })),
  };
}

const documentOf = ({ policy, kind, text }: KindOfPolicy): RoleDocument => ({
  label: policy.label ?? documentKindWords[kind],
  kind,
  value: policy.value,
  text,
  extentOf: (path) => policy.extentOf(path),
});

/**
 * Groups documents by role: by ARN, by name if only one role has it, and by logical name within a
 * template. Documents without a role belong to the only role if there is one, else to a role without a
 * name.
 */
export function groupByRole<Policy extends KindOfPolicy>(
  texts: readonly ReadText[],
  policies: readonly Policy[],
): readonly RoleGroup<Policy>[] {
  const sets = new RoleSets();
  texts.forEach(({ roles, policies: read, named }, text) => {
    for (const role of roles) sets.add(text, role);
    for (const { facts } of read) {
      for (const role of rolesOf(facts)) if (role) sets.add(text, role);
    }
    for (const { role } of named) if (role) sets.add(text, role);
  });
  sets.join();
  const names = texts.flatMap(({ named }, text) => named.map((policy) => ({ policy, text })));
  const groups = new Map<string, GroupDraft<Policy>>();
  const only = sets.all.length === 1 ? sets.all[0] : undefined;
  const groupOf = (text: number, role: RoleName | undefined): GroupDraft<Policy> => {
    const key = role ? sets.find(text, role) : only;
    const group = groups.get(key ?? '') ?? { policies: [], boundaries: [], named: [] };
    groups.set(key ?? '', group);
    return group;
  };
  for (const key of sets.all) groups.set(key, { policies: [], boundaries: [], named: [] });
  for (const { policy, text } of names) groupOf(text, policy.role).named.push(policy);
  const byArn = new Map<
    string,
    { readonly group: GroupDraft<Policy>; readonly use: PolicyMention['use'] }[]
  >();
  for (const group of groups.values()) {
    for (const { arn, use } of group.named) {
      const name = plainReference(arn);
      byArn.set(name, [...(byArn.get(name) ?? []), { group, use }]);
    }
  }
  for (const policy of policies) {
    const { facts } = policy.policy;
    if (policy.kind === 'resource') continue;
    const holders = [facts.policyArn, facts.policyReference].flatMap((name) =>
      name === undefined ? [] : (byArn.get(name) ?? []),
    );
    for (const { group, use } of holders) {
      (use === 'boundary' ? group.boundaries : group.policies).push(policy);
    }
    // A managed policy that is not attached to any of the roles.
    const isLoose = facts.policyArn !== undefined && !facts.role && sets.all.length > 0;
    if (holders.length > 0 || isLoose) continue;
    for (const role of rolesOf(facts)) groupOf(policy.text, role).policies.push(policy);
  }
  return [...groups]
    .map(([key, group]): RoleGroup<Policy> => ({ ...sets.nameOf(key), ...group }))
    .filter(
      (group) =>
        group.policies.length > 0 ||
        group.named.length > 0 ||
        group.arn !== undefined ||
        group.name !== undefined,
    );
}

/** The roles of a document; undefined stands for a role that nothing names. */
const rolesOf = ({ role, otherRoles = [] }: PolicyFacts): readonly (RoleName | undefined)[] => [
  role,
  ...otherRoles,
];

/** A reference of Terraform to a policy, whether it has an index or not. */
const plainReference = (name: string): string =>
  name.replace(/^(\uE000aws_iam_policy\.[\w-]+)(?:\[[^\]]*\])?\.(?:arn|id)(?=\uE001$)/, '$1.arn');

interface GroupDraft<Policy> {
  readonly policies: Policy[];
  readonly boundaries: Policy[];
  readonly named: PolicyMention[];
}

/** Sets of names for the same role (union-find). */
class RoleSets {
  readonly #parents = new Map<string, string>();
  readonly #names = new Map<string, { name?: string; arn?: string }>();
  readonly #arnsOfName = new Map<string, Set<string>>();
  all: readonly string[] = [];

  add(text: number, { name, arn, reference }: RoleName): void {
    const keys = [
      ...(arn === undefined ? [] : [`arn ${arn}`]),
      ...(reference === undefined ? [] : [`reference ${text} ${reference}`]),
      ...(name === undefined || arn !== undefined ? [] : [`name ${name}`]),
    ];
    const [first] = keys;
    if (first === undefined) return;
    for (const key of keys) {
      this.#union(first, key);
      if (!this.#names.has(key)) this.#names.set(key, {});
      const known = this.#names.get(key);
      if (known && name !== undefined) known.name ??= name;
      if (known && arn !== undefined) known.arn ??= arn;
    }
    if (name !== undefined) {
      const arns = this.#arnsOfName.get(name) ?? new Set();
      if (arn !== undefined) arns.add(arn);
      this.#arnsOfName.set(name, arns);
    }
  }

  /** Joins names with ARNs; call it once, after the last `add`. */
  join(): void {
    for (const [name, arns] of this.#arnsOfName) {
      const [only] = arns;
      if (arns.size === 1 && only !== undefined && this.#parents.has(`name ${name}`)) {
        this.#union(`arn ${only}`, `name ${name}`);
      }
    }
    this.all = [...new Set([...this.#parents.keys()].map((key) => this.#root(key)))];
    for (const [key, { name, arn }] of this.#names) {
      const known = this.#names.get(this.#root(key));
      if (known && name !== undefined) known.name ??= name;
      if (known && arn !== undefined) known.arn ??= arn;
    }
  }

  find(text: number, { name, arn, reference }: RoleName): string {
    const key =
      arn !== undefined
        ? `arn ${arn}`
        : reference !== undefined
          ? `reference ${text} ${reference}`
          : `name ${name}`;
    return this.#root(key);
  }

  nameOf(key: string): { readonly name?: string; readonly arn?: string } {
    const reference = /^reference \d+ (.*)$/.exec(key)?.[1];
    const { name = reference, arn } = this.#names.get(key) ?? {};
    return { ...(name !== undefined && { name }), ...(arn !== undefined && { arn }) };
  }

  #union(one: string, other: string): void {
    for (const key of [one, other]) if (!this.#parents.has(key)) this.#parents.set(key, key);
    this.#parents.set(this.#root(other), this.#root(one));
  }

  #root(key: string): string {
    let root = key;
    for (let next = this.#parents.get(root); next !== undefined && next !== root;) {
      root = next;
      next = this.#parents.get(root);
    }
    if (root !== key) this.#parents.set(key, root);
    return root;
  }
}
