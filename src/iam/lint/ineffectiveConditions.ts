import { parseOperatorName } from '../conditions/operators';
import { parseIpRange } from '../conditions/ip';
import type { AnyCondition, AnyStatement } from '../parse';
import { finding, type Finding, type Rule } from './rule';

/** Keys that policies use to limit who may assume a role. */
const limitingKeys: ReadonlySet<string> = new Set([
  'sts:externalid',
  'aws:principalorgid',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:sourceip',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:multifactorauthpresent',
]);

const page =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html' as const;

/** Conditions that look like a limit but exclude no request that matters. */
export const ineffectiveConditions: Rule = {
  codes: ['EQUIVALENT_TO_NULL_FALSE', 'CONDITION_HOLDS_WITHOUT_KEY', 'CONDITION_COVERS_EVERYTHING'],
  *check({ document, kind }) {
    for (const statement of document.statements) {
      for (const condition of statement.conditions) {
        yield* likeAnything(condition);
        yield* everyAddress(condition, statement);
        if (kind === 'trust') yield* withoutKey(condition, statement);
      }
    }
  },
};

function* likeAnything({ operator, key, at, values }: AnyCondition): Generator<Finding> {
  const name = parseOperatorName(operator);
  if (!name || name.base === 'Null' || !name.base.wildcards) return;
  if (name.base.negated || name.ifExists || name.setOperator || name.base.family !== 'string')
    return;
  if (!values.some(({ value }) => /^\*+$/.test(value))) return;
  yield finding(
    'suggestion',
    'EQUIVALENT_TO_NULL_FALSE',
    at,
    `This only asks that the request has ${key}. Null with "false" says so plainly.`,
  );
}

function* everyAddress(
  { operator, at, values }: AnyCondition,
  { effect }: AnyStatement,
): Generator<Finding> {
  const name = parseOperatorName(operator);
  if (!name || name.base === 'Null' || name.base.family !== 'ip' || name.base.negated) return;
  if (effect?.value !== 'Allow') return;
  const all = values.find(({ value }) => parseIpRange(value)?.prefix === 0);
  if (!all) return;
  yield {
    rule: 'CONDITION_COVERS_EVERYTHING',
    severity: 'securityWarning',
    message: `${all.value} is every address: the condition limits nothing.`,
    at,
    source: page,
  };
}

function* withoutKey(
  { operator, key, at }: AnyCondition,
  { effect, conditions }: AnyStatement,
): Generator<Finding> {
  const name = parseOperatorName(operator);
  if (!name || name.base === 'Null' || effect?.value !== 'Allow') return;
  if (!limitingKeys.has(key.toLowerCase())) return;
  const isAskedFor = conditions.some((other) => {
    if (other.key.toLowerCase() !== key.toLowerCase()) return false;
    const asks = parseOperatorName(other.operator);
    if (!asks) return false;
    if (asks.base === 'Null') return other.values.some(({ value }) => value === 'false');
    return !asks.ifExists && asks.setOperator !== 'ForAllValues' && !asks.base.negated;
  });
  const holds = name.ifExists || name.setOperator === 'ForAllValues' || name.base.negated;
  if (!holds || isAskedFor) return;
  yield {
    rule: 'CONDITION_HOLDS_WITHOUT_KEY',
    severity: 'securityWarning',
    message: `The condition also holds for requests without ${key}${name.ifExists ? `: without IfExists it asks for one` : ''}.`,
    at,
    source: page,
  };
}
