import type { DocumentKind } from '../iam/documentKind';
import type { StatementReference } from '../iam/evaluate';
import { parsePolicy, type AnyPolicyDocument } from '../iam/parse';
import { accountOfPrincipal } from '../iam/principal';
import type { PolicySet } from '../iam/solver/decide';
import { showInLine } from '../iam/unseenCharacters';
import { applicationsIn, type AskedApplication } from '../qbusiness/applicationsAsked';
import { requesterClasses } from '../qbusiness/requesters';
import { counted } from '../words/counts';
import { AccessSolver, type AccessOutcome } from './accessAnswers';
import { actionOutcomes, type ActionOutcome } from './actionAnswers';
import { conditionWords } from './conditionWords';
import { runToEnd } from '../iam/runToEnd';
import type { RoleDocument, RoleDocuments } from './roleDocuments';
import { readRoles } from './readRoles';
import { TextLines } from './textLines';

export type { Verdict } from './accessAnswers';

export interface AccessInput {
  readonly texts: readonly string[];
  /** The applications to ask about; those that the documents name if left out. */
  readonly applications?: readonly AskedApplication[];
  /** The ARN of the role, where the texts do not say it. */
  readonly roleArn?: string;
  /** Whom the role is made for: principals as policies name them. */
  readonly intended?: readonly string[];
}

/** Lines of one of the texts. */
export interface StatementPlace {
  readonly text: number;
  readonly startLine: number;
  readonly endLine: number;
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  /** “aws:SourceAccount is 111122223333”. */
  readonly conditions: readonly string[];
}

/** An outcome whose statements are found in the texts. */
interface DecidedRow extends Omit<AccessOutcome, 'decidedBy' | 'isDelegated'> {
  /** The statements that allow or refuse; for `notDecided` those that stand in the way. */
  readonly decidedBy: readonly StatementPlace[];
}

export interface AccessRow
  extends DecidedRow, Pick<ActionOutcome, 'action' | 'accessLevel' | 'target'> {}

export interface RequesterRow extends DecidedRow {
  readonly id: string;
  /** “Amazon Q Business, for this application”. */
  readonly label: string;
  readonly isIntended: boolean;
  /** The policies of the requester's own account must allow it, too. */
  readonly isDelegated: boolean;
}

/** What one role can do and who can assume it, asked about one application or several. */
export interface AccessReport {
  /** Absent where no text names the role. */
  readonly role?: string;
  readonly application: AskedApplication;
  /** The documents of the role that the texts contain. */
  readonly documents: readonly { readonly label: string; readonly kind: DocumentKind }[];
  /** Names of the role's policies and boundaries whose documents are missing. */
  readonly missing: readonly string[];
  /** What the documents name besides, too much to ask about: “12 more applications that the documents name”. */
  readonly notTested: readonly string[];
  /** What the role can do; empty without a permissions policy. */
  readonly actions: readonly AccessRow[];
  /** Who can assume the role; empty without a trust policy. */
  readonly requesters: readonly RequesterRow[];
}

export interface AccessReports {
  /** By role, and by the applications that are asked about. */
  readonly reports: readonly AccessReport[];
  /** Labels of policies that are on other things than roles: nothing is said about them. */
  readonly resourcePolicies: readonly string[];
}

/** What the roles of the texts can do, and who can assume them. Never throws. */
export function accessTexts(input: AccessInput): AccessReports {
  const { roles, resourcePolicies } = readRoles(input.texts.map((text) => ({ text })));
  const lines = input.texts.map((text) => new TextLines(text));
  return {
    reports: roles.flatMap((role) => runToEnd(accessSteps(role, input, lines))),
    resourcePolicies: resourcePolicies.map(({ label }) => showInLine(label)),
  };
}

/** A parsed document with its place in the texts. */
interface Held {
  readonly source: RoleDocument;
  readonly document: AnyPolicyDocument;
}

const held = (source: RoleDocument): Held => ({
  source,
  document: parsePolicy(source.value).document,
});

/** Applications that one role is asked about; it says how many are left. */
const mostAsked = 12;

/**
 * The same for one role that was read already, with pauses between the answers; `lines` are those of the
 * texts it was read from.
 */
