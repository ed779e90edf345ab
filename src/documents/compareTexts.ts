import {
  compareSubjects,
  type Comparison,
  type PolicyDifference,
  type Scope,
  type Subject,
  type UndecidedDifference,
} from '../iam/compare';
import type { DocumentKind } from '../iam/documentKind';
import { showUnknown } from '../iam/unknownValue';
import { escapeUnseen, showInLine } from '../iam/unseenCharacters';
import { serviceCatalogue } from '../qbusiness/actions';
import { documentKindWords } from '../qbusiness/auditDocuments';
import { capital, firstOf } from '../words/counts';
import { doubtWords } from './doubtWords';
import { requestWords } from './requestWords';
import type { MissingPolicy, RoleDocument } from './roleDocuments';
import { readRoles } from './readRoles';
import { TextLines } from './textLines';

export type PairVerdict = Comparison['verdict'] | 'onlyBefore' | 'onlyAfter';

/**
 * The documents of one kind and role of both sides; one side may have none. The permissions policies of
 * a role are taken together, as IAM does.
 */
export interface ComparedPair {
  readonly label: string;
  /** The documents with two spaces of indentation; empty for one that is missing. */
  readonly before: string;
  readonly after: string;
  readonly verdict: PairVerdict;
  /** The verdict in words. */
  readonly summary: string;
  /** What the second side grants beyond the first, one sentence each. */
  readonly more: readonly string[];
  readonly less: readonly string[];
  /** Requests that one side denies explicitly and the other does not. They do not change the verdict. */
  readonly refusals: readonly string[];
  /** Why the comparison is not decided, in sentences. */
  readonly undecided: readonly string[];
  /** The assumption under which the verdict holds. */
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

/** Compares what two texts grant, role by role. Never throws. */
export function compareTexts(before: string, after: string, names: SideNames): ComparedTexts {
  const [left, right] = [subjectsIn(before), subjectsIn(after)];
  const rest = [...right];
  const pairs = left.map((side) => {
    const sameKind = rest.filter(({ kind }) => kind === side.kind);
    const other = sameKind.find(({ role }) => role === side.role) ?? sameKind[0];
    if (!other) return alone('onlyBefore', side, names);
    rest.splice(rest.indexOf(other), 1);
    return compared(side, other, names);
  });
  return { pairs: [...pairs, ...rest.map((side) => alone('onlyAfter', side, names))] };
}

/** Documents of one kind that belong together. */
interface ComparedSide {
  readonly role: string | undefined;
  readonly kind: DocumentKind;
  readonly documents: readonly RoleDocument[];
  readonly boundary: RoleDocument | undefined;
  readonly missing: readonly MissingPolicy[];
  readonly lines: TextLines;
}

function subjectsIn(text: string): readonly ComparedSide[] {
  const lines = new TextLines(text);
  const { roles, resourcePolicies } = readRoles([{ text }]);
  const alone = { role: undefined, boundary: undefined, missing: [], lines };
  return [
    ...roles.flatMap(({ name, trust, permissions, boundary, missing }) => [
      ...(permissions.length + missing.length > 0
        ? [
            {
              role: name,
              kind: 'identity',
              documents: permissions,
              boundary,
              missing,
              lines,
            } as const,
          ]
        : []),
      ...trust.map((document) => {
        return { ...alone, role: name, kind: 'trust', documents: [document] } as const;
      }),
    ]),
    ...resourcePolicies.map((document) => {
      return { ...alone, kind: 'resource', documents: [document] } as const;
    }),
  ];
}

const printed = ({ documents }: ComparedSide): string =>
  documents
    .map(({ value }) => `${showUnknown(escapeUnseen(JSON.stringify(value, null, 2)))}\n`)
    .join('');

/** The name of the only document, or the kind of several. */
function labelOf({ documents, kind, role }: ComparedSide): string | undefined {
  const [only] = documents;
  if (only && documents.length === 1) {
    return only.label === documentKindWords[kind] ? undefined : only.label;
  }
  const name = role === undefined ? '' : ` of ${role}`;
  return documents.length === 0 ? undefined : `${documents.length} permissions policies${name}`;
}

function alone(
  verdict: 'onlyBefore' | 'onlyAfter',
  side: ComparedSide,
  names: SideNames,
): ComparedPair {
  const { kind } = side;
  const [has, lacks] =
    verdict === 'onlyBefore' ? [names.before, names.after] : [names.after, names.before];
  return {
    label: showInLine(labelOf(side) ?? documentKindWords[kind]),
    before: verdict === 'onlyBefore' ? printed(side) : '',
    after: verdict === 'onlyAfter' ? printed(side) : '',
    verdict,
    summary: `Only ${has} has a ${documentKindWords[kind].toLowerCase()}; ${lacks} has none to compare it with.`,
    more: [],
    less: [],
    refusals: [],
    undecided: [],
  };
}

const subjectOf = ({ documents, boundary, missing }: ComparedSide): Subject => ({
  documents: documents.map(({ value }) => value),
  ...(boundary && { boundary: boundary.value }),
  missing: missing.filter(({ use }) => use === 'attached').map(({ name }) => name),
  missingBoundaries: missing.filter(({ use }) => use === 'boundary').map(({ name }) => name),
});

function compared(left: ComparedSide, right: ComparedSide, names: SideNames): ComparedPair {
  const { kind } = left;
  const comparison = compareSubjects(subjectOf(left), subjectOf(right), {
    kind,
    catalogue: serviceCatalogue,
  });
  const { verdict, more, less, refusals, undecided, assumesCatalogueOf } = comparison;
  const sides = { before: left, after: right };
  const words = (difference: PolicyDifference) =>
    showInLine(differenceWords(difference, sides, names));
  return {
    label: showInLine(labelOf(right) ?? labelOf(left) ?? documentKindWords[kind]),
    before: printed(left),
    after: printed(right),
    verdict,
    summary: verdictWords(comparison, names),
    more: more.map(words),
    less: less.map(words),
    refusals: refusals.map(words),
    undecided: [...new Set(undecided.map((one) => showInLine(undecidedWords(one, sides, names))))],
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

/** One difference as a sentence: actions, resources, principals, and an example. */
function differenceWords(
  difference: PolicyDifference,
  sides: Readonly<Record<'before' | 'after', ComparedSide>>,
  names: SideNames,
): string {
  const { effect, side, actions, resources, principals, example } = difference;
  const who = principals ? ` to ${scopeWords(principals, 'anyone', 'everyone but')}` : '';
  const where = resources
    ? ` on ${scopeWords(resources, 'every resource', 'every resource but')}`
    : '';
  const what = scopeWords(actions, 'every action', 'every action but');
  const other = names[side === 'before' ? 'after' : 'before'];
  const isConditional = conditionsOf(sides[side], difference) > 0;
  const condition = isConditional ? ', under its conditions' : '';
  const proof = `For example ${requestWords(example)}`;
  if (effect === 'Deny') {
    return `Only ${names[side]} refuses ${what}${where}${who} by a Deny${condition}. ${proof}.`;
  }
  const reason = difference.isRefusedByOther
    ? `: ${other} refuses it by a Deny`
    : difference.isDelegatedByOther
      ? `: by ${other} the requester’s own account must allow it, too`
      : '';
  return `Only ${names[side]} allows ${what}${where}${who}${condition}. ${proof}${reason}.`;
}

function conditionsOf(
  { documents }: ComparedSide,
  { document, statement }: PolicyDifference,
): number {
  let value: unknown = documents[document]?.value;
  for (const step of [...statement, 'Condition']) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
  }
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}

function scopeWords({ negated, texts }: Scope, all: string, allBut: string): string {
  if (texts.length === 0) return all;
  const { shown, more } = firstOf(texts, 12);
  const list = shown.map((text) => (text === '*' ? all : showUnknown(text))).join(', ');
  const words = more === undefined ? list : `${list} and ${more}`;
  return negated ? `${allBut} ${words}` : words;
}

function undecidedWords(
  point: UndecidedDifference,
  sides: Readonly<Record<'before' | 'after', ComparedSide>>,
  names: SideNames,
): string {
  const { side, statement, why } = point;
  const reason =
    why === 'differentKinds'
      ? 'one is a trust policy and the other is not'
      : doubtWords({ ...point, why });
  if (!statement) return `${capital(names[side])}: ${reason}.`;
  const { documents, lines } = sides[side];
  const document = documents[statement.document];
  const place =
    document && statement.at.length > 0
      ? `the statement on line ${lines.at(document.extentOf(statement.at).start).line}`
      : 'the whole document';
  return `${capital(names[side])}, ${place}: ${reason}.`;
}
