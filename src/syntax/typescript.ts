/**
 * The part of TypeScript that programs for the AWS CDK are made of, as data. Meant to be imported as
 * a namespace: `ts.construct('iam.Role', ts.raw('this'), 'Role', ts.object([['path', '/']]))`.
 */

/** Plain values are literals. */
export type Expression =
  | string
  | number
  | boolean
  | null
  | readonly Expression[]
  | RawExpression
  | ObjectExpression
  | CallExpression;

/** Printed as it stands, on one line: `iam.Effect.ALLOW`. */
export interface RawExpression {
  readonly kind: 'raw';
  readonly code: string;
}

export interface ObjectExpression {
  readonly kind: 'object';
  readonly entries: readonly ObjectEntry[];
}

/** A comment stands on lines of its own, above the key. */
export type ObjectEntry = readonly [key: string, value: Expression, comment?: string];

export interface CallExpression {
  readonly kind: 'call';
  /** With `new ` before it to construct. */
  readonly callee: string;
  readonly arguments: readonly Expression[];
}

export const raw = (code: string): RawExpression => ({ kind: 'raw', code });

export const object = (entries: readonly ObjectEntry[]): ObjectExpression => ({
  kind: 'object',
  entries,
});

export const call = (callee: string, ...args: readonly Expression[]): CallExpression => ({
  kind: 'call',
  callee,
  arguments: args,
});

export const construct = (className: string, ...args: readonly Expression[]): CallExpression =>
  call(`new ${className}`, ...args);

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
  throw new TypeError(`TypeScript has no literal for a value of type ${typeof value}.`);
}

export interface StatementOptions {
  /** Put before every line. */
  readonly indent?: string;
  /** The name of a constant for the value. */
  readonly name?: string;
}

/**
 * `value;` or `const name = value;` as Prettier leaves it with single quotes and its width of 80, in
 * ASCII but for comments; no line feed at the end. Objects have one property per line.
 */
export function printStatement(value: Expression, options: StatementOptions = {}): string {
  const { indent = '', name } = options;
  if (name === undefined) return `${indent}${printValue(value, indent, indent.length, 1)};`;
  return `${indent}${printAssigned(`const ${name} =`, value, indent, 1)};`;
}

const width = 80;

/** In single quotes, unless double ones need fewer escapes. */
export function quoteTypeScript(text: string): string {
  const singles = text.split("'").length;
  const doubles = text.split('"').length;
  const quote = singles > doubles ? '"' : "'";
  const escaped = text
    .replaceAll('\\', String.raw`\\`)
    .replaceAll(quote, `\\${quote}`)
    .replaceAll(/[^ -~]/g, escapeUnit);
  return `${quote}${escaped}${quote}`;
}

