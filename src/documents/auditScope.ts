import { counted, showNumber } from '../words/counts';
import { readPolicies, type ReadText } from './readPolicies';
import {
  groupByRole,
  kindOf,
  type KindOfPolicy,
  type ReadInput,
  type RoleGroup,
} from './readRoles';

/** Which roles are shown. */
export interface AuditScope {
  /** Names or ARNs of roles that are shown whatever they are about; `all` leaves nothing out. */
  readonly roles: readonly string[] | 'all';
}

/** How many roles and policies were read, and how many of them concern Amazon Q Business. */
export interface AuditCounts {
  readonly roles: number;
  readonly shownRoles: number;
  /** Documents that belong to no role of the texts, such as managed policies. */
  readonly policies: number;
  readonly shownPolicies: number;
}

/** A shown document, with its position among the shown documents of its text. */
export interface ScopedPolicy extends KindOfPolicy {
  readonly chosenKind?: KindOfPolicy['kind'];
}

export interface ScopedTexts {
  readonly texts: readonly ReadText[];
  readonly groups: readonly RoleGroup<ScopedPolicy>[];
  /** Every document that is shown, text by text. */
  readonly policies: readonly ScopedPolicy[];
  readonly counts: AuditCounts;
}

/**
 * Reads the texts and selects what is shown: of an answer that lists all roles of an account, those that
 * trust Amazon Q Business or name its actions or ARNs.
 */
export function* readScope(
  inputs: readonly ReadInput[],
  { roles: wanted }: AuditScope,
): Generator<void, ScopedTexts> {
  const { texts, all } = yield* readAll(inputs);
  const groups = groupByRole(texts, all);
  yield;
  const shown = new Set<KindOfPolicy>();
  const grouped = new Set<KindOfPolicy>();
  const isShown = (policies: readonly KindOfPolicy[]) =>
    policies.some(isPastedByItself) || policies.some(({ policy }) => concernsProduct(policy.value));
  let shownRoles = 0;
  for (const group of groups) {
    const members = membersOf(group);
    for (const member of members) grouped.add(member);
    if (!isAskedFor(group, wanted) && !isShown(members)) continue;
    shownRoles += 1;
    for (const member of members) shown.add(member);
    if (shownRoles % 100 === 0) yield;
  }
  const loose = all.filter((policy) => !grouped.has(policy));
  const shownLoose = loose.filter((policy) => wanted === 'all' || isShown([policy]));
  for (const policy of shownLoose) shown.add(policy);
  const scoped = withChosenKinds(inputs, all, shown);
  const inScope = (policies: readonly KindOfPolicy[]) =>
    policies.flatMap((policy) => scoped.get(policy) ?? []);
  const named = groups.filter(({ name, arn }) => name !== undefined || arn !== undefined);
  return {
    texts,
    groups: groups
      .map((group) => ({
        ...group,
        policies: inScope(group.policies),
        boundaries: inScope(group.boundaries),
      }))
      .filter(
        (group) => membersOf(group).length > 0 || (groups.length === 1 && group.named.length > 0),
      ),
    policies: [...scoped.values()],
    counts: {
      roles: named.length,
      shownRoles: named.filter((group) => membersOf(group).some((policy) => shown.has(policy)))
        .length,
      policies: loose.length,
      shownPolicies: shownLoose.length,
    },
  };
}

/** The texts as they were read, and every document of them with its kind. */
function* readAll(
  inputs: readonly ReadInput[],
): Generator<void, { readonly texts: readonly ReadText[]; readonly all: readonly KindOfPolicy[] }> {
  const texts: ReadText[] = [];
  for (const { text } of inputs) {
    texts.push(readPolicies(text));
    yield;
  }
  const all: KindOfPolicy[] = [];
  for (const [text, { policies }] of texts.entries()) {
    for (const policy of policies) {
      all.push({ policy, text, kind: kindOf(policy) });
      if (all.length % 100 === 0) yield;
    }
  }
  return { texts, all };
}

const membersOf = <Policy extends KindOfPolicy>({
  policies,
  boundaries,
}: RoleGroup<Policy>): readonly Policy[] => [...policies, ...boundaries];

const isAskedFor = ({ name, arn }: RoleGroup<KindOfPolicy>, wanted: AuditScope['roles']): boolean =>
  wanted === 'all' || wanted.some((role) => role === name || role === arn);

/** The shown documents, text by text, with the kinds that the person chose for them. */
function withChosenKinds(
  inputs: readonly ReadInput[],
  all: readonly KindOfPolicy[],
  shown: ReadonlySet<KindOfPolicy>,
): ReadonlyMap<KindOfPolicy, ScopedPolicy> {
  const scoped = new Map<KindOfPolicy, ScopedPolicy>();
  for (const [text, { kinds }] of inputs.entries()) {
    all
      .filter((policy) => policy.text === text && shown.has(policy))
      .forEach((policy, i) => {
        const chosenKind = kinds?.[i];
        scoped.set(policy, { ...policy, ...(chosenKind && { chosenKind, kind: chosenKind }) });
      });
  }
  return scoped;
}

/** “1,001 roles read, 1 concerns Amazon Q Business”; undefined if everything is shown. */
export function scopeWords({
  roles,
  shownRoles,
  policies,
  shownPolicies,
}: AuditCounts): string | undefined {
  if (roles === shownRoles && policies === shownPolicies) return undefined;
  const read = [
    ...(roles > 0 ? [counted(roles, 'role')] : []),
    ...(policies > 0 ? [counted(policies, 'policy', 'policies')] : []),
  ].join(' and ');
  const concerned = [
    ...(shownRoles > 0 ? [counted(shownRoles, 'role')] : []),
    ...(shownPolicies > 0 ? [counted(shownPolicies, 'policy', 'policies')] : []),
  ].join(' and ');
  if (concerned === '') return `${read} read, none concerns Amazon Q Business`;
  const verb = shownRoles + shownPolicies === 1 ? 'concerns' : 'concern';
  return `${read} read, ${policies === 0 ? showNumber(shownRoles) : concerned} ${verb} Amazon Q Business`;
}

/** Whether the document was not part of a list of everything in an account. */
const isPastedByItself = ({ policy }: KindOfPolicy): boolean => !policy.facts.isListed;

/** The service's name, usual misspellings included. */
const productName = /q-?bus+in+es+/i;

/** Whether a document names Amazon Q Business: as a principal, in an action or in an ARN. */
function concernsProduct(value: unknown): boolean {
  const pending: unknown[] = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') {
      if (productName.test(next)) return true;
    } else if (typeof next === 'object' && next !== null) {
      for (const member of Object.values(next)) pending.push(member);
    }
  }
  return false;
}
