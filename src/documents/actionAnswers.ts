import { actionMatches, isEverything } from '../iam/match';
import type { AnyStatement } from '../iam/parse';
import type { PolicySet } from '../iam/solver/decide';
import { isUnknownValue } from '../iam/unknownValue';
import { resourcesOn, targetsFor, type AccessTarget } from '../qbusiness/accessTargets';
import { actionCatalogue, type AccessLevel } from '../qbusiness/actions';
import type { AskedApplication } from '../qbusiness/applicationsAsked';
import type { AccessSolver, AccessOutcome } from './accessAnswers';

export interface ActionOutcome {
  /** An action, such as `qbusiness:Chat`, or a pattern that a policy has, such as `s3:*`. */
  readonly action: string;
  /** Absent for an action of another service. */
  readonly accessLevel?: AccessLevel;
  readonly target: AccessTarget;
  readonly outcome: AccessOutcome;
}

/** Actions outside the service that a chat role must not have either. */
const otherServiceActions = ['iam:PassRole', 'sts:AssumeRole', 's3:GetObject'];

/** A condition for access to another account: its resource must allow it, too, not only the identity policy. */
const ownerAgrees = 'the owner of the resource allows it, too';

/** Whether the role may call each action of Amazon Q Business, and each further one that its policies name. */
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
      // For an action without resources, the target makes no difference.
      .filter(({ resourceTypes }) => target === 'application' || resourceTypes.length > 0)
      .map(({ action, accessLevel, resourceTypes, sameAs }): ActionOutcome => {
        // Actions that the same statements match have the same outcome.
        const key = JSON.stringify([sameAs, target, resourceTypes]);
        return { action, accessLevel, target, outcome: decide(key, action, target, resourceTypes) };
      }),
  );
  const others = [...new Set([...named, ...otherServiceActions])].map((action): ActionOutcome => {
    // An action that the catalogue does not know may be on an application or on anything below it.
    const isOwn = /^qbusiness:/i.test(action);
    const target = isOwn ? 'application' : 'other-service';
    return { action, target, outcome: decide(action, action, target, isOwn ? ['any'] : []) };
  });
  return [...own, ...others];
}

/** Which statements match the action: equal for actions with the same outcome. */
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

/** The action patterns of Allow statements that the catalogue does not cover. */
function namedActions(statements: readonly AnyStatement[]): readonly string[] {
  const actions = new Map<string, string>();
  for (const { effect, action } of statements) {
    if (effect?.value !== 'Allow' || !action) continue;
    // Matches actions of every service, which cannot be listed.
    if (action.negated || action.entries.some(({ value }) => isEverything(value))) {
      actions.set('*', '*');
      continue;
    }
    for (const { value } of action.entries) {
      if (isEverything(value) || isUnknownValue(value)) continue;
      const isPattern = /[*?]/.test(value);
      // A pattern of the service itself matches only actions that are asked about anyway.
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