function escapeUnit(unit: string): string {
  const short = { '\n': String.raw`\n`, '\r': String.raw`\r`, '\t': String.raw`\t` }[unit];
  return short ?? String.raw`\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The value from `column` on, with `tail` characters to follow it on its last line. */
function printValue(value: Expression, indent: string, column: number, tail: number): string {
  const flat = printFlat(value);
  if (flat !== undefined && column + flat.length + tail <= width) return flat;
  if (flat === '[]' || flat === '{}') return flat;
  if (isList(value)) return printList(value, indent);
  if (isNode(value) && value.kind === 'object') return printObject(value, indent);
  if (isNode(value) && value.kind === 'call') return printCall(value, indent, column);
  return flat ?? '';
}

/** The value on one line, or nothing if it never stands on one. */
function printFlat(value: Expression): string | undefined {
  if (typeof value === 'string') return quoteTypeScript(value);
  if (isList(value)) {
    const items = isMatrix(value) ? undefined : printAllFlat(value);
    return items === undefined ? undefined : `[${items}]`;
  }
  if (!isNode(value)) return String(value);
  switch (value.kind) {
    case 'raw':
      return value.code;
    case 'object':
      return value.entries.length === 0 ? '{}' : undefined;
    case 'call': {
      const items = printAllFlat(value.arguments);
      return items === undefined ? undefined : `${value.callee}(${items})`;
    }
  }
}

function printAllFlat(values: readonly Expression[]): string | undefined {
  const items = values.map(printFlat);
  return items.includes(undefined) ? undefined : items.join(', ');
}

/** Prettier never puts a list of longer lists on one line. */
function isMatrix(items: readonly Expression[]): boolean {
  return items.length > 1 && items.every((item) => isList(item) && item.length > 1);
}

function printList(items: readonly Expression[], indent: string): string {
  const deeper = `${indent}  `;
  return `[\n${printLines(items, deeper)}${indent}]`;
}

function printLines(items: readonly Expression[], indent: string): string {
  return items.map((item) => `${indent}${printValue(item, indent, indent.length, 1)},\n`).join('');
}

function printObject({ entries }: ObjectExpression, indent: string): string {
  const deeper = `${indent}  `;
  const lines = entries.map(([key, value, comment]) => {
    const above = comment === undefined ? '' : printComment(comment, deeper);
    return `${above}${deeper}${printAssigned(`${printKey(key)}:`, value, deeper, 1)},\n`;
  });
  return `{\n${lines.join('')}${indent}}`;
}

function printComment(text: string, indent: string): string {
  return text
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line) => `${indent}// ${line}`.trimEnd() + '\n')
    .join('');
}

/** A value whose first line is too long goes to the next line, unless that gains too little. */
function printAssigned(head: string, value: Expression, indent: string, tail: number): string {
  const column = indent.length + head.length + 1;
  const printed = printValue(value, indent, column, tail);
  const end = printed.indexOf('\n');
  const fits = column + (end === -1 ? printed.length + tail : end) <= width;
  const hasShortKey = head.endsWith(':') && head.length < 6;
  const isShort = typeof value !== 'string' && (value === null || typeof value !== 'object');
  if (fits || hasShortKey || isShort) return `${head} ${printed}`;
  const deeper = `${indent}  `;
  return `${head}\n${deeper}${printValue(value, deeper, deeper.length, tail)}`;
}

/** The last argument may start on the line of the call if it alone has to be broken. */
function printCall(
  { callee, arguments: args }: CallExpression,
  indent: string,
  column: number,
): string {
  const last = args.at(-1);
  const before = printAllFlat(args.slice(0, -1));
  if (last !== undefined && before !== undefined && canHug(last, args.at(-2))) {
    const head = `${callee}(${before}${before === '' ? '' : ', '}`;
    if (column + head.length + 1 <= width) {
      return `${head}${isList(last) ? printList(last, indent) : printObject(last, indent)})`;
    }
  }
  if (args.length === 0) return `${callee}()`;
  return `${callee}(\n${printLines(args, `${indent}  `)}${indent})`;
}

function canHug(
  last: Expression,
  previous: Expression | undefined,
): last is ObjectExpression | readonly Expression[] {
  if (isList(last)) {
    if (previous === undefined) return last.length > 0;
    // Prettier fills lines with numbers, and leaves such a list below the other arguments.
    const isFilled = last.every((item) => typeof item === 'number');
    return !isFilled && !isList(previous);
  }
  return (
    isObject(last) && last.entries.length > 0 && !(previous !== undefined && isObject(previous))
  );
}

/** `__proto__` in brackets is a property like any other. */
function printKey(key: string): string {
  if (key === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(key) ? key : quoteTypeScript(key);
}

const isList = (value: Expression): value is readonly Expression[] => Array.isArray(value);

const isNode = (value: Expression): value is RawExpression | ObjectExpression | CallExpression =>
  typeof value === 'object' && value !== null && !isList(value);

const isObject = (value: Expression): value is ObjectExpression =>
  isNode(value) && value.kind === 'object';
