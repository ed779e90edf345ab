import {
  evaluateIdentityPolicies,
  evaluateResourcePolicy,
  evaluateTrustPolicy,
  type AccessRequest,
  type Evaluation,
} from '../evaluate';
import type { AnyPolicyDocument } from '../parse';
import { unknownNames } from '../unknownValue';
import type { Budget } from './budget';
import type { Claim, OpenPoint, PolicySet, Question, Witness } from './question';

type Requests = readonly [AccessRequest, ...AccessRequest[]];

/** The witness, if the evaluator agrees that it fulfils every claim. */
export function replay(
  question: Question,
  requests: Requests,
  budget: Budget,
): Witness | undefined {
  const evaluations: (readonly Evaluation[])[] = [];
  for (const claim of question.claims) {
    const { policies } = claim;
    for (const { statements } of policies.documents) budget.spend(3 * statements.length);
    const evaluated = requests.map((request) => evaluateSet(policies, request));
    if (!claimHolds(claim, evaluated, question.accounts ?? 'counts')) return undefined;
    evaluations.push(evaluated);
  }
  return { requests, evaluations };
}

function claimHolds(
  { is }: Claim,
  evaluations: readonly Evaluation[],
  accounts: 'counts' | 'ignored',
): boolean {
  const decided = evaluations.map(({ decision }) => decision);
  if (decided.includes('notDecided')) return false;
  const isAllowed = evaluations.every(
    ({ decision, delegatedToAccount }) =>
      decision === 'allowed' && (accounts === 'counts' || !delegatedToAccount),
  );
  const isRefused = decided.includes('explicitDeny');
  switch (is) {
    case 'allowed':
      return isAllowed;
    case 'notAllowed':
      return !isAllowed;
    case 'refused':
      return isRefused;
    case 'notRefused':
      return !isRefused;
  }
}

/** The decision of a set of policies: a boundary must allow as well. */
function evaluateSet(policies: PolicySet, request: AccessRequest): Evaluation {
  const { boundaries = [], missing = [], missingBoundaries = [] } = policies;
  const own = evaluateOwn(policies, request);
  const limits = boundaries.map((boundary) => evaluateIdentityPolicies([boundary], request));
  const all = [own, ...limits];
  const refused = all.find(({ decision }) => decision === 'explicitDeny');
  if (refused) return refused;
  if (missing.length + missingBoundaries.length > 0) return { ...own, decision: 'notDecided' };
  const implicit = all.find(({ decision }) => decision === 'implicitDeny');
  if (implicit) return implicit;
  return all.find(({ decision }) => decision === 'notDecided') ?? own;
}

function evaluateOwn({ kind, documents }: PolicySet, request: AccessRequest): Evaluation {
  const { principal } = request;
  if (kind === 'identity' || !principal) return evaluateIdentityPolicies(documents, request);
  return kind === 'trust'
    ? evaluateTrustPolicy(documents, { ...request, principal })
    : evaluateResourcePolicy(documents, { ...request, principal });
}

/** Why the evaluator does not decide about these requests. */
export function doubtsOf({ claims }: Question, requests: Requests): readonly OpenPoint[] {
  return claims.flatMap(({ policies }, claim) => {
    const { missing = [], missingBoundaries = [], documents, boundaries = [] } = policies;
    const all = requests.flatMap((request) => [
      evaluateOwn(policies, request),
      ...boundaries.map((boundary) => evaluateIdentityPolicies([boundary], request)),
    ]);
    return [
      ...missing.map((name): OpenPoint => ({ why: 'missingPolicy', names: [name], claim })),
      ...missingBoundaries.map((name): OpenPoint => ({
        why: 'missingBoundary',
        names: [name],
        claim,
      })),
      ...all.flatMap(({ undecided }) =>
        undecided.flatMap(({ doubts, ...statement }) =>
          doubts.map(({ doubt, at }): OpenPoint => ({
            why: doubt,
            names: namesAt(documents[statement.document], at),
            statement,
            claim,
          })),
        ),
      ),
    ];
  });
}

/** The names of the values that are filled in later, at a place of a document. */
function namesAt(
  document: AnyPolicyDocument | undefined,
  at: readonly (string | number)[],
): readonly string[] {
  const isBelow = (path: readonly (string | number)[]) => at.every((step, i) => path[i] === step);
  const lists = (document?.statements ?? []).flatMap(
    ({ action, resource, principal, conditions }) => [
      ...(action?.entries ?? []),
      ...(resource?.entries ?? []),
      ...(principal?.entries ?? []),
      ...conditions.flatMap(({ values }) => values),
    ],
  );
  return [
    ...new Set(lists.filter((one) => isBelow(one.at)).flatMap(({ value }) => unknownNames(value))),
  ];
}
