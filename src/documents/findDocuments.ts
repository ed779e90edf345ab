import { isJsonObject, type DocumentPath, type JsonObject } from '../iam/parse';
import { holeName } from '../syntax/holes';
import type { TextRange } from '../syntax/jsonRanges';
import { alignText, decodeJsonText, decodeUrlText } from './embeddedText';
import { hasHoles, holdsPolicy, isPolicy, withoutFunctions } from './policyText';
import { factsOf, surroundingsIn, type Surroundings } from './surroundings';
import { ReadPolicy, type PolicyFacts, type RoleName } from './readPolicy';
import { innerSource, type Reading, type Source, type SourceTree } from './readers/source';

/** A managed policy that a text names: attached to a role, or its boundary. */
export interface PolicyMention extends TextRange {
  /** An ARN; a name or an expression where the text has no ARN. */
  readonly arn: string;
  readonly use: 'attached' | 'boundary';
  readonly role?: RoleName;
}

/** Levels of nesting that are searched; answers of AWS have fewer. */
const maxDepth = 60;

/** Levels of texts within texts that are read, such as JSON in a string of JSON. */
export const maxEmbedding = 5;

/**
 * Finds the policy documents of a tree by the names that AWS, CloudFormation and Terraform give
 * their members, in any case and spelling. A policy document is not looked into.
 */
export class DocumentFinder {
  readonly policies: ReadPolicy[] = [];
  readonly named: PolicyMention[] = [];
  /** Policies of roles whose documents a template makes, takes from elsewhere or only has under a condition. */
  readonly unresolved: PolicyMention[] = [];
  readonly roles: RoleName[] = [];
  readonly incomplete: TextRange[] = [];
  readonly #readInner: (inner: Source) => Reading;

  constructor(readInner: (inner: Source) => Reading) {
    this.#readInner = readInner;
  }

  find(tree: SourceTree): void {
    if (typeof tree.value === 'string') this.#readText(tree, [], tree.value, {}, {});
    else this.#look(tree, [], tree.value, {});
  }

  /** Takes the whole tree for a policy document, even if it lacks elements. */
  addWhole(tree: SourceTree): void {
    this.#add(tree, [], tree.value, { isInline: false });
  }

