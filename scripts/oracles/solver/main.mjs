// @ts-check
/**
 * Compares the solver with an SMT solver, z3: pairs of documents are translated into formulas over strings,
 * independently of the solver's own code. Compared are actions, resources and texts without variables, which
 * both can decide.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { isDeep, runs } from '../../deep.mjs';
import { isThere } from '../execute.mjs';
import { inLanes, startHarness } from '../harness.mjs';
import { load } from '../load.mjs';

const harness = startHarness('solver');
const pairs = runs(150, 4_000);

/** @param {string} text */
const quoted = (text) => `"${text.replaceAll('"', '""')}"`;

/**
 * A pattern as a regular expression. In the first parts of an ARN a wildcard stays before the colon.
 *
 * @param {string} pattern
 * @param {boolean} isArn
 */
function regex(pattern, isArn = false) {
  let colons = 0;
  const parts = (pattern.match(/[*?]|[^*?]+/g) ?? []).map((part) => {
    colons += part.split(':').length - 1;
    const one = isArn && colons < 5 ? 'noColon' : 'anyChar';
    if (part === '*') return `(re.* ${one})`;
    return part === '?' ? one : `(str.to_re ${quoted(part)})`;
  });
  return parts.length === 0 ? '(str.to_re "")' : `(re.++ (str.to_re "") ${parts.join(' ')})`;
}

/** @param {string} pattern an incomplete ARN is completed */
const resourceRegex = (pattern) => {
  if (/^\*+$/.test(pattern)) return 're.all';
  const missing = 6 - Math.min(6, pattern.split(':').length);
  return regex(`${pattern}${':*'.repeat(missing)}`, true);
};

/** @param {readonly string[]} terms */
const or = (terms) => (terms.length === 0 ? 'false' : `(or false ${terms.join(' ')})`);
/** @param {readonly string[]} terms */
const and = (terms) => (terms.length === 0 ? 'true' : `(and true ${terms.join(' ')})`);

/** @param {unknown} value @returns {string[]} */
const list = (value) => (Array.isArray(value) ? value.map(String) : [String(value)]);

/**
 * One condition over the key `team`, which may be missing.
 *
 * @param {string} operator
 * @param {readonly string[]} values
 */
function condition(operator, values) {
  if (operator === 'Null') {
    // An empty value counts as none.
    const isNull = '(or (not hasTeam) (= team ""))';
    return or(values.map((value) => (value === 'true' ? isNull : `(not ${isNull})`)));
  }
  const ifExists = operator.endsWith('IfExists');
  const name = operator.replace(/IfExists$/, '');
  const isNegated = name.includes('Not');
  const matches = or(
    values.map((value) =>
      name.endsWith('Like') ? `(str.in_re team ${regex(value)})` : `(= team ${quoted(value)})`,
    ),
  );
  const there = isNegated ? `(not ${matches})` : matches;
  return isNegated || ifExists ? `(or (not hasTeam) ${there})` : `(and hasTeam ${there})`;
}

/** @param {Record<string, any>} statement */
function applies(statement) {
  const element = (/** @type {string} */ name, /** @type {(text: string) => string} */ one) => {
    const isNegated = !(name in statement);
    const term = or(list(statement[isNegated ? `Not${name}` : name]).map(one));
    return isNegated ? `(not ${term})` : term;
  };
  return and([
    element(
      'Action',
      (text) => `(str.in_re action ${/^\*+$/.test(text) ? 're.all' : regex(text.toLowerCase())})`,
    ),
    element('Resource', (text) => `(str.in_re resource ${resourceRegex(text)})`),
    ...Object.entries(statement['Condition'] ?? {}).flatMap(([operator, keys]) =>
      Object.values(keys).map((values) => condition(operator, list(values))),
    ),
  ]);
}

/** @param {Record<string, any>} document */
function allowed(document) {
  const of = (/** @type {string} */ effect) =>
    or(
      document['Statement'].filter((/** @type {any} */ one) => one.Effect === effect).map(applies),
    );
  return `(and ${of('Allow')} (not ${of('Deny')}))`;
}

