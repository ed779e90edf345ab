import { parseOperatorName } from '../conditions/operators';
import { isJsonObject, type AnyCondition, type AnyStatement } from '../parse';
import { nameInWords } from '../../words/names';
import { valueAt } from './fix';
import { finding, type Finding, type Rule } from './rule';

export const emptyElements: Rule = {
  codes: [
    'EMPTY_ARRAY_ACTION',
    'EMPTY_ARRAY_RESOURCE',
    'EMPTY_ARRAY_PRINCIPAL',
    'EMPTY_ARRAY_CONDITION',
    'EMPTY_ARRAY_CONDITION_FORALLVALUES',
    'EMPTY_ARRAY_CONDITION_FORANYVALUE',
    'EMPTY_ARRAY_CONDITION_IFEXISTS',
    'EMPTY_OBJECT_CONDITION',
    'EMPTY_OBJECT_PRINCIPAL',
  ],
  *check({ document, value }) {
    for (const statement of document.statements) yield* emptyIn(statement, value);
  },
};

function* emptyIn(statement: AnyStatement, value: unknown): Generator<Finding> {
  for (const [code, list, what] of [
    ['EMPTY_ARRAY_ACTION', statement.action, 'action'],
    ['EMPTY_ARRAY_RESOURCE', statement.resource, 'resource'],
  ] as const) {
    if (list && isEmptyList(valueAt(value, list.at))) {
      yield finding(
        'suggestion',
        code,
        list.at,
        `The list holds no ${what}: the statement has no effect.`,
      );
    }
  }
  yield* emptyPrincipals(statement, value);
  const conditionAt = [...statement.at, 'Condition'];
  if (statement.elements.includes('Condition') && isEmptyObject(valueAt(value, conditionAt))) {
    yield finding(
      'suggestion',
      'EMPTY_OBJECT_CONDITION',
      conditionAt,
      'The condition is empty and changes nothing.',
      {
        title: 'Remove the empty condition',
        edits: [{ kind: 'remove', at: conditionAt }],
        grants: 'same',
      },
    );
  }
  const block = valueAt(value, conditionAt);
  for (const [operator, tests] of isJsonObject(block) ? Object.entries(block) : []) {
    if (!isEmptyObject(tests)) continue;
    const at = [...conditionAt, operator];
    yield finding(
      'suggestion',
      'EMPTY_OBJECT_CONDITION',
      at,
      `${nameInWords(operator)} names no condition key and changes nothing.`,
      { title: `Remove ${nameInWords(operator)}`, edits: [{ kind: 'remove', at }], grants: 'same' },
    );
  }
  for (const condition of statement.conditions) {
    if (!isEmptyList(valueAt(value, condition.at))) continue;
    const { code, message } = emptyCondition(condition);
    yield finding('suggestion', code, condition.at, message);
  }
}

function* emptyPrincipals({ principal }: AnyStatement, value: unknown): Generator<Finding> {
  if (!principal) return;
  const written = valueAt(value, principal.at);
  if (isEmptyObject(written)) {
    yield finding(
      'suggestion',
      'EMPTY_OBJECT_PRINCIPAL',
      principal.at,
      'No principal is named: the statement has no effect.',
    );
  }
  if (!isJsonObject(written)) return;
  for (const [key, entries] of Object.entries(written)) {
    if (!isEmptyList(entries)) continue;
    yield finding(
      'suggestion',
      'EMPTY_ARRAY_PRINCIPAL',
      [...principal.at, key],
      `The list names no ${nameInWords(key)} principal.`,
    );
  }
}

function emptyCondition({ operator }: AnyCondition): {
  readonly code: string;
  readonly message: string;
} {
  const name = parseOperatorName(operator);
  if (name?.setOperator === 'ForAllValues') {
    return {
      code: 'EMPTY_ARRAY_CONDITION_FORALLVALUES',
      message: 'Without values this holds only if the request has no value for the key.',
    };
  }
  if (name?.setOperator === 'ForAnyValue') {
    return {
      code: 'EMPTY_ARRAY_CONDITION_FORANYVALUE',
      message: 'Without values this never holds.',
    };
  }
  if (name?.ifExists) {
    return {
      code: 'EMPTY_ARRAY_CONDITION_IFEXISTS',
      message: 'Without values this holds only if the request lacks the key; Null says so plainly.',
    };
  }
  return {
    code: 'EMPTY_ARRAY_CONDITION',
    message: 'The condition names no value to compare with.',
  };
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function isEmptyObject(value: unknown): boolean {
  return isJsonObject(value) && Object.keys(value).length === 0;
}
