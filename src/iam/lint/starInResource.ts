import { actionMatches, isEverything } from '../match';
import { parseOperatorName } from '../conditions/operators';
import type { AnyCondition, AnyStatement } from '../parse';
import { anyOf } from '../truth';
import { finding, type Finding, type Rule, type Severity } from './rule';

interface SensitiveAction {
  readonly action: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** A condition key that limits the action, so that `*` as its resource is no finding. */
  readonly limitedBy?: string;
}

const sensitiveActions: readonly SensitiveAction[] = [
  {
    action: 'iam:PassRole',
    code: 'PASS_ROLE',
    severity: 'securityWarning',
    message:
      'This lets any role be passed to any service: name the roles, or add iam:PassedToService.',
    limitedBy: 'iam:passedtoservice',
  },
  {
    action: 'iam:CreateServiceLinkedRole',
    code: 'CREATE_SLR',
    severity: 'warning',
    message: 'This lets service-linked roles be made for any service: name their ARNs.',
    limitedBy: 'iam:awsservicename',
  },
];

const endings = [
  'WITH_STAR_IN_RESOURCE',
  'WITH_STAR_IN_ACTION_AND_RESOURCE',
  'WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
  'WITH_NOT_RESOURCE',
  'WITH_STAR_IN_ACTION_AND_NOT_RESOURCE',
  'WITH_NOT_ACTION_AND_NOT_RESOURCE',
] as const;

/** `iam:PassRole` and `iam:CreateServiceLinkedRole`, allowed on every role. */
export const starInResource: Rule = {
  codes: sensitiveActions.flatMap(({ code }) => endings.map((ending) => `${code}_${ending}`)),
  kinds: ['identity'],
  *check({ document }) {
    for (const statement of document.statements) {
      if (statement.effect?.value !== 'Allow') continue;
      for (const sensitive of sensitiveActions) yield* checkStatement(statement, sensitive);
    }
  },
};

function* checkStatement(
  { action, resource, conditions }: AnyStatement,
  { action: wanted, code, severity, message, limitedBy }: SensitiveAction,
): Generator<Finding> {
  if (!action || !resource) return;
  if (limitedBy && conditions.some((condition) => limits(condition, limitedBy))) return;
  const matching = action.entries.filter(({ value }) => actionMatches(value, wanted) === true);
  const reaches = action.negated
    ? anyOf(action.entries.map(({ value }) => actionMatches(value, wanted))) === false
    : matching.length > 0;
  const stars = resource.entries.filter(
    ({ value }) => isEverything(value) || /^arn:[^:]+:iam::[^:]*:(?:role\/)?\*+$/.test(value),
  );
  if (!reaches || (!resource.negated && stars.length === 0)) return;
  const byStar = matching.every(({ value }) => /[*?]/.test(value));
  const ending = endingOf(resource.negated, action.negated, byStar);
  yield finding(severity, `${code}_${ending}`, stars[0]?.at ?? resource.at, message);
}

/** Whether the condition allows only values of the key that it names. */
function limits({ operator, key, values }: AnyCondition, wanted: string): boolean {
  const name = parseOperatorName(operator);
  if (key.toLowerCase() !== wanted || !name || name.base === 'Null') return false;
  if (name.base.negated || name.ifExists || name.setOperator === 'ForAllValues') return false;
  return !values.some(({ value }) => /^\*+$/.test(value));
}

function endingOf(
  notResource: boolean,
  notAction: boolean,
  starInAction: boolean,
): (typeof endings)[number] {
  if (notAction) {
    return notResource
      ? 'WITH_NOT_ACTION_AND_NOT_RESOURCE'
      : 'WITH_STAR_IN_RESOURCE_AND_NOT_ACTION';
  }
  if (starInAction) {
    return notResource
      ? 'WITH_STAR_IN_ACTION_AND_NOT_RESOURCE'
      : 'WITH_STAR_IN_ACTION_AND_RESOURCE';
  }
  return notResource ? 'WITH_NOT_RESOURCE' : 'WITH_STAR_IN_RESOURCE';
}