/** What the solver takes for actions, resources and texts. */
const wellFormed = `
(define-const anyChar RegLan re.allchar)
(define-const noColon RegLan (re.diff re.allchar (str.to_re ":")))
(define-const digit RegLan (re.range "0" "9"))
(define-const lower RegLan (re.range "a" "z"))
(define-const word RegLan (re.union digit lower (str.to_re "-")))
(define-const account RegLan ((_ re.loop 12 12) digit))
(define-const region RegLan (re.++ lower lower (re.* lower) (str.to_re "-") lower (re.* word) (str.to_re "-") digit))
(define-const arn RegLan (re.++ (str.to_re "arn:aws") (re.* word) (str.to_re ":") lower (re.* word) (str.to_re ":")
  (re.union (str.to_re "") region) (str.to_re ":") (re.union (str.to_re "") (str.to_re "aws") account) (str.to_re ":") (re.+ anyChar)))
(declare-const action String)
(declare-const resource String)
(declare-const team String)
(declare-const hasTeam Bool)
(assert (str.in_re action (re.++ lower (re.* word) (str.to_re ":") lower (re.* word))))
(assert (str.in_re resource (re.union arn (str.to_re "*"))))
`;

/** A limit in steps of z3, which unlike seconds are the same on every machine. Most pairs need a tenth. */
const steps = 3_000_000;

/** @param {string} formula @returns {Promise<string>} `sat`, `unsat`, `unknown` or an error */
function solve(formula) {
  return new Promise((resolve) => {
    const child = spawn('z3', ['-in', `rlimit=${steps}`]);
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    child.on('close', () => resolve(output.trim()));
    child.stdin.end(formula);
  });
}

if (!(await isThere('z3', ['--version']))) {
  harness.skip('an SMT solver on pairs of documents', 'z3 is not on the PATH');
  harness.finish();
} else {
  const { Solver } = await load('src/iam/solver/decide.ts');
  const { parsePolicy } = await load('src/iam/parse.ts');
  const { Dice } = await load('src/iam/seededRandom.testing.ts');
  const { drawDocument, plainKeys } = await load('src/iam/solver/documents.arbitrary.ts');
  const dice = new Dice(20_261_126);
  const counts = { sat: 0, unsat: 0, open: 0 };
  let confirmed = 0;
  const questions = Array.from({ length: pairs }, (_, number) => {
    const [more, less] = [drawDocument(dice, plainKeys, true), drawDocument(dice, plainKeys, true)];
    const { answer } = new Solver().decide({
      claims: [more, less].map((value, at) => ({
        policies: { kind: 'identity', documents: [parsePolicy(value).document] },
        is: at === 0 ? 'allowed' : 'notAllowed',
      })),
    });
    return { number, more, less, answer };
    // Each yes has been confirmed by the evaluator with a request; only a no depends on the solver alone.
  }).filter(({ answer }) => isDeep || answer !== 'yes' || confirmed++ % 5 === 0);

  await inLanes(availableParallelism(), questions, async ({ number, more, less, answer }) => {
    const formula = `${wellFormed}(assert ${allowed(more)})\n(assert (not ${allowed(less)}))\n(check-sat)\n`;
    const verdict = await solve(formula);
    if (verdict !== 'sat' && verdict !== 'unsat' && verdict !== 'unknown') {
      harness.check(false, `pair ${number} is a formula`, `${verdict}\n${formula}`);
    } else if (answer === 'notDecided' || verdict === 'unknown') {
      counts.open += 1;
    } else {
      counts[verdict] += 1;
      harness.check(
        (answer === 'yes') === (verdict === 'sat'),
        `pair ${number}: ${answer} and ${verdict}`,
        JSON.stringify([more, less], null, 1),
      );
    }
  });
  const asked = questions.length;
  harness.check(
    counts.sat > 0 && counts.unsat > 0 && counts.open < asked / 5,
    `most of ${asked} pairs are decided by both`,
    JSON.stringify(counts),
  );
  harness.note(`${asked} pairs: ${counts.sat} sat, ${counts.unsat} unsat, ${counts.open} open`);
  harness.finish();
}
