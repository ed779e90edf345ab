import type { Fix } from '../../iam/lint/fix';
import { valueAt } from '../../iam/lint/fix';
import { isJsonObject, type AnyStatement } from '../../iam/parse';
import { WEB_EXPERIENCE_PRINCIPAL } from '../facts';
import { expectedArns } from './expectedArns';
import type { ExpectedApplication, ProductSubject } from './productRule';

/** The source keys that the fix replaces, misspelt ones included; those of the network stay. */
const sourceKey = /^aws:source(?!ip|vpc|identity)/i;

/** A fix that limits a statement to the expected application; undefined if its Region, account or ID is not known. */
export function sourceFix(
  { value, expected }: ProductSubject,
  statement: AnyStatement,
): Fix | undefined {
  const wanted = sourceConditions(expected);
  // Other principals of the statement would lose the role: they do not send these keys.
  const isShared = statement.principal?.entries.some(
    ({ kind, value }) => kind !== 'Service' || value !== WEB_EXPERIENCE_PRINCIPAL,
  );
  if (!wanted || isShared) return undefined;
  const at = [...statement.at, 'Condition'];
  const block = valueAt(value, at);
  if (block !== undefined && !isJsonObject(block)) return undefined;
  const kept = Object.entries(block ?? {}).flatMap(([operator, tests]): [string, object][] => {
    if (!isJsonObject(tests)) return [];
    const others = Object.entries(tests).filter(([key]) => !sourceKey.test(key));
    return others.length > 0 ? [[operator, Object.fromEntries(others)]] : [];
  });
  const merged = new Map<string, object>(kept);
  for (const [operator, tests] of Object.entries(wanted)) {
    merged.set(operator, { ...merged.get(operator), ...tests });
  }
  const condition = Object.fromEntries(merged);
  return {
    title: 'Let in only the application that is meant',
    edits: [
      block === undefined
        ? { kind: 'insert', at, value: condition }
        : { kind: 'replace', at, value: condition },
    ],
    grants: 'changed',
  };
}

function sourceConditions(
  expected: ExpectedApplication,
): Readonly<Record<string, object>> | undefined {
  const arns = expectedArns(expected);
  if (!arns) return undefined;
  return {
    StringEquals: { 'aws:SourceAccount': expected.accountId },
    ArnEquals: { 'aws:SourceArn': arns.length === 1 ? arns[0] : arns },
  };
}