export function* accessSteps(
  role: RoleDocuments,
  { applications, roleArn = role.arn, intended = [] }: Omit<AccessInput, 'texts'>,
  lines: readonly TextLines[],
): Generator<void, readonly AccessReport[]> {
  const [trusts, permissions] = [role.trust.map(held), role.permissions.map(held)];
  const boundary = role.boundary && held(role.boundary);
  const documents = [...trusts, ...permissions, ...(boundary ? [boundary] : [])];
  if (documents.length === 0 && role.missing.length === 0) return [];
  const missing = role.missing.filter(({ use }) => use === 'attached').map(({ name }) => name);
  const limits = role.missing.filter(({ use }) => use === 'boundary').map(({ name }) => name);
  const named =
    applications && applications.length > 0
      ? applications
      : applicationsIn(documents.map(({ document }) => document));
  const asked = named.slice(0, mostAsked);
  const own = /^arn:[^:]+:iam::(\d{12}):/.exec(roleArn ?? '')?.[1];
  const identity: PolicySet = {
    kind: 'identity',
    documents: permissions.map(({ document }) => document),
    ...(boundary && { boundaries: [boundary.document] }),
    missing,
    missingBoundaries: limits,
  };
  const toAct = new AccessSolver(identity);
  const toAssume = trusts.map(
    ({ document }) => new AccessSolver({ kind: 'trust', documents: [document] }),
  );
  const place = placer(lines);
  const reports: AccessReport[] = [];
  for (const application of asked) {
    const alsoAsked = asked.filter((other) => other !== application);
    const { classes, left } =
      trusts.length === 0
        ? { classes: [], left: 0 }
        : requesterClasses(
            trusts.map(({ document }) => document),
            application,
            { roleAccount: own, alsoAsked },
          );
    const notTested = notTestedWords(named.length - asked.length, left);
    const actions =
      permissions.length + missing.length === 0
        ? []
        : actionOutcomes(identity, toAct, application, alsoAsked);
    yield;
    const requesters: RequesterRow[] = [];
    for (const { id, label, parts, isForeign } of classes) {
      const outcome = ofOnePolicy(toAssume.map((solver) => solver.decide(parts)));
      const isAllowed = outcome.verdict === 'yes' || outcome.verdict === 'yesIf';
      requesters.push({
        id,
        label: showInLine(label),
        isIntended: isIntendedClass(id, intended),
        ...rowOf(outcome, (reference) => place(trusts, reference)),
        isDelegated: isAllowed && (outcome.isDelegated || isForeign),
      });
      yield;
    }
    reports.push({
      ...(role.name !== undefined && { role: showInLine(role.name) }),
      application,
      documents: documents.map(({ source: { label, kind } }) => ({
        label: showInLine(label),
        kind,
      })),
      missing: role.missing.map(({ name }) => showInLine(name)),
      notTested,
      actions: actions.map(({ action, accessLevel, target, outcome }) => ({
        action: showInLine(action),
        target,
        ...(accessLevel && { accessLevel }),
        ...rowOf(outcome, (reference) => place(permissions, reference)),
      })),
      requesters,
    });
  }
  return reports;
}

/**
 * A role has one trust policy. Where texts have several, such as one before and one after a change, what
 * they do not agree on is not decided.
 */
function ofOnePolicy(outcomes: readonly AccessOutcome[]): AccessOutcome {
  const [first, ...others] = outcomes;
  if (!first) throw new RangeError('Only a role with a trust policy is asked who can assume it');
  const decidedBy = outcomes.flatMap(({ decidedBy }, document) =>
    decidedBy.map((reference) => ({ ...reference, document })),
  );
  const meaning = ({ verdict, conditions }: AccessOutcome) => JSON.stringify([verdict, conditions]);
  if (others.every((other) => meaning(other) === meaning(first))) return { ...first, decidedBy };
  return {
    verdict: 'notDecided',
    decidedBy,
    conditions: [],
    isRefused: false,
    doubts: ['the texts hold several trust policies for it'],
    isDelegated: false,
  };
}

function notTestedWords(applications: number, callers: number): readonly string[] {
  const more = (count: number, what: string) =>
    count === 0 ? [] : [`${counted(count, `more ${what}`)} that the documents name`];
  return [...more(applications, 'application'), ...more(callers, 'caller')];
}

/** Whether a class is intended: a principal is, and the roles and users of an account that is. */
function isIntendedClass(id: string, intended: readonly string[]): boolean {
  return intended.some((principal) => {
    const account = accountOfPrincipal(principal);
    if (account !== undefined) return id.endsWith(` ${account}`);
    const isOtherApplication = id.startsWith('other-');
    return !isOtherApplication && (id === principal || id.endsWith(` ${principal}`));
  });
}

function rowOf(
  { verdict, decidedBy, conditions, example, isRefused, doubts }: AccessOutcome,
  place: (reference: StatementReference) => StatementPlace,
): DecidedRow {
  return {
    verdict,
    decidedBy: decidedBy.map(place),
    conditions: conditions.map(showInLine),
    ...(example !== undefined && { example: showInLine(example) }),
    isRefused,
    doubts: doubts.map(showInLine),
  };
}

const placer =
  (lines: readonly TextLines[]) =>
  (
    documents: readonly Held[],
    { document: index, at, sid, effect }: StatementReference,
  ): StatementPlace => {
    const owner = documents[index];
    if (!owner) throw new RangeError('A decision rests on a document that was asked about');
    const { source, document } = owner;
    const { start, end } = source.extentOf(at);
    const text = lines[source.text];
    const statement = document.statements.find((candidate) => candidate.at === at);
    return {
      text: source.text,
      startLine: text?.at(start).line ?? 1,
      endLine: text?.at(Math.max(start, end - 1)).line ?? 1,
      ...(sid !== undefined && { sid: showInLine(sid) }),
      effect,
      conditions: (statement?.conditions ?? []).map((one) => showInLine(conditionWords(one))),
    };
  };