  #look(tree: SourceTree, at: DocumentPath, value: unknown, around: Surroundings): void {
    if (at.length > maxDepth || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      value.forEach((element: unknown, i) => {
        if (typeof element === 'string') this.#readText(tree, [...at, i], element, around, {});
        else this.#look(tree, [...at, i], element, around);
      });
      return;
    }
    if (isPolicy(value)) {
      this.#add(tree, at, value, factsOf('', around));
      return;
    }
    if (!isJsonObject(value)) return;
    const inside = surroundingsIn(value, at, around);
    if (inside.role && inside.role !== around.role) this.roles.push(inside.role);
    this.#noteIncomplete(tree, at, value);
    for (const [key, member] of Object.entries(value)) {
      if (typeof member === 'object' || typeof member === 'string') {
        this.#lookAtMember(tree, [...at, key], value, member, inside);
      }
    }
  }

  #lookAtMember(
    tree: SourceTree,
    at: DocumentPath,
    owner: JsonObject,
    member: unknown,
    inside: Surroundings,
    name = plainName(String(at.at(-1))),
  ): void {
    // These repeat documents that stand elsewhere: the roles of an instance profile, the former state in a plan.
    if (name === 'instanceprofilelist' && 'AssumeRolePolicyDocument' in owner) return;
    if (isRepeated(name, owner)) return;
    // Only the default version of a managed policy is in force.
    if (
      name === 'document' &&
      owner['IsDefaultVersion'] === false &&
      at.at(-3) === 'PolicyVersionList'
    )
      return;
    this.#noteNamed(tree, at, name, member, inside);
    if (name === 'policies' && inside.role && isRoleType(inside.type)) {
      const list: readonly unknown[] = Array.isArray(member) ? member : [member];
      list.forEach((policy, i) => {
        const place = Array.isArray(member) ? [...at, i] : at;
        this.#noteUnresolved(tree, place, withoutFunctions(policy), inside);
      });
    }
    const branches = isPolicyName(name) ? branchesOf(member) : [];
    if (branches.length > 0) {
      if (!isTrustName(name)) this.#noteUnresolved(tree, at, withoutFunctions(member), inside);
      branches.forEach((branch, i) => {
        this.#lookAtMember(tree, [...at, 'Fn::If', i + 1], owner, branch, inside, name);
      });
      return;
    }
    if (Array.isArray(member) && member.length > 1 && listName.test(name)) {
      this.#look(tree, at, member, { ...inside, isListed: true });
      return;
    }
    if (typeof member === 'string') {
      if (isPolicyName(name) && holeName(member) !== undefined) {
        if (!isTrustName(name)) this.#noteUnresolved(tree, at, member, inside);
        return;
      }
      this.#readText(tree, at, member, inside, factsOf(name, inside));
    } else if (isPolicyName(name) && isPolicy(withoutFunctions(member))) {
      this.#add(tree, at, member, factsOf(name, inside));
    } else this.#look(tree, at, member, name === 'resources' ? {} : inside);
  }

  /** Reads a document from a string: URL-encoded, JSON, or YAML in an answer. */
  #readText(
    tree: SourceTree,
    at: DocumentPath,
    text: string,
    around: Surroundings,
    facts: Partial<PolicyFacts>,
  ): void {
    const isTemplate = at.at(-1) === 'TemplateBody';
    if (!holdsPolicy(text) && !isTemplate) return;
    if (tree.source.depth >= maxEmbedding) return;
    const value = tree.isUnchecked ? parseStrictly(text) : undefined;
    if (isPolicy(value)) {
      const makeTree = () => this.#readEmbedded(tree, at, text).trees[0] ?? tree;
      const all = { ...factsOf('', around), ...facts };
      this.policies.push(new ReadPolicy(makeTree, [], value, all, false));
      return;
    }
    const reading = this.#readEmbedded(tree, at, text);
    for (const innerTree of reading.trees) {
      if (isPolicy(innerTree.value)) {
        this.#add(innerTree, [], innerTree.value, { ...factsOf('', around), ...facts });
      } else this.#look(innerTree, [], innerTree.value, around);
    }
  }

  #readEmbedded(tree: SourceTree, at: DocumentPath, text: string): Reading {
    const range = tree.ranges.at(at)?.value ?? tree.range;
    const inner = embedded(tree, text, range);
    return this.#readInner({ ...inner, literal: tree.source.outer(range) });
  }

  #add(tree: SourceTree, at: DocumentPath, value: unknown, facts: PolicyFacts): void {
    const read = withoutFunctions(value);
    this.policies.push(new ReadPolicy(tree, at, read, facts, read !== value || hasHoles(read)));
  }

  #noteNamed(
    tree: SourceTree,
    at: DocumentPath,
    name: string,
    member: unknown,
    { role, otherRoles = [], type }: Surroundings,
  ): void {
    const use = name.startsWith('permissionsboundary')
      ? 'boundary'
      : /^(?:managed|attached)policyarns$/.test(name) ||
          (name === 'policyarn' && isAttachment(at, type))
        ? 'attached'
        : undefined;
    if (!use) return;
    const arns: readonly unknown[] = Array.isArray(member) ? member : [member];
    arns.forEach((value, i) => {
      const arn = withoutFunctions(value);
      if (typeof arn !== 'string' || arn === '' || /^PermissionsBoundaryPolicy$|^Policy$/.test(arn))
        return;
      const node = tree.ranges.at(Array.isArray(member) ? [...at, i] : at);
      const place = tree.source.outer(node?.value ?? tree.range);
      for (const holder of [role, ...otherRoles]) {
        this.named.push({ arn, use, ...(holder && { role: holder }), ...place });
      }
    });
  }

  #noteUnresolved(
    tree: SourceTree,
    at: DocumentPath,
    value: unknown,
    { role, otherRoles = [], type = '' }: Surroundings,
  ): void {
    if (typeof value !== 'string' || !role || !/IAM|_iam_/.test(type)) return;
    const name = holeName(value);
    if (name === undefined || name === 'AWS::NoValue') return;
    const place = tree.source.outer(tree.ranges.at(at)?.value ?? tree.range);
    for (const holder of [role, ...otherRoles]) {
      this.unresolved.push({ arn: value, use: 'attached', role: holder, ...place });
    }
  }

  #noteIncomplete(tree: SourceTree, at: DocumentPath, value: JsonObject): void {
    const isPart =
      value['IsTruncated'] === true ||
      (at.length === 0 &&
        (typeof value['NextToken'] === 'string' || typeof value['Marker'] === 'string'));
    if (!isPart) return;
    const node =
      tree.ranges.at([...at, 'IsTruncated']) ??
      tree.ranges.at([...at, 'NextToken']) ??
      tree.ranges.at([...at, 'Marker']);
    this.incomplete.push(tree.source.outer(node?.value ?? tree.range));
  }
}

