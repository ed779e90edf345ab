/**
 * HCL, the language of Terraform, as data. Meant to be imported as a namespace:
 * `hcl.block('resource', ['aws_iam_role', 'this'], [hcl.attribute('name', 'x')])`.
 *
 * @see https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */

/** Plain values are printed as literals: references and templates need their own types. */
export type Expression =
  | string
  | number
  | boolean
  | null
  | readonly Expression[]
  | RawExpression
  | HclTemplate
  | Call
  | ObjectExpression;

/** Printed as it stands, on one line: `aws_iam_role.this.arn`. */
export interface RawExpression {
  readonly kind: 'raw';
  readonly code: string;
}

/** A string with expressions in it: `"${var.name}-role"`. */
export interface HclTemplate {
  readonly kind: 'template';
  readonly parts: readonly (string | RawExpression)[];
}

export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly arguments: readonly Expression[];
}

export interface ObjectExpression {
  readonly kind: 'object';
  readonly entries: readonly (readonly [key: string, value: Expression])[];
}

export interface Attribute {
  readonly kind: 'attribute';
  readonly name: string;
  readonly value: Expression;
}

export interface Block {
  readonly kind: 'block';
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: readonly BodyItem[];
}

export interface Comment {
  readonly kind: 'comment';
  readonly text: string;
}

export type BodyItem = Attribute | Block | Comment;

export const raw = (code: string): RawExpression => ({ kind: 'raw', code });

export const template = (...parts: readonly (string | RawExpression)[]): HclTemplate => ({
  kind: 'template',
  parts,
});

export const call = (name: string, ...args: readonly Expression[]): Call => ({
  kind: 'call',
  name,
  arguments: args,
});

export const object = (entries: ObjectExpression['entries']): ObjectExpression => ({
  kind: 'object',
  entries,
});

/**
 * A JSON value as a literal.
 *
 * @throws TypeError for what JSON has no form for.
 */
export function literal(value: unknown): Expression {
  if (Array.isArray(value)) return value.map(literal);
  if (typeof value === 'object' && value !== null) {
    return object(Object.entries(value).map(([key, inner]) => [key, literal(inner)]));
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError(`HCL has no literal for a value of type ${typeof value}.`);
}

export const attribute = (name: string, value: Expression): Attribute => ({
  kind: 'attribute',
  name,
  value,
});

export const block = (
  type: string,
  labels: readonly string[],
  body: readonly BodyItem[],
): Block => ({ kind: 'block', type, labels, body });

export const comment = (text: string): Comment => ({ kind: 'comment', text });

/**
 * The text as `terraform fmt` leaves it, in ASCII but for comments, ending in a line feed. Blocks stand apart
 * from what surrounds them; a comment belongs to what follows it.
 *
 * @throws RangeError for half a surrogate pair, which has no form in HCL, and for a block's label
 * that is no name.
 */
export function printHcl(body: readonly BodyItem[]): string {
  return printBody(body, '');
}

/** @throws RangeError for half a surrogate pair, which has no form in HCL. */
export function quoteHcl(text: string): string {
  return `"${escapeText(text)}"`;
}

function printBody(body: readonly BodyItem[], indent: string): string {
  const chunks: string[] = [];
  let group: [name: string, value: string][] = [];
  const closeGroup = (): void => {
    chunks.push(alignAssignments(group, indent));
    group = [];
  };
  body.forEach((item, index) => {
    const previous = body[index - 1];
    if (previous && previous.kind !== 'comment' && startsApart(previous, item, body[index + 1])) {
      closeGroup();
      chunks.push('\n');
    }
    if (item.kind === 'attribute') {
      group.push([item.name, printExpression(item.value, indent)]);
      return;
    }
    closeGroup();
    chunks.push(item.kind === 'block' ? printBlock(item, indent) : printComment(item, indent));
  });
  closeGroup();
  return chunks.join('');
}

function startsApart(previous: BodyItem, item: BodyItem, next: BodyItem | undefined): boolean {
  return (
    previous.kind === 'block' ||
    item.kind === 'block' ||
    (item.kind === 'comment' && next?.kind === 'block')
  );
}

function printBlock({ type, labels, body }: Block, indent: string): string {
  const head = [type, ...labels.map(printLabel)].join(' ');
  if (body.length === 0) return `${indent}${head} {\n${indent}}\n`;
  return `${indent}${head} {\n${printBody(body, `${indent}  `)}${indent}}\n`;
}

/** Terraform takes names only, and `terraform fmt` writes any other text in its own way. */
function printLabel(label: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(label)) {
    throw new RangeError(`Not a name in Terraform: ${JSON.stringify(label)}`);
  }
  return `"${label}"`;
}

