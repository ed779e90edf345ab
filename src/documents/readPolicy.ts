import type { DocumentKind } from '../iam/documentKind';
import type { DocumentPath } from '../iam/parse';
import type { JsonIssue } from '../syntax/jsonIssue';
import { JsonRanges, type JsonRangeNode, type TextRange } from '../syntax/jsonRanges';
import { parseJson } from '../syntax/parseJson';
import type { TextEdit } from '../syntax/textEdit';
import type { Source, SourceTree } from './readers/source';

/** How a text identifies the role of a document. */
export interface RoleName {
  readonly name?: string;
  readonly arn?: string;
  /** Its logical name in a template, such as `aws_iam_role.web`. */
  readonly reference?: string;
}

/** What the surroundings of a document in its text say about it. */
export interface PolicyFacts {
  /** “Trust policy”, “Policy chat”; absent where the text says nothing about it. */
  readonly what?: string;
  /** Whether it is a managed policy, which may be attached to several roles. */
  readonly isManaged?: boolean;
  readonly role?: RoleName;
  /** More roles that it is attached to. */
  readonly otherRoles?: readonly RoleName[];
  /** The kind of document, if its surroundings say so. */
  readonly kind?: DocumentKind;
  readonly policyName?: string;
  /** The ARN of the managed policy that it is the document of. */
  readonly policyArn?: string;
  /** The expression by which a template refers to it, as a `hole`. */
  readonly policyReference?: string;
  readonly isInline: boolean;
  /** Whether it was part of a list of everything in an account. */
  readonly isListed?: boolean;
}

/** The text that a document was read from, for edits. */
interface WrittenDocument {
  readonly text: string;
  readonly ranges: JsonRanges;
  readonly issues: readonly JsonIssue[];
}

/** A policy document that a text holds. */
export class ReadPolicy {
  readonly facts: PolicyFacts;
  readonly value: unknown;
  /** The document's path in its tree. */
  readonly at: DocumentPath;
  /** Whether values of it are filled in later. */
  readonly hasHoles: boolean;
  readonly #makeTree: () => SourceTree;
  #tree: SourceTree | undefined;
  #ranges: JsonRanges | undefined;
  #issues: readonly JsonIssue[] | undefined;

  constructor(
    tree: SourceTree | (() => SourceTree),
    at: DocumentPath,
    value: unknown,
    facts: PolicyFacts,
    hasHoles: boolean,
  ) {
    this.#makeTree = typeof tree === 'function' ? tree : () => tree;
    this.at = at;
    this.value = value;
    this.facts = facts;
    this.hasHoles = hasHoles;
  }

  /** Parsed when first used: most documents of a large file are never located. */
  get tree(): SourceTree {
    this.#tree ??= this.#makeTree();
    return this.#tree;
  }

  /** “Trust policy of Web”; undefined where the text says nothing about it. */
  get label(): string | undefined {
    const { what, role, isManaged } = this.facts;
    const name = role?.name ?? role?.arn ?? role?.reference;
    return what === undefined || name === undefined || isManaged ? what : `${what} of ${name}`;
  }

  /** The same document with another role. */
  ofRole(role: RoleName): ReadPolicy {
    return new ReadPolicy(
      this.#makeTree,
      this.at,
      this.value,
      { ...this.facts, role },
      this.hasHoles,
    );
  }

  get kind(): DocumentKind | undefined {
    return this.facts.kind;
  }

  get source(): Source {
    return this.tree.source;
  }

  /** The range of the encoded document in the pasted text; undefined if it is not encoded. */
  get encoded(): (TextRange & { readonly encoding: 'url' | 'json' }) | undefined {
    const { source, range } = this.tree;
    const { encoding } = source;
    if (encoding !== 'url' && encoding !== 'json') return undefined;
    return { ...(source.literal ?? source.outer(range)), encoding };
  }

  /** Whether fixes can edit the text: it is JSON, not encoded, and contains no values that are filled in later. */
  get isEditable(): boolean {
    return this.tree.isJson && this.tree.source.isVerbatim && !this.hasHoles;
  }

  get written(): WrittenDocument {
    return { text: this.tree.source.text, ranges: this.tree.ranges, issues: this.tree.issues };
  }

  /** Issues of this document, which are looked for only here if the text was too large to check as a whole. */
  get ownIssues(): readonly JsonIssue[] {
    this.#issues ??= this.#findIssues();
    return this.#issues;
  }

  #findIssues(): readonly JsonIssue[] {
    if (!this.tree.isUnchecked) return [];
    const node = this.tree.ranges.at(this.at)?.value;
    if (!node) return [];
    return parseJson(this.tree.source.text.slice(node.start, node.end)).issues.map((issue) => ({
      ...issue,
      ...this.source.outer({ start: issue.start + node.start, end: issue.end + node.start }),
    }));
  }

  /** Edits of the source as edits of the pasted text. */
  toOuter(edits: readonly TextEdit[]): readonly TextEdit[] {
    return edits.map((edit) => ({ ...edit, ...this.source.outer(edit) }));
  }

  /** The place of a value in the pasted text: of a list or an object, its name or its bracket. */
  locate(path: DocumentPath, part: 'key' | 'value'): TextRange {
    const node = this.#nodeAt(path);
    if (!node) return this.source.outer(this.tree.range);
    const isContainer =
      node.children.size > 0 || /[[{]/.test(this.source.text[node.value.start] ?? '');
    if (node.key && (isContainer || part === 'key')) return this.source.outer(node.key);
    const { start, end } = node.value;
    return this.source.outer(
      isContainer ? { start, end: Math.min(start + 1, end) } : { start, end },
    );
  }

  /** Where all of a value stands in the pasted text, brackets included. */
  extentOf(path: DocumentPath): TextRange {
    return this.source.outer(this.#nodeAt(path)?.value ?? this.tree.range);
  }

  /** The node at the path, or the nearest one above it that the text contains. */
  #nodeAt(path: DocumentPath): JsonRangeNode | undefined {
    this.#ranges ??= new JsonRanges(this.tree.ranges.at(this.at));
    for (let length = path.length; length >= 0; length -= 1) {
      const node = this.#ranges.at(path.slice(0, length));
      if (node) return node;
    }
    return undefined;
  }
}
