import { conditionHolds, type ConditionDoubt } from './conditions';
import {
  emptyContext,
  keyReader,
  variableReader,
  type ReadKey,
  type RequestContext,
} from './context';
import type { Effect } from './document';
import type { DocumentKind } from './documentKind';
import { actionMatches, resourceMatches, type LookUpVariable } from './match';
import type {
  AnyPolicyDocument,
  AnyStatement,
  DocumentPath,
  PatternList,
  PrincipalList,
} from './parse';
import { principalMatches, type PrincipalMatch, type RequestPrincipal } from './principal';
import { allOf, anyOf, not, type Truth } from './truth';
import { isUnknownValue } from './unknownValue';

export interface AccessRequest {
  /** Read only by policies that name principals. */
  readonly principal?: RequestPrincipal;
  /** `service:Operation`, without wildcards. */
  readonly action: string;
  /** An ARN without wildcards; `*` for an action that takes no resource. */
  readonly resource: string;
  readonly context?: RequestContext;
}

/** `implicitDeny`: nothing allows it. `notDecided`: something that cannot be decided matters. */
export type Decision = 'allowed' | 'explicitDeny' | 'implicitDeny' | 'notDecided';

export interface StatementReference {
  /** Position in the list of documents that were evaluated. */
  readonly document: number;
  readonly at: DocumentPath;
  readonly sid?: string;
  readonly effect: Effect;
}

/** Why it is open whether a statement applies. */
export type Doubt =
  | ConditionDoubt
  | 'unreadableStatement'
  | 'malformedAction'
  | 'malformedResource'
  | 'principalInIdentityPolicy'
  | 'unclearPrincipal';

export interface DoubtfulStatement extends StatementReference {
  readonly doubts: readonly { readonly doubt: Doubt; readonly at: DocumentPath }[];
}

export interface Evaluation {
  readonly decision: Decision;
  /** The statements that allow or deny; for `notDecided` those that could. */
  readonly decidedBy: readonly StatementReference[];
  /** Every statement of which it is open whether it applies, even if the decision does not need it. */
  readonly undecided: readonly DoubtfulStatement[];
  /**
   * True if an allowed request is only allowed through the account of the requester: the account's own
   * identity policies must allow it too.
   */
  readonly delegatedToAccount: boolean;
}

/** The identity policies of one requester, taken together. */
export function evaluateIdentityPolicies(
  documents: readonly AnyPolicyDocument[],
  request: AccessRequest,
): Evaluation {
  return evaluate(documents, request, 'identity');
}

/** The trust policy of a role: it names principals, and the role itself is the resource. */
export function evaluateTrustPolicy(
  document: AnyPolicyDocument | readonly AnyPolicyDocument[],
  request: AccessRequest & { readonly principal: RequestPrincipal },
): Evaluation {
  return evaluate(listOf(document), request, 'trust');
}

/** A policy on a resource other than a role, such as a VPC endpoint: it names principals and resources. */
export function evaluateResourcePolicy(
  document: AnyPolicyDocument | readonly AnyPolicyDocument[],
  request: AccessRequest & { readonly principal: RequestPrincipal },
): Evaluation {
  return evaluate(listOf(document), request, 'resource');
}

const listOf = (
  documents: AnyPolicyDocument | readonly AnyPolicyDocument[],
): readonly AnyPolicyDocument[] => ('statements' in documents ? [documents] : documents);

interface Applied {
  readonly statement: DoubtfulStatement;
  readonly truth: Truth;
  readonly delegated: boolean;
}

/**
 * An explicit deny wins, then an allow, else the request is refused.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
function evaluate(
  documents: readonly AnyPolicyDocument[],
  request: AccessRequest,
  kind: DocumentKind,
): Evaluation {
  const readKey = keyReader(request.context ?? emptyContext);
  const applied = documents.flatMap((document, i) =>
    document.statements.flatMap((statement) =>
      applyStatement({ statement, document, index: i, request, kind, readKey }),
    ),
  );
  const unread = documents.flatMap((document, i) => unreadStatements(document, i));
  const undecided = [
    ...applied.filter(({ truth }) => truth === 'unknown').map(({ statement }) => statement),
    ...unread,
  ];
  const select = (effect: Effect, truth: Truth) =>
    applied.filter((one) => one.statement.effect === effect && one.truth === truth);

  const denies = select('Deny', true);
  const allows = select('Allow', true);
  const mayDeny = undecided.filter(({ effect }) => effect === 'Deny');
  const mayAllow = undecided.filter(({ effect }) => effect === 'Allow');

  if (denies.length > 0) {
    return result('explicitDeny', statementsOf(denies), undecided);
  }
  if (allows.length > 0 && mayDeny.length === 0) {
    const direct = allows.filter(({ delegated }) => !delegated);
    return {
      ...result('allowed', statementsOf(direct.length > 0 ? direct : allows), undecided),
      delegatedToAccount: direct.length === 0,
    };
  }
  if (allows.length > 0 || mayAllow.length > 0) {
    const decidedBy = [...statementsOf(allows), ...references([...mayAllow, ...mayDeny])];
    return result('notDecided', decidedBy, undecided);
  }
  return result('implicitDeny', [], undecided);
}

function statementsOf(applied: readonly Applied[]): readonly StatementReference[] {
  return references(applied.map(({ statement }) => statement));
}

function references(statements: readonly DoubtfulStatement[]): readonly StatementReference[] {
  return statements.map(({ document, at, sid, effect }) => ({
    document,
    at,
    ...(sid !== undefined && { sid }),
    effect,
  }));
}

function result(
  decision: Decision,
  decidedBy: readonly StatementReference[],
  undecided: readonly DoubtfulStatement[],
): Evaluation {
  return { decision, decidedBy, undecided, delegatedToAccount: false };
}

/** Statements whose Effect cannot be read, once as an Allow and once as a Deny. */
function unreadStatements(document: AnyPolicyDocument, index: number): DoubtfulStatement[] {
  const unread: readonly Pick<AnyStatement, 'at' | 'sid'>[] = isUnreadable(document)
    ? [{ at: [] }]
    : document.statements.filter(({ effect }) => effect === undefined);
  return unread.flatMap(({ at, sid }) =>
    (['Allow', 'Deny'] as const).map((effect) => ({
      document: index,
      at,
      ...(sid && { sid: sid.value }),
      effect,
      doubts: [{ doubt: 'unreadableStatement' as const, at }],
    })),
  );
}

