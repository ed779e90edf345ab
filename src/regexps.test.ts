import { posix } from 'node:path';
import { cpuUsage } from 'node:process';
import { createContext, runInContext } from 'node:vm';
import { check } from 'recheck';
import { parseSync, Visitor, type ESTree } from 'vite';
import { describe, expect, test } from 'vitest';
import { devDependencies } from '../package.json';
import { isDeep } from '../scripts/deep.mjs';

/** An expression of the source, and where it stands. */
interface Expression {
  readonly at: string;
  readonly pattern: string;
  readonly flags: string;
}

/** What no reader can see: an expression that is put together while the page runs. */
interface Unknown {
  readonly at: string;
  readonly unknown: string;
}

/** The source of each file of src, by its path there. */
type Sources = ReadonlyMap<string, string>;

const sources: Sources = new Map(
  Object.entries(
    import.meta.glob<string>(
      ['./**/*.{ts,tsx}', '!./**/*.{test,arbitrary,testing}.{ts,tsx}', '!./**/*.d.ts'],
      { query: '?raw', import: 'default', eager: true },
    ),
  ).map(([path, source]) => [path.slice('./'.length), source]),
);

interface Module {
  readonly program: ESTree.Program;
  /** What each name at the top of the file stands for. */
  readonly constants: ReadonlyMap<string, ESTree.Expression>;
  /** From which file of src each imported name comes, and what it is called there. */
  readonly imports: ReadonlyMap<string, { readonly path: string; readonly name: string }>;
}

