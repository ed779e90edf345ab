import type { DocumentKind } from '../iam/documentKind';
import type { DocumentPath } from '../iam/parse';
import type { JsonIssue } from '../syntax/jsonIssue';
import { JsonRanges, type JsonRangeNode, type TextRange } from '../syntax/jsonRanges';
import { parseJson } from '../syntax/parseJson';
import type { TextEdit } from '../syntax/textEdit';
import type { Source, SourceTree } from './readers/source';

/** The role that a text says something belongs to. */
export interface RoleName {
  readonly name?: string;
  readonly arn?: string;
  /** What the text calls it where its name is filled in later: `aws_iam_role.web`. */
  readonly reference?: string;
}

/** What is known about a document from where it stands. */
export interface PolicyFacts {
  /** “Trust policy”, “Policy chat”; absent where the text says nothing about it. */
  readonly what?: string;
  /** Whether it has a life of its own, beside the roles it is attached to. */
  readonly isManaged?: boolean;
  readonly role?: RoleName;
  /** What it must be because of where it stands. */
  readonly kind?: DocumentKind;
  readonly policyName?: string;
  /** The ARN of the managed policy that it is the document of. */
  readonly policyArn?: string;
  readonly isInline: boolean;
  /** One of several in an answer that lists what an account has. */
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
  /** Where the document stands in its tree. */
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

  /** Made when a place is asked for: of the documents of a large file, nobody asks about most. */
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

  /** The same document of a role of which more is known. */
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

  /** Where the encoded document stands in the pasted text. */
  get encoded(): (TextRange & { readonly encoding: 'url' | 'json' }) | undefined {
    const { source, range } = this.tree;
    const { encoding } = source;
    if (encoding !== 'url' && encoding !== 'json') return undefined;
    return { ...(source.literal ?? source.outer(range)), encoding };
  }

  /** Whether fixes can be made in the text: it is JSON, written as it is meant. */
  get isEditable(): boolean {
    return this.tree.isJson && this.tree.source.isVerbatim && !this.hasHoles;
  }

  get written(): WrittenDocument {
    return { text: this.tree.source.text, ranges: this.tree.ranges, issues: this.tree.issues };
  }

  /** Keys that stand twice, and whatever else kept a part of a large text from being looked at. */
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

  /** The nearest place that is written. */
  #nodeAt(path: DocumentPath): JsonRangeNode | undefined {
    this.#ranges ??= new JsonRanges(this.tree.ranges.at(this.at));
    for (let length = path.length; length >= 0; length -= 1) {
      const node = this.#ranges.at(path.slice(0, length));
      if (node) return node;
    }
    return undefined;
  }
}