function printComment({ text }: Comment, indent: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => `${indent}# ${line}`.trimEnd() + '\n')
    .join('');
}

/**
 * `terraform fmt` aligns the equals signs of one-line assignments on consecutive lines; a longer one
 * stands alone.
 */
function alignAssignments(
  assignments: readonly (readonly [name: string, value: string])[],
  indent: string,
): string {
  const lines: string[] = [];
  let start = 0;
  while (start < assignments.length) {
    let end = start;
    let width = 0;
    while (end < assignments.length && !assignments[end]?.[1].includes('\n')) {
      width = Math.max(width, assignments[end]?.[0].length ?? 0);
      end += 1;
    }
    for (const [name, value] of assignments.slice(start, end)) {
      lines.push(`${indent}${name.padEnd(width)} = ${value}\n`);
    }
    const long = assignments[end];
    if (long) lines.push(`${indent}${long[0]} = ${long[1]}\n`);
    start = end + 1;
  }
  return lines.join('');
}

function printExpression(value: Expression, indent: string): string {
  if (typeof value === 'string') return quoteHcl(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (isList(value)) return printList(value, indent);
  switch (value.kind) {
    case 'raw':
      return value.code;
    case 'template':
      return printTemplate(value);
    case 'call':
      return printCall(value, indent);
    case 'object':
      return printObject(value, indent);
  }
}

const isList = (value: Expression): value is readonly Expression[] => Array.isArray(value);

/** `terraform fmt` takes an expression out of a string that holds nothing else. */
function printTemplate({ parts }: HclTemplate): string {
  const [first, ...others] = parts.filter((part) => part !== '');
  if (first !== undefined && typeof first !== 'string' && others.length === 0) return first.code;
  let printed = '';
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else {
      // `$` before `${` would be the escape for a literal `${`.
      printed += `${escapeText(text).replace(/\$$/, String.raw`\u0024`)}\${${part.code}}`;
      text = '';
    }
  }
  return `"${printed}${escapeText(text)}"`;
}

function printCall({ name, arguments: args }: Call, indent: string): string {
  const short = args.map((argument) => printExpression(argument, indent));
  if (args.length < 2 || !short.some((argument) => argument.includes('\n'))) {
    return `${name}(${short.join(', ')})`;
  }
  const deeper = `${indent}  `;
  const lines = args.map((argument) => `${deeper}${printExpression(argument, deeper)}`);
  return `${name}(\n${lines.join(',\n')}\n${indent})`;
}

function printList(items: readonly Expression[], indent: string): string {
  if (items.length === 0) return '[]';
  const deeper = `${indent}  `;
  if (items.length === 1) {
    const only = printExpression(items[0] ?? null, indent);
    if (!only.includes('\n')) return `[${only}]`;
  }
  const lines = items.map((item) => `${deeper}${printExpression(item, deeper)},\n`);
  return `[\n${lines.join('')}${indent}]`;
}

function printObject({ entries }: ObjectExpression, indent: string): string {
  if (entries.length === 0) return '{}';
  const deeper = `${indent}  `;
  const assignments = entries.map(
    ([key, value]) => [printKey(key), printExpression(value, deeper)] as const,
  );
  return `{\n${alignAssignments(assignments, deeper)}${indent}}`;
}

/** `for` at the start of an object is a `for` expression; `null` and the like would be values. */
function printKey(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) && !/^(?:for|if|in|null|true|false)$/.test(key)
    ? key
    : quoteHcl(key);
}

function escapeText(text: string): string {
  if (/\p{Surrogate}/u.test(text)) {
    throw new RangeError('HCL cannot hold half a surrogate pair.');
  }
  return text
    .replaceAll(/[\\"]/g, String.raw`\$&`)
    .replaceAll(/[$%](?=\{)/g, '$&$&')
    .replaceAll(/[^ -~]/gu, escapeCharacter);
}

function escapeCharacter(character: string): string {
  const short = { '\n': String.raw`\n`, '\r': String.raw`\r`, '\t': String.raw`\t` }[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16).toUpperCase();
  return code > 0xffff
    ? String.raw`\U${hex.padStart(8, '0')}`
    : String.raw`\u${hex.padStart(4, '0')}`;
}
