import type { DocumentKind } from '../iam/documentKind';
import { isJsonObject, type DocumentPath, type JsonObject } from '../iam/parse';
import type { JsonIssue } from '../syntax/jsonIssue';
import type { JsonRangeNode, TextRange } from '../syntax/jsonRanges';
import type { TextEdit } from '../syntax/textEdit';
import { parseJson, parseJsonDocuments, type ParsedJson } from '../syntax/parseJson';
import { decodeJsonText, decodeUrlText, type EmbeddedText } from './embeddedText';
import { withoutOverlaps } from './textFix';

export interface WrittenJson extends ParsedJson {
  readonly text: string;
}

/** A policy document that a text holds. */
export interface ReadPolicy {
  /** “Trust policy of Web”; absent where the text says nothing about it. */
  readonly label?: string;
  /** The role that the text says it belongs to. */
  readonly role?: string;
  /** What it must be because of where it stands. */
  readonly kind?: DocumentKind;
  readonly isInline: boolean;
  readonly value: unknown;
  readonly written: WrittenJson;
  /** Where the document stands in what is written. */
  readonly at: DocumentPath;
  /** Where the encoded document stands in the pasted text. */
  readonly encoded?: TextRange & { readonly encoding: 'url' | 'json' };
  /** In offsets of the pasted text. */
  readonly locate: (path: DocumentPath, part: 'key' | 'value') => TextRange;
}

/** A managed policy that a text says is attached, without its document. */
export interface AttachedPolicy extends TextRange {
  readonly arn: string;
}

export interface ReadText {
  readonly policies: readonly ReadPolicy[];
  readonly attached: readonly AttachedPolicy[];
  /** Repairs are missing where the document is encoded. */
  readonly issues: readonly JsonIssue[];
  /** All repairs together, in the order of the text. */
  readonly repairs: readonly TextEdit[];
}

/**
 * Finds the policy documents in a pasted text: the documents themselves, output of the AWS CLI that
 * holds them, URL-encoded answers of the IAM API, or a page around them. Never throws.
 *
 * @see https://docs.aws.amazon.com/cli/latest/reference/iam/get-account-authorization-details.html
 */
export function readPolicies(text: string): ReadText {
  const start = text.search(/\S/);
  const encoded = /^%7b/i.test(text.slice(start, start + 3))
    ? decodeUrlText(text.slice(start).trimEnd(), start)
    : undefined;
  if (encoded) {
    const reader = new PolicyReader();
    reader.readEncoded(encoded, { start, end: text.trimEnd().length, encoding: 'url' }, {});
    return reader.result();
  }
  const whole = { ...parseJson(text), text };
  const isSurrounded = whole.issues.some(
    ({ code }) => code === 'leading-text' || code === 'trailing-text',
  );
  if (isSurrounded) {
    const found = parseJsonDocuments(text).flatMap((parsed) => {
      const written = { ...parsed, text };
      const reader = new PolicyReader();
      reader.readDocument(written);
      return reader.policies.some(({ value }) => isPolicy(value)) ? [{ written, reader }] : [];
    });
    if (found.length > 0) {
      const results = found.map(({ reader }) => reader.result());
      const prose = proseAround(
        text,
        found.map(({ written }) => written),
      );
      return {
        policies: results.flatMap(({ policies }) => policies),
        attached: results.flatMap(({ attached }) => attached),
        issues: [...results.flatMap(({ issues }) => issues), ...prose],
        repairs: withoutOverlaps([
          prose.flatMap(({ repair }) => (repair ? [repair] : [])),
          results.flatMap(({ repairs }) => repairs),
        ]),
      };
    }
  }
  const reader = new PolicyReader();
  reader.readDocument(whole);
  return reader.result();
}

/** What stands before, between and behind the documents. */
function proseAround(text: string, documents: readonly TextRange[]): readonly JsonIssue[] {
  const issues: JsonIssue[] = [];
  let from = 0;
  for (const { start: to, end } of [...documents, { start: text.length, end: text.length }]) {
    const gap = text.slice(from, to);
    const prose = gap.trim();
    if (prose !== '') {
      const start = from + gap.indexOf(prose);
      const range = { start, end: start + prose.length };
      const message = 'This text does not belong to a JSON document';
      issues.push({
        code: from === 0 ? 'leading-text' : 'trailing-text',
        message,
        ...range,
        repair: { ...range, text: '' },
      });
    }
    from = end;
  }
  return issues;
}

const isPolicy = (value: unknown): boolean =>
  isJsonObject(value) && Object.hasOwn(value, 'Statement');

/** What the objects around a document say about it. */
interface Surroundings {
  readonly role?: string;
  readonly name?: string;
}

class PolicyReader {
  readonly policies: ReadPolicy[] = [];
  readonly #attached: AttachedPolicy[] = [];
  readonly #issues: JsonIssue[] = [];
  #repairs: readonly TextEdit[] = [];

  result(): ReadText {
    return {
      policies: this.policies,
      attached: this.#attached,
      issues: this.#issues,
      repairs: this.#repairs,
    };
  }