function isUnreadable({ understood, statements }: AnyPolicyDocument): boolean {
  return !understood && statements.length === 0;
}

interface Application {
  readonly statement: AnyStatement;
  readonly document: AnyPolicyDocument;
  readonly index: number;
  readonly request: AccessRequest;
  readonly kind: DocumentKind;
  readonly readKey: ReadKey;
}

function applyStatement(application: Application): readonly Applied[] {
  const { statement, document, index, request, kind, readKey } = application;
  if (!statement.effect) return [];
  const variables = document.version?.value === '2012-10-17';
  const doubts: { doubt: Doubt; at: DocumentPath }[] = [];
  const reference = {
    document: index,
    at: statement.at,
    ...(statement.sid && { sid: statement.sid.value }),
    effect: statement.effect.value,
    doubts,
  };
  if (!statement.understood) {
    doubts.push({ doubt: 'unreadableStatement', at: statement.at });
    return [{ statement: reference, truth: 'unknown', delegated: false }];
  }
  const action = actionApplies(statement, request);
  if (action === false) return [];
  const noting = (truth: Truth, doubt: Doubt, at: DocumentPath, texts?: PatternList): Truth => {
    const isOpen = texts?.entries.some(({ value }) => isUnknownValue(value));
    if (truth === 'unknown') doubts.push({ doubt: isOpen ? 'notFilledIn' : doubt, at });
    return truth;
  };
  const principal = principalApplies(statement, request, kind);
  const truths: Truth[] = [
    noting(action, 'malformedAction', statement.action?.at ?? statement.at, statement.action),
    noting(
      resourceApplies(statement, request, kind, variables ? variableReader(readKey) : undefined),
      'malformedResource',
      statement.resource?.at ?? statement.at,
      statement.resource,
    ),
    noting(
      principal === 'account' ? true : principal,
      kind === 'identity' ? 'principalInIdentityPolicy' : 'unclearPrincipal',
      statement.principal?.at ?? statement.at,
      statement.principal,
    ),
  ];
  if (truths.includes(false)) return [];
  for (const condition of statement.conditions) {
    const values = condition.values.map(({ value }) => value);
    const { truth, doubt } = conditionHolds({ ...condition, values }, readKey, variables);
    if (truth === false) return [];
    truths.push(noting(truth, doubt ?? 'malformedValue', condition.at));
  }
  return [{ statement: reference, truth: allOf(truths), delegated: principal === 'account' }];
}

function actionApplies({ action }: AnyStatement, request: AccessRequest): Truth {
  if (!action) return 'unknown';
  const matches = anyOf(action.entries.map(({ value }) => actionMatches(value, request.action)));
  return action.negated ? not(matches) : matches;
}

function resourceApplies(
  { resource }: AnyStatement,
  request: AccessRequest,
  kind: DocumentKind,
  lookUp: LookUpVariable | undefined,
): Truth {
  if (kind === 'trust') return resource ? 'unknown' : true;
  if (!resource) return 'unknown';
  const matches = anyOf(
    resource.entries.map(({ value }) => resourceMatches(value, request.resource, lookUp)),
  );
  return resource.negated ? not(matches) : matches;
}

/** Whether the Principal or NotPrincipal element of a statement covers the requester. */
export function principalApplies(
  { principal, effect }: AnyStatement,
  { principal: requester }: Pick<AccessRequest, 'principal'>,
  kind: DocumentKind,
): PrincipalMatch {
  if (kind === 'identity') return principal ? 'unknown' : true;
  if (!principal || !requester) return 'unknown';
  return principal.negated
    ? notPrincipalMatches(principal, requester, effect?.value)
    : strongest(principal.entries.map((entry) => principalMatches(entry, requester)));
}

function strongest(matches: readonly PrincipalMatch[]): PrincipalMatch {
  if (matches.includes(true)) return true;
  if (matches.includes('account')) return 'account';
  return matches.includes('unknown') ? 'unknown' : false;
}

/**
 * Matches NotPrincipal. A Deny whose NotPrincipal names a role or user but not its account may deny the
 * role or user as well: AWS says that the account has to be named, too.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function notPrincipalMatches(
  { entries }: PrincipalList,
  requester: RequestPrincipal,
  effect: Effect | undefined,
): Truth {
  const matches = entries.map((entry) => principalMatches(entry, requester));
  const named = matches.includes(true);
  const accountNamed = matches.includes('account');
  if (named && (effect === 'Allow' || accountNamed)) return false;
  const needsAccount =
    requester.kind === 'role' || requester.kind === 'user' || requester.kind === 'assumedRole';
  if (named) return needsAccount ? 'unknown' : false;
  return accountNamed || matches.includes('unknown') ? 'unknown' : true;
}
