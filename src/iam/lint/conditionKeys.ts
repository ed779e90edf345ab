import { parseOperatorName, type OperatorName } from '../conditions/operators';
import { nearestName } from '../nearestName';
import type { AnyCondition, AnyStatement } from '../parse';
import { globalKey, globalKeysAsOf, type KeyType } from './globalKeys';
import { finding, type Finding, type LintSubject, type Rule } from './rule';
import { nameInWords } from '../../words/names';

/** The keys that are suggested for a misspelt one, as AWS writes them. */
const commonKeys = [
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:PrincipalOrgID',
  'aws:ResourceAccount',
  'aws:SourceAccount',
  'aws:SourceArn',
  'aws:SourceIp',
  'aws:SourceOrgID',
  'aws:SourceVpc',
  'aws:SourceVpce',
];

const tagKeys: ReadonlySet<string> = new Set([
  'aws:principaltag',
  'aws:requesttag',
  'aws:resourcetag',
]);

/**
 * Keys for private addresses, which every network may use, each with the keys that say which network is
 * meant: without one of these, the condition also holds for other networks.
 */
const pairedKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws:vpcsourceip', ['aws:sourcevpc', 'aws:sourcevpce', 'aws:sourcevpcarn']],
  ['aws:ec2instancesourceprivateipv4', ['aws:ec2instancesourcevpc']],
]);

/** Keys to which the caller can give any value. */
const spoofableKeys: ReadonlySet<string> = new Set(['aws:referer', 'aws:useragent']);

/** The resource of a role's trust policy is always the role. */
const irrelevantInTrust: ReadonlySet<string> = new Set([
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:resourceorgpaths',
]);

const familiesOfTypes: Readonly<Record<KeyType, readonly string[]>> = {
  string: ['string'],
  arn: ['arn', 'string'],
  boolean: ['boolean'],
  date: ['date'],
  numeric: ['numeric'],
  ip: ['ip'],
  epoch: ['date', 'numeric'],
};

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
export const conditionKeys: Rule = {
  codes: [
    'INVALID_CONDITION_KEY_FORMAT',
    'INVALID_GLOBAL_CONDITION_KEY',
    'DEPRECATED_GLOBAL_CONDITION_KEY',
    'MISSING_TAG_KEY_IN_CONDITION',
    'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
    'TYPE_MISMATCH',
    'MISSING_QUALIFIER',
    'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
    'MISSING_PAIRED_CONDITION_KEYS',
    'UNTRUSTWORTHY_CONDITION_KEY',
    'IRRELEVANT_CONDITION_KEY_IN_POLICY',
  ],
  *check({ document, kind }) {
    for (const statement of document.statements) {
      yield* duplicateKeys(statement);
      for (const condition of statement.conditions) {
        yield* checkKey(condition, statement, kind);
        yield* checkOperator(condition, statement);
      }
    }
  },
};

function* duplicateKeys({ conditions }: AnyStatement): Generator<Finding> {
  const seen = new Set<string>();
  for (const { operator, key, at } of conditions) {
    const name = `${operator}\n${key.toLowerCase()}`;
    if (seen.has(name)) {
      yield finding(
        'error',
        'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
        at,
        `${nameInWords(key)} stands under ${nameInWords(operator)} twice: the case of a key does not matter.`,
      );
    }
    seen.add(name);
  }
}

function* checkKey(
  { key, at }: AnyCondition,
  { conditions, effect }: AnyStatement,
  kind: LintSubject['kind'],
): Generator<Finding> {
  const lower = key.toLowerCase();
  if (!/^[^:\s]+:\S/.test(key)) {
    yield finding(
      'error',
      'INVALID_CONDITION_KEY_FORMAT',
      at,
      'A condition key is written service:name.',
    );
    return;
  }
  if (lower === 'aws:arn') {
    yield finding(
      'warning',
      'DEPRECATED_GLOBAL_CONDITION_KEY',
      at,
      'aws:ARN is out of use: aws:PrincipalArn or aws:SourceArn say what is meant.',
    );
  } else if (lower.startsWith('aws:') && !globalKey(key)) {
    const meant = nearestName(key, commonKeys);
    yield finding(
      'error',
      'INVALID_GLOBAL_CONDITION_KEY',
      at,
      `${key} is no global condition key known on ${globalKeysAsOf}.${meant === undefined ? '' : ` Perhaps ${meant} is meant.`}`,
      meant === undefined
        ? undefined
        : {
            title: `Write ${meant}`,
            edits: [{ kind: 'rename', at, key: meant }],
            grants: 'changed',
          },
    );
  }
  if (tagKeys.has(lower)) {
    yield finding(
      'error',
      'MISSING_TAG_KEY_IN_CONDITION',
      at,
      `Write the tag's key after a slash: ${key}/tag-key.`,
    );
  }
  const partners = pairedKeys.get(lower);
  const names = new Set(conditions.map((condition) => condition.key.toLowerCase()));
  if (partners && !partners.some((partner) => names.has(partner))) {
    yield finding(
      'securityWarning',
      'MISSING_PAIRED_CONDITION_KEYS',
      at,
      `${key} is only worth something together with ${partners.join(' or ')}.`,
    );
  }
  if (spoofableKeys.has(lower) && effect?.value === 'Allow') {
    yield finding(
      'securityWarning',
      'UNTRUSTWORTHY_CONDITION_KEY',
      at,
      `The caller chooses what ${key} says.`,
    );
  }
  if (kind === 'trust' && irrelevantInTrust.has(lower)) {
    yield finding(
      'suggestion',
      'IRRELEVANT_CONDITION_KEY_IN_POLICY',
      at,
      `${key} says nothing about who assumes a role.`,
    );
  }
}

function* checkOperator(condition: AnyCondition, { effect }: AnyStatement): Generator<Finding> {
  const name = parseOperatorName(condition.operator);
  const key = globalKey(condition.key);
  if (!name || name.base === 'Null' || !key) return;
  yield* checkFamily(condition, name, key.type);
  if (key.multivalued && name.setOperator === undefined) {
    yield finding(
      'error',
      'MISSING_QUALIFIER',
      condition.at,
      `${nameInWords(condition.key)} has several values: use ForAnyValue or ForAllValues.`,
    );
  }
  if (!key.multivalued && name.setOperator === 'ForAllValues' && effect?.value === 'Allow') {
    yield finding(
      'securityWarning',
      'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
      condition.at,
      `ForAllValues also holds if the request lacks ${condition.key}.`,
    );
  }
}

function* checkFamily(
  { operator, key, at }: AnyCondition,
  { base }: OperatorName,
  type: KeyType,
): Generator<Finding> {
  const families = familiesOfTypes[type];
  if (base === 'Null' || families.includes(base.family)) return;
  // A tag may hold anything, an ARN too.
  if (tagKeys.has(key.toLowerCase().split('/')[0] ?? '')) return;
  // Text comparison of a boolean, a number or a date is common and works on the exact text only.
  yield finding(
    'warning',
    'TYPE_MISMATCH',
    at,
    `${key} is compared with ${families.join(' or ')} operators, not with ${operator}.`,
  );
}
