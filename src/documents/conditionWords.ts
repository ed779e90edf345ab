import { parseOperatorName } from '../iam/conditions/operators';
import type { AnyCondition } from '../iam/parse';
import { showUnknown } from '../iam/unknownValue';
import { gitHubSubjectWords } from './gitHubSubjectWords';

const plainWords: Readonly<Record<string, string>> = {
  StringEquals: 'is',
  StringNotEquals: 'is not',
  StringEqualsIgnoreCase: 'is, in any case,',
  StringNotEqualsIgnoreCase: 'is not, in any case,',
  StringLike: 'is like',
  StringNotLike: 'is not like',
  ArnEquals: 'is like',
  ArnLike: 'is like',
  ArnNotEquals: 'is not like',
  ArnNotLike: 'is not like',
  NumericEquals: 'is',
  NumericNotEquals: 'is not',
  NumericLessThan: 'is below',
  NumericLessThanEquals: 'is at most',
  NumericGreaterThan: 'is above',
  NumericGreaterThanEquals: 'is at least',
  DateEquals: 'is',
  DateNotEquals: 'is not',
  DateLessThan: 'is before',
  DateLessThanEquals: 'is not after',
  DateGreaterThan: 'is after',
  DateGreaterThanEquals: 'is not before',
  Bool: 'is',
  BinaryEquals: 'is',
  IpAddress: 'is in',
  NotIpAddress: 'is not in',
};

/** A condition in words: “aws:SourceAccount is 111122223333”. */
export function conditionWords({ operator, key, values }: AnyCondition): string {
  const texts = values.map(({ value }) => showUnknown(value));
  const name = parseOperatorName(operator);
  if (!name) return `${key} ${operator} ${texts.join(' or ')}`;
  if (name.base === 'Null') {
    return texts.every((text) => text.toLowerCase() === 'true')
      ? `${key} is missing`
      : `${key} is there`;
  }
  const { base, setOperator, ifExists } = name;
  if (!ifExists && setOperator !== 'ForAllValues' && key.toLowerCase() === gitHubSubject) {
    const workflows = workflowWords(
      base.name,
      values.map(({ value }) => value),
    );
    if (workflows !== undefined) return workflows;
  }
  const isExactArn = base.family === 'arn' && texts.every((text) => !/[*?]/.test(text));
  const verb = isExactArn ? (base.negated ? 'is not' : 'is') : (plainWords[base.name] ?? base.name);
  const list = texts.join(base.negated ? ' nor ' : ' or ');
  const missing = ifExists || (base.negated && !setOperator) ? ' or is missing' : '';
  if (setOperator === 'ForAllValues')
    return `every value of ${key}, if there is any, ${verb} ${list}`;
  if (setOperator === 'ForAnyValue') return `some value of ${key} ${verb} ${list}`;
  return `${key} ${verb} ${list}${missing}`;
}

const gitHubSubject = 'token.actions.githubusercontent.com:sub';

function workflowWords(operator: string, texts: readonly string[]): string | undefined {
  // StringEquals compares wildcards literally, so the words only hold for a pattern without them.
  const isRead = operator === 'StringLike' || operator === 'StringEquals';
  if (!isRead || texts.length === 0) return undefined;
  if (operator === 'StringEquals' && texts.some((text) => /[*?]/.test(text))) return undefined;
  const words = texts.map(gitHubSubjectWords);
  return words.includes(undefined) ? undefined : `the workflow is from ${words.join(' or ')}`;
}
