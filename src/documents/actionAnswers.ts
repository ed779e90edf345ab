import { actionMatches, isEverything } from '../iam/match';
import type { AnyStatement } from '../iam/parse';
import type { PolicySet } from '../iam/solver/decide';
import { isUnknownValue } from '../iam/unknownValue';
import { resourcesOn, targetsFor, type AccessTarget } from '../qbusiness/accessTargets';
import { actionCatalogue, type AccessLevel } from '../qbusiness/actions';
import type { AskedApplication } from '../qbusiness/applicationsAsked';
import type { AccessSolver, AccessOutcome } from './accessAnswers';

export interface ActionOutcome {
  /** `qbusiness:Chat`; `s3:*` for whatever a service has. */
  readonly action: string;
  /** Absent for an action of another service. */
  readonly accessLevel?: AccessLevel;
  readonly target: AccessTarget;
  readonly outcome: AccessOutcome;
}

/** Actions outside the service that a chat role must not have either. */
const outsiders = ['iam:PassRole', 'sts:AssumeRole', 's3:GetObject'];

/** The owner of a resource in another account must agree: an identity policy alone is not enough. */
const ownerAgrees = 'the owner of the resource allows it, too';

/** What the policies of a role let it do: every known action, and all that the policies name. */
export function actionOutcomes(
  policies: PolicySet,
  solver: AccessSolver,
  asked: AskedApplication,
  alsoAsked: readonly AskedApplication[],
): readonly ActionOutcome[] {
  const statements = [...policies.documents, ...(policies.boundaries ?? [])].flatMap(
    (document) => document.statements,
  );
  const known = new Set(actionCatalogue.actions.map(({ action }) => action.toLowerCase()));
  const named = namedActions(statements).filter((action) => !known.has(action.toLowerCase()));
  const catalogue = actionCatalogue.actions.map(({ action, accessLevel, resourceTypes }) => ({
    action,
    accessLevel,
    resourceTypes,
    sameAs: signature(action, statements),
  }));
  const outcomes = new Map<string, AccessOutcome>();
  const decide = (key: string, action: string, target: AccessTarget, types: readonly string[]) => {
    const found = outcomes.get(key);
    if (found) return found;
    const resources = resourcesOn(target, types, asked, alsoAsked);
    const notActions = action === '*' ? ['qbusiness:*'] : [];
    const outcome = solver.decide({ actions: [action], notActions, resources });
    const made = target === 'other-account' ? withOwner(outcome) : outcome;
    outcomes.set(key, made);
    return made;
  };
  const own = targetsFor(asked).flatMap((target) =>
    catalogue
      // What takes no resource is the same everywhere.
      .filter(({ resourceTypes }) => target === 'application' || resourceTypes.length > 0)
      .map(({ action, accessLevel, resourceTypes, sameAs }): ActionOutcome => {
        // Actions that the same statements reach are treated alike.
        const key = JSON.stringify([sameAs, target, resourceTypes]);
        return { action, accessLevel, target, outcome: decide(key, action, target, resourceTypes) };
      }),
  );
  const others = [...new Set([...named, ...outsiders])].map((action): ActionOutcome => {
    // An action of Amazon Q Business that the catalogue does not know may be on anything below.
    const isOwn = /^qbusiness:/i.test(action);
    const target = isOwn ? 'application' : 'other-service';
    return { action, target, outcome: decide(action, action, target, isOwn ? ['any'] : []) };
  });
  return [...own, ...others];
}

/** Which statements reach the action. */
function signature(action: string, statements: readonly AnyStatement[]): string {
  return statements
    .map(({ action: list }) => {
      const matches = (list?.entries ?? []).map(({ value }) =>
        String(actionMatches(value, action)),
      );
      return ['true', 'unknown'].find((truth) => matches.includes(truth))?.charAt(0) ?? '-';
    })
    .join('');
}

/** Actions of other services that Allow statements name, and services of which they name a part. */
function namedActions(statements: readonly AnyStatement[]): readonly string[] {
  const actions = new Map<string, string>();
  for (const { effect, action } of statements) {
    if (effect?.value !== 'Allow' || !action) continue;
    // Reaches beyond the service, nobody can list how far.
    if (action.negated || action.entries.some(({ value }) => isEverything(value))) {
      actions.set('*', '*');
      continue;
    }
    for (const { value } of action.entries) {
      if (isEverything(value) || isUnknownValue(value)) continue;
      const isPattern = /[*?]/.test(value);
      // A pattern of the service itself only reaches what the catalogue lists.
      if (isPattern && /^qbusiness:/i.test(value)) continue;
      if (/^[a-z0-9-]+:[A-Za-z0-9*?]+$/i.test(value)) actions.set(value.toLowerCase(), value);
    }
  }
  return [...actions.values()];
}

function withOwner(outcome: AccessOutcome): AccessOutcome {
  if (outcome.verdict !== 'yes' && outcome.verdict !== 'yesIf') return outcome;
  const conditions =
    outcome.conditions.length === 0
      ? [ownerAgrees]
      : outcome.conditions.map((condition) => `${condition} and ${ownerAgrees}`);
  return { ...outcome, verdict: 'yesIf', conditions };
}