function readModule(path: string, source: string): Module {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0]?.message}`);
  const constants = new Map<string, ESTree.Expression>();
  const imports = new Map<string, { path: string; name: string }>();
  new Visitor({
    VariableDeclaration: ({ kind, declarations }) => {
      if (kind !== 'const') return;
      for (const { id, init } of declarations) {
        if (id.type === 'Identifier' && init) constants.set(id.name, init);
      }
    },
    ImportDeclaration: ({ source: { value }, specifiers }) => {
      const target = value.startsWith('@/')
        ? value.slice('@/'.length)
        : posix.join(posix.dirname(path), value);
      for (const specifier of specifiers) {
        if (specifier.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier')
          continue;
        imports.set(specifier.local.name, { path: target, name: specifier.imported.name });
      }
    },
  }).visit(program);
  return { program, constants, imports };
}

/** The text that the node stands for, as far as it can be known without running the code. */
function textOf(node: ESTree.Node | null | undefined, module: Module): string | undefined {
  if (!node) return undefined;
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type === 'TSAsExpression') return textOf(node.expression, module);
  if (node.type === 'Identifier') return textOfName(node.name, module);
  if (node.type === 'TemplateLiteral') {
    const parts = node.quasis.flatMap(({ value: { cooked } }, index) => [
      cooked ?? undefined,
      ...(index < node.expressions.length ? [textOf(node.expressions[index], module)] : []),
    ]);
    return joined(parts, '');
  }
  if (node.type === 'TaggedTemplateExpression') {
    const { quasis, expressions } = node.quasi;
    return expressions.length > 0 ? undefined : quasis.map(({ value }) => value.raw).join('');
  }
  if (node.type === 'BinaryExpression') {
    return joined([textOf(node.left, module), textOf(node.right, module)], '');
  }
  if (node.type === 'MemberExpression') return sourceOf(node, module);
  return node.type === 'CallExpression' ? joinOf(node, module) : undefined;
}

/** What a constant of this file, or one that it imports, stands for. */
function textOfName(name: string, module: Module): string | undefined {
  const constant = module.constants.get(name);
  if (constant) return textOf(constant, module);
  const from = module.imports.get(name);
  const path = from && [`${from.path}.ts`, `${from.path}.tsx`].find((file) => sources.has(file));
  if (!from || path === undefined) return undefined;
  const other = readModule(path, sources.get(path) ?? '');
  return textOf(other.constants.get(from.name), other);
}

/** `expression.source` */
function sourceOf({ object, property }: ESTree.MemberExpression, module: Module) {
  const literal = object.type === 'Identifier' ? module.constants.get(object.name) : object;
  const isSource = property.type === 'Identifier' && property.name === 'source';
  return isSource && literal?.type === 'Literal' && 'regex' in literal
    ? literal.regex.pattern
    : undefined;
}

/** `list.join('|')`, with the list written out. */
function joinOf({ callee, arguments: given }: ESTree.CallExpression, module: Module) {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return undefined;
  if (callee.property.name !== 'join' || callee.object.type !== 'Identifier') return undefined;
  const list = module.constants.get(callee.object.name);
  const array = list?.type === 'TSAsExpression' ? list.expression : list;
  const separator = textOf(given[0], module);
  if (array?.type !== 'ArrayExpression' || separator === undefined) return undefined;
  return joined(
    array.elements.map((element) => textOf(element, module)),
    separator,
  );
}

const joined = (parts: readonly (string | undefined)[], separator: string) =>
  parts.includes(undefined) ? undefined : parts.join(separator);

/** Every expression of the file: literals, `RegExp(…)`, and texts that `match` and `search` take for one. */
function expressionsIn(path: string, source: string): readonly (Expression | Unknown)[] {
  const module = readModule(path, source);
  const found: (Expression | Unknown)[] = [];
  const at = ({ start }: { readonly start: number }) =>
    `${path}:${source.slice(0, start).split('\n').length}`;
  const construct = (node: ESTree.CallExpression | ESTree.NewExpression) => {
    const { callee, arguments: given } = node;
    if (callee.type !== 'Identifier' || callee.name !== 'RegExp') return;
    const pattern = textOf(given[0], module);
    const flags = given.length < 2 ? '' : textOf(given[1], module);
    found.push(
      pattern === undefined || flags === undefined
        ? { at: at(node), unknown: source.slice(node.start, node.end) }
        : { at: at(node), pattern, flags },
    );
  };
  new Visitor({
    Literal: (node) => {
      if ('regex' in node) found.push({ at: at(node), ...node.regex });
    },
    NewExpression: construct,
    CallExpression: (node) => {
      construct(node);
      const { callee, arguments: given } = node;
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      const isPattern = ['match', 'matchAll', 'search'].includes(callee.property.name);
      const pattern = isPattern ? textOf(given[0], module) : undefined;
      if (pattern !== undefined) found.push({ at: at(node), pattern, flags: '' });
    },
  }).visit(module.program);
  return found;
}

/** Milliseconds for the checker's search; none of ours needs a tenth of it. */
const timeout = 60_000;
/** The tries of its search end by their count of steps, whatever else the machine does. */
const limits = { timeout, incubationTimeout: timeout, randomSeed: 1 };

interface Judgement {
  /** What makes the expression slow on some text; undefined when its time grows with the length alone. */
  readonly weakness: string | undefined;
  /** The checker could prove nothing (look-around), and has searched for a slow text. */
  readonly isSearched: boolean;
}

async function judge(expression: Expression): Promise<Judgement> {
  const { at, pattern, flags } = expression;
  const result = await check(pattern, flags, limits);
  const told = `${at} /${pattern}/${flags}`;
  const isSearched = result.checker === 'fuzz';
  if (result.status === 'unknown') {
    return { weakness: `${told}: ${result.error.kind}`, isSearched: false };
  }
  if (result.status === 'safe') {
    return { weakness: isSearched ? slowness(expression) : undefined, isSearched };
  }
  // An automaton is a proof. A search only suspects, so that the engine has the last word.
  const isReal = !isSearched || isSlow(expression, result.attack.string);
  return {
    weakness: isReal
      ? `${told}: ${result.complexity.summary} on ${result.attack.pattern}`
      : slowness(expression),
    isSearched,
  };
}

/** Our own search, in the engine itself and on longer texts. */
function slowness(expression: Expression): string | undefined {
  const { at, pattern, flags } = expression;
  const slow = pumpsFor(pattern).find((pump) => isSlow(expression, pumped(pump)));
  return slow === undefined
    ? undefined
    : `${at} /${pattern}/${flags}: slow on ${JSON.stringify(slow)}, repeated`;
}

/** Characters of a crafted text, and the milliseconds of which a linear expression needs a small part. */
const pumpLength = 30_000;
const patience = 500;

const pumped = (pump: string) => `${pump.repeat(Math.ceil(pumpLength / pump.length))}\0`;

/** What the expression itself is made of: the characters and words that lead it furthest. */
function pumpsFor(pattern: string): readonly string[] {
  const letters = [...new Set(pattern.replaceAll(/\\[a-zA-Z]/g, ' a1'))];
  const words = pattern.match(/[a-zA-Z0-9"'`:,={}[\]()<>$\\/|# -]{2,}/g) ?? [];
  return [...letters, ...letters.flatMap((letter) => [`${letter} `, `a${letter}`]), ...words];
}

const engine = createContext({});