  readDocument(written: WrittenJson): void {
    this.#issues.push(...written.issues);
    if (written.value === undefined) return;
    this.#repairs = written.edits;
    if (typeof written.value === 'string') {
      this.#readMember(written, [], written.value, { isInline: false });
      return;
    }
    this.#look(written, [], written.value, {});
    if (this.policies.length === 0 && this.#attached.length === 0) {
      this.#add(written, [], written.value, { isInline: false });
    }
  }

  readEncoded(
    { text, outerOffsets }: EmbeddedText,
    encoded: NonNullable<ReadPolicy['encoded']>,
    facts: Pick<ReadPolicy, 'label' | 'role' | 'kind'>,
  ): void {
    const written = { ...parseJson(text), text };
    const outer = ({ start, end }: TextRange): TextRange => ({
      start: outerOffsets[start] ?? encoded.start,
      end: outerOffsets[end] ?? encoded.end,
    });
    this.#issues.push(
      ...written.issues.map(({ code, message, ...range }) => ({ code, message, ...outer(range) })),
    );
    if (written.value === undefined) return;
    this.policies.push({
      ...facts,
      isInline: false,
      value: written.value,
      written,
      at: [],
      encoded,
      locate: (path, part) => outer(rangeOf(written, path, part)),
    });
  }

  /** Goes through the answer of a command; a policy document is not looked into. */
  #look(written: WrittenJson, at: DocumentPath, value: unknown, around: Surroundings): void {
    if (Array.isArray(value)) {
      value.forEach((element: unknown, i) => this.#look(written, [...at, i], element, around));
      return;
    }
    if (!isJsonObject(value)) return;
    if (isPolicy(value)) {
      this.#add(written, at, value, { isInline: false });
      return;
    }
    const inside = surroundingsIn(value, around);
    this.#noteAttached(written, at, value);
    for (const [key, member] of Object.entries(value)) {
      const memberAt = [...at, key];
      if (key === 'AssumeRolePolicyDocument') {
        this.#readMember(written, memberAt, member, {
          ...labelled('Trust policy', inside.role),
          kind: 'trust',
          isInline: false,
        });
      } else if (key === 'PolicyDocument') {
        this.#readMember(written, memberAt, member, {
          ...labelled(inside.name ? `Policy ${inside.name}` : 'Permissions policy', inside.role),
          isInline: inside.name !== undefined,
        });
      } else if (key === 'Document' && Object.hasOwn(value, 'VersionId')) {
        // Of several versions only the default one counts.
        if (value['IsDefaultVersion'] === false && at.at(-2) === 'PolicyVersionList') continue;
        this.#readMember(written, memberAt, member, {
          ...labelled(inside.name ? `Policy ${inside.name}` : 'Managed policy', undefined),
          isInline: false,
        });
      } else this.#look(written, memberAt, member, inside);
    }
  }

  #readMember(
    written: WrittenJson,
    at: DocumentPath,
    value: unknown,
    facts: Pick<ReadPolicy, 'label' | 'role' | 'kind' | 'isInline'>,
  ): void {
    const range = written.ranges.at(at)?.value;
    const isEncoded = typeof value === 'string' && /^\s*(?:\{|%7b)/i.test(value);
    const token = range && written.text.slice(range.start, range.end);
    if (!range || !isEncoded || !token || !/^"[^]*"$/.test(token)) {
      this.#add(written, at, value, facts);
      return;
    }
    const raw = token.slice(1, -1);
    const url = raw.includes('{') ? undefined : decodeUrlText(raw, range.start + 1);
    this.readEncoded(
      url ?? decodeJsonText(raw, range.start + 1),
      { ...range, encoding: url ? 'url' : 'json' },
      facts,
    );
  }

  #add(
    written: WrittenJson,
    at: DocumentPath,
    value: unknown,
    facts: Pick<ReadPolicy, 'label' | 'role' | 'kind' | 'isInline'>,
  ): void {
    this.policies.push({
      ...facts,
      value,
      written,
      at,
      locate: (path, part) => rangeOf(written, [...at, ...path], part),
    });
  }

  #noteAttached(written: WrittenJson, at: DocumentPath, value: JsonObject): void {
    const arn = value['PolicyArn'];
    const range = written.ranges.at([...at, 'PolicyArn'])?.value;
    if (typeof arn === 'string' && range) this.#attached.push({ arn, ...range });
  }
}

function surroundingsIn(value: JsonObject, around: Surroundings): Surroundings {
  const { RoleName: role, PolicyName: name } = value;
  return {
    ...around,
    ...(typeof role === 'string' && { role }),
    ...(typeof name === 'string' && { name }),
  };
}

function labelled(what: string, role: string | undefined): Pick<ReadPolicy, 'label' | 'role'> {
  return role === undefined ? { label: what } : { label: `${what} of ${role}`, role };
}

/** The nearest place that is written, of a list or an object its name or its bracket. */
function rangeOf(written: WrittenJson, path: DocumentPath, part: 'key' | 'value'): TextRange {
  let node: JsonRangeNode | undefined;
  for (let length = path.length; !node && length >= 0; length -= 1) {
    node = written.ranges.at(path.slice(0, length));
  }
  if (!node) return { start: written.start, end: written.end };
  const isContainer = /[[{]/.test(written.text[node.value.start] ?? '');
  if (node.key && (isContainer || part === 'key')) return node.key;
  return isContainer ? { start: node.value.start, end: node.value.start + 1 } : node.value;
}
