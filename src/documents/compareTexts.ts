import {
  comparePolicies,
  type Comparison,
  type GrantDifference,
  type Scope,
  type UndecidedDifference,
} from '../iam/compare';
import { recogniseKind, type DocumentKind } from '../iam/documentKind';
import { parsePolicy, type DocumentPath } from '../iam/parse';
import { serviceCatalogue } from '../qbusiness/actions';
import { documentKindWords } from '../qbusiness/auditDocuments';
import { readPolicies, type ReadPolicy } from './readPolicies';
import { TextLines } from './textLines';

export type PairVerdict = Comparison['verdict'] | 'onlyBefore' | 'onlyAfter';

/** Two documents of the same kind, one from each side; one of them may be missing. */
export interface ComparedPair {
  readonly label: string;
  /** The documents with two spaces of indentation; empty for one that is missing. */
  readonly before: string;
  readonly after: string;
  readonly verdict: PairVerdict;
  /** The verdict in words. */
  readonly summary: string;
  /** What the second document grants beyond the first, one sentence each. */
  readonly more: readonly string[];
  readonly less: readonly string[];
  /** What stays open, and why. */
  readonly undecided: readonly string[];
  /** What the verdict takes for granted. */
  readonly assumption?: string;
}

export interface ComparedTexts {
  readonly pairs: readonly ComparedPair[];
}

/** The words for the two sides: “the pasted document”, “the plan”. */
export interface SideNames {
  readonly before: string;
  readonly after: string;
}

/** What a text grants compared with another, document by document. Never throws. */
export function compareTexts(before: string, after: string, names: SideNames): ComparedTexts {
  const [left, right] = [sidesOf(before), sidesOf(after)];
  const pairs: ComparedPair[] = [];
  const rest = [...right];
  for (const side of left) {
    const at = rest.findIndex(({ kind }) => kind === side.kind);
    const [other] = at < 0 ? [] : rest.splice(at, 1);
    pairs.push(other ? compared(side, other, names) : alone('onlyBefore', side, names));
  }
  pairs.push(...rest.map((side) => alone('onlyAfter', side, names)));
  return { pairs };
}

interface ComparedSide {
  readonly policy: ReadPolicy;
  readonly kind: DocumentKind;
  readonly lines: TextLines;
}

function sidesOf(text: string): readonly ComparedSide[] {
  const lines = new TextLines(text);
  return readPolicies(text).policies.map((policy) => ({
    policy,
    kind: policy.kind ?? recogniseKind(parsePolicy(policy.value).document),
    lines,
  }));
}

const printed = ({ value }: ReadPolicy): string => `${JSON.stringify(value, null, 2)}\n`;

function alone(
  verdict: 'onlyBefore' | 'onlyAfter',
  { policy, kind }: ComparedSide,
  names: SideNames,
): ComparedPair {
  const [has, lacks] =
    verdict === 'onlyBefore' ? [names.before, names.after] : [names.after, names.before];
  return {
    label: policy.label ?? documentKindWords[kind],
    before: verdict === 'onlyBefore' ? printed(policy) : '',
    after: verdict === 'onlyAfter' ? printed(policy) : '',
    verdict,
    summary: `Only ${has} has a ${documentKindWords[kind].toLowerCase()}; ${lacks} has none to compare it with.`,
    more: [],
    less: [],
    undecided: [],
  };
}

function compared(left: ComparedSide, right: ComparedSide, names: SideNames): ComparedPair {
  const { kind } = left;
  const comparison = comparePolicies(left.policy.value, right.policy.value, {
    kind,
    catalogue: serviceCatalogue,
  });
  const { verdict, more, less, undecided, assumesCatalogueOf } = comparison;
  const sides = { before: left, after: right };
  return {
    label: right.policy.label ?? left.policy.label ?? documentKindWords[kind],
    before: printed(left.policy),
    after: printed(right.policy),
    verdict,
    summary: verdictWords(comparison, names),
    more: more.map((difference) => differenceWords(difference, names)),
    less: less.map((difference) => differenceWords(difference, names)),
    undecided: undecided.map((one) => undecidedWords(one, sides, names)),
    ...(assumesCatalogueOf !== undefined && {
      assumption: `This takes the list of actions of ${assumesCatalogueOf} to be complete.`,
    }),
  };
}

function verdictWords({ verdict, more, less }: Comparison, { before, after }: SideNames): string {
  switch (verdict) {
    case 'same':
      return 'The same document.';
    case 'formatting':
      return 'Written differently, but both grant the same.';
    case 'more':
      return `${capital(after)} grants more than ${before}.`;
    case 'less':
      return `${capital(after)} grants less than ${before}.`;
    case 'both':
      return `${capital(after)} grants some things that ${before} does not, and lacks others.`;
    case 'notDecided': {
      const known = [
        ...(more.length > 0 ? [`${after} grants more in part`] : []),
        ...(less.length > 0 ? [`${after} grants less in part`] : []),
      ].join(', and ');
      return `Not decided${known === '' ? '' : `: ${known}; the rest is open`}.`;
    }
  }
}

/** One difference as a sentence: what, on what, to whom, under which reservation. */
function differenceWords(
  { effect, side, actions, resources, principals, conditional, example }: GrantDifference,
  names: SideNames,
): string {
  const who = principals ? ` to ${scopeWords(principals, 'anyone', 'everyone but')}` : '';
  const where = resources
    ? ` on ${scopeWords(resources, 'every resource', 'every resource but')}`
    : '';
  const what = scopeWords(actions, 'every action', 'every action but');
  const verb = effect === 'Allow' ? 'allows' : 'refuses';
  const condition = conditional ? ', under its conditions' : '';
  const proof = isPlain(actions, example.action) ? '' : ` For example ${example.action}.`;
  return `Only ${names[side]} ${verb} ${what}${where}${who}${condition}.${proof}`;
}

const isPlain = ({ negated, texts }: Scope, action: string): boolean =>
  !negated && texts.some((text) => text.toLowerCase() === action.toLowerCase());

function scopeWords({ negated, texts }: Scope, all: string, allBut: string): string {
  if (texts.length === 0) return all;
  const shown = texts.slice(0, 12);
  const left = texts.length - shown.length;
  const list = shown.map((text) => (text === '*' ? all : text)).join(', ');
  const words = left > 0 ? `${list} and ${left} more` : list;
  return negated ? `${allBut} ${words}` : words;
}

const undecidedReasons: Readonly<Record<UndecidedDifference['reason'], string>> = {
  unreadable: 'it is not a complete policy',
  noProof: 'no request was found that shows a difference, and none that rules it out',
  tooLarge: 'there is too much to compare',
  differentKinds: 'one is a trust policy and the other is not',
  differentVersions: 'the two versions of the policy language read its variables differently',
};

function undecidedWords(
  { side, statement, reason }: UndecidedDifference,
  sides: Readonly<Record<'before' | 'after', ComparedSide>>,
  names: SideNames,
): string {
  const where = placeWords(sides[side], statement);
  return `${capital(names[side])}, ${where}: ${undecidedReasons[reason]}.`;
}

function placeWords({ policy, lines }: ComparedSide, at: DocumentPath): string {
  const { line } = lines.at(policy.locate(at, 'value').start);
  return at.length === 0 ? 'the whole document' : `the statement on line ${line}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