/** Whether the JavaScript engine itself takes long, on a processor that it may have to share. */
function isSlow(expression: Expression, text: string, timeout = patience): boolean {
  const { pattern, flags } = expression;
  Object.assign(engine, { expression: new RegExp(pattern, flags), text });
  const before = cpuUsage();
  try {
    runInContext("text.replace(expression, '')", engine, { timeout });
  } catch (error) {
    // Of another realm, so that it is no `Error` of this one.
    const hasCode = typeof error === 'object' && error !== null && 'code' in error;
    if (!hasCode || error.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    const { user, system } = cpuUsage(before);
    const hadItsTime = (user + system) / 1_000 > patience / 2;
    return hadItsTime || isSlow(expression, text, timeout * 2);
  }
  return false;
}

const written = ({ pattern, flags }: Expression) => `/${pattern}/${flags}`;

/**
 * @param searched expressions whose search by the checker need not be repeated, as they are written
 */
async function judgeAll(expressions: readonly Expression[], searched: ReadonlySet<string>) {
  const weaknesses: string[] = [];
  const searches: string[] = [];
  const queue = [...expressions];
  const work = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { weakness, isSearched } = searched.has(written(next))
        ? { weakness: slowness(next), isSearched: true }
        : await judge(next);
      if (weakness !== undefined) weaknesses.push(weakness);
      if (isSearched) searches.push(written(next));
    }
  };
  await Promise.all([work(), work()]);
  return { weaknesses: weaknesses.toSorted(), searches: searches.toSorted() };
}

const weaknessesOf = async (expressions: readonly Expression[]) =>
  (await judgeAll(expressions, new Set())).weaknesses;

/**
 * The checker's searches take most of the time and find the same each time. This golden names the
 * checker and the expressions that it has searched in vain, which only the deep run searches again:
 * `DEEP=1 npx vitest run src/regexps.test.ts --update` writes it anew.
 */
const golden = '__golden__/searchedExpressions.txt';
const checker = `recheck ${devDependencies.recheck}`;
const [knownChecker, ...knownSearches] = Object.values(
  import.meta.glob<string>('./__golden__/searchedExpressions.txt', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).flatMap((text) => text.trimEnd().split('\n'));
const searched = new Set(knownChecker === checker && !isDeep ? knownSearches : []);

const isExpression = (found: Expression | Unknown): found is Expression => 'pattern' in found;

describe('regular expressions', () => {
  const all = [...sources].flatMap(([path, source]) => expressionsIn(path, source));
  const once = new Map(
    all.filter(isExpression).map((found) => [`${found.flags}/${found.pattern}`, found]),
  );

  test('can be read without running the code', () => {
    expect(all.filter((found) => !isExpression(found))).toEqual([]);
    expect(once.size).toBeGreaterThan(100);
  });

  test('take time that grows with the length of the text alone', async () => {
    const { weaknesses, searches } = await judgeAll([...once.values()], searched);
    expect(weaknesses).toEqual([]);
    const noted = isDeep ? searches : knownSearches;
    await expect(`${[checker, ...noted].join('\n')}\n`).toMatchFileSnapshot(golden);
  });
});

describe('the check bites', () => {
  test.each([
    String.raw`/^arn:[a-z]+(?:-[a-z]+)*:iam::\d{12}:(?:role|user)\/(?:[\x21-\x29\x2B-\x3E\x40-\x7E]+\/)*[A-Za-z0-9_+=,.@-]{1,64}$/`,
    String.raw`/^[\s\u00A0]+|[\s\u00A0]+$/g`,
    String.raw`/\$\{([^}]*)\}/g`,
    String.raw`/["']aws:SourceAccount["']\s*:\s*\[?\s*["'](?<account>\d{12})["']/g`,
    String.raw`/--(?<name>[a-z-]+)(?:=|[ \t]+)(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'-]\S*))/g`,
    "new RegExp(`(?<=^|[\\\\s;&|$(>#%])aws[ \\\\t]+(?:--?[a-z-]+(?:=\\\\S+|[ \\\\t]+(?!${services}|-)\\\\S+)?[ \\\\t]+)*${services}(?:[ \\\\t]+(?<operation>[a-z][a-z-]*))?[^\\\\n;&|]*`, 'gm')",
    "new RegExp(long.source + '$')",
    "new RegExp([...'ab'].join('|'))",
    "new RegExp('(?:' + names.join('|') + ')+$')",
    "text.match('(?:a+)+$')",
  ])('%s', async (code) => {
    const module = `const services = '(?:qbusiness|iam|sts)(?=\\\\s)'; const long = /(?:a|a)+/; const names = ['a', 'aa'] as const; export const it = (text) => ${code};`;
    const found = expressionsIn('iam/arn.ts', module);
    const seen = found.filter(isExpression).filter(({ pattern }) => pattern !== '(?:a|a)+');
    const unknown = found.filter((one) => !isExpression(one));
    expect([...unknown, ...(await weaknessesOf(seen))]).toHaveLength(1);
  });

  test('but not on what is linear', async () => {
    const found = expressionsIn(
      'iam/arn',
      String.raw`export const it = [/^\d{12}$/, /(?<!-)-+$/];`,
    );
    expect(await weaknessesOf(found.filter(isExpression))).toEqual([]);
  });
});
