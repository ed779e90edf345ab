import { formatOperatorName, parseOperatorName, type OperatorName } from '../conditions/operators';
import type { AnyCondition, AnyStatement } from '../parse';
import { nameInWords } from '../../words/names';
import { finding, type Finding, type Rule } from './rule';
import { globalKey } from './globalKeys';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const conditionOperators: Rule = {
  codes: [
    'INVALID_CONDITION_OPERATOR',
    'NULL_WITH_IF_EXISTS',
    'NULL_WITH_QUALIFIER',
    'WILDCARD_WITHOUT_LIKE_OPERATOR',
    'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
  ],
  *check({ document }) {
    for (const statement of document.statements) {
      for (const condition of statement.conditions) yield* checkCondition(condition, statement);
    }
  },
};

function* checkCondition(condition: AnyCondition, statement: AnyStatement): Generator<Finding> {
  const { operator, operatorAt, key, at } = condition;
  const name = parseOperatorName(operator);
  if (!name) {
    yield finding(
      'error',
      'INVALID_CONDITION_OPERATOR',
      operatorAt,
      `${nameInWords(operator)} is no condition operator.`,
    );
    return;
  }
  if (name.base === 'Null') {
    if (name.ifExists) {
      yield finding(
        'error',
        'NULL_WITH_IF_EXISTS',
        operatorAt,
        'Null asks whether the key exists and takes no IfExists.',
      );
    }
    if (name.setOperator) {
      yield finding(
        'suggestion',
        'NULL_WITH_QUALIFIER',
        operatorAt,
        `${name.setOperator}:Null is always ${name.setOperator === 'ForAllValues'}.`,
      );
    }
    return;
  }
  if (name.base.name.startsWith('StringLike') && globalKey(key)?.type === 'arn') {
    yield finding(
      'securityWarning',
      'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
      at,
      `In StringLike a wildcard reaches beyond the colons of an ARN: use ArnLike for ${key}.`,
      arnLikeFix(condition, name, statement),
    );
  }
  if (name.base.wildcards || name.base.family !== 'string') return;
  for (const { value, at: valueAt } of condition.values) {
    const literal = value.replace(/\$\{[^{}]*\}/g, '');
    if (!/[*?]/.test(literal)) continue;
    yield finding(
      'warning',
      'WILDCARD_WITHOUT_LIKE_OPERATOR',
      valueAt,
      `${name.base.name} takes * and ? literally; ${name.base.negated ? 'StringNotLike' : 'StringLike'} reads them as wildcards.`,
    );
  }
}

/** Only where the operator stands alone with this key, so that renaming it moves nothing else. */
function arnLikeFix(
  { operator, operatorAt, values }: AnyCondition,
  name: OperatorName,
  statement: AnyStatement,
) {
  const arnLike = formatOperatorName(name).replace('StringLike', 'ArnLike');
  const operators = statement.conditions.map((condition) => condition.operator);
  const alone = operators.filter((other) => other === operator).length === 1;
  const taken = operators.some((other) => other.toLowerCase() === arnLike.toLowerCase());
  const areArns = values.every(
    ({ value }) => value.startsWith('arn:') && value.split(':').length >= 6,
  );
  if (!alone || taken || !areArns) return undefined;
  return {
    title: `Use ${arnLike}`,
    edits: [{ kind: 'rename', at: operatorAt, key: arnLike } as const],
    grants: 'less',
  } as const;
}
