import type { Fix } from '../../iam/lint/fix';
import { valueAt } from '../../iam/lint/fix';
import { isJsonObject, type AnyStatement } from '../../iam/parse';
import { partitionOfRegion } from '../../iam/arn';
import { applicationArn } from '../applicationArn';
import type { ExpectedApplication, ProductSubject } from './productRule';

const sourceKey = /^aws:source(?:account|arn|org(?:id|paths))$/i;

/** Both source keys for the application that is known; undefined if one of its parts is not. */
export function sourceFix(
  { value, expected }: ProductSubject,
  statement: AnyStatement,
): Fix | undefined {
  const wanted = sourceConditions(expected);
  if (!wanted) return undefined;
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

function sourceConditions({
  region,
  accountId,
  applicationIds = [],
}: ExpectedApplication): Readonly<Record<string, object>> | undefined {
  const [first, ...others] = applicationIds;
  if (region === undefined || accountId === undefined || first === undefined) return undefined;
  const partition = partitionOfRegion(region);
  const arnOf = (id: string) => applicationArn({ partition, region, accountId }, id);
  return {
    StringEquals: { 'aws:SourceAccount': accountId },
    ArnEquals: {
      'aws:SourceArn': others.length === 0 ? arnOf(first) : [first, ...others].map(arnOf),
    },
  };
}