/** Parses the text if it is valid JSON, URL-encoded or not. */
function parseStrictly(text: string): unknown {
  try {
    return JSON.parse(/^\s*%/.test(text) ? decodeURIComponent(text) : text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof URIError) return undefined;
    throw error;
  }
}

function embedded(tree: SourceTree, text: string, range: TextRange): Source {
  const spelling = tree.source.text.slice(range.start, range.end);
  if (tree.isJson && /^"[^]*"$/.test(spelling)) {
    const raw = spelling.slice(1, -1);
    const url = raw.includes('{') ? undefined : decodeUrlText(raw, range.start + 1);
    return url
      ? innerSource(tree.source, url, 'url')
      : innerSource(tree.source, decodeJsonText(raw, range.start + 1), 'json');
  }
  const url = /^\s*%/.test(text) ? decodeUrlText(text) : undefined;
  const aligned = alignText(text, spelling, range.start);
  if (!url) return innerSource(tree.source, aligned, 'template');
  return innerSource(innerSource(tree.source, aligned, 'template'), url, 'url');
}

/** Members that list everything in an account. */
const listName = /^(?:roledetaillist|roles|policies|results|configurationitems)$/;

const plainNames = new Map<string, string>();

/** The name in lower case without separators: equal for PascalCase, camelCase and snake_case. */
function plainName(key: string): string {
  const known = plainNames.get(key);
  if (known !== undefined) return known;
  const name = key.toLowerCase().replaceAll(/[_-]/g, '');
  if (plainNames.size < 1_000) plainNames.set(key, name);
  return name;
}

const isPolicyName = (name: string): boolean =>
  /^(?:assumerolepolicy(?:document)?|policydocument|policy|inlinepolicy|document|trustpolicy)$/.test(
    name,
  );

const isTrustName = (name: string): boolean => /^(?:assumerolepolicy|trustpolicy)/.test(name);

const isRoleType = (type = ''): boolean => /^AWS::IAM::Role$|_iam_role$/.test(type);

/** What `Fn::If` chooses between. */
function branchesOf(value: unknown): readonly unknown[] {
  if (!isJsonObject(value) || Object.keys(value).length !== 1) return [];
  const list: unknown = value['Fn::If'];
  return Array.isArray(list) ? list.slice(1) : [];
}

const isAttachment = (at: DocumentPath, type = ''): boolean =>
  /attach/i.test(`${type} ${at.slice(-3).join(' ')}`);

/** Members that repeat what others contain: a plan of Terraform has everything up to four times. */
const isRepeated = (name: string, owner: JsonObject): boolean =>
  ('planned_values' in owner && name !== 'plannedvalues') ||
  (name.endsWith('std') && /^(?:assumerolepolicy|inlinepolicies|policy)std$/.test(name));
