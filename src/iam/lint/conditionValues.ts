import { isBase64 } from '../conditions/binary';
import { parseBoolean } from '../conditions/boolean';
import { parseDate } from '../conditions/date';
import {
  formatIpRange,
  ipRangeCovers,
  networkOf,
  parseIpRange,
  type IpRange,
} from '../conditions/ip';
import { compareNumbers } from '../conditions/numeric';
import type { OperatorFamily } from '../conditions/operator';
import { parseOperatorName } from '../conditions/operators';
import type { AnyCondition, Located } from '../parse';
import { isUnknownValue } from '../unknownValue';
import { valueAt } from './fix';
import { finding, type Finding, type Rule } from './rule';
import { nameInWords } from '../../words/names';

interface ValueCheck {
  readonly code: string;
  readonly isValid: (text: string) => boolean;
  readonly message: string;
}

const valueChecks: Readonly<Partial<Record<OperatorFamily | 'Null', ValueCheck>>> = {
  boolean: {
    code: 'TYPE_MISMATCH_BOOLEAN',
    isValid: (text) => parseBoolean(text) !== undefined,
    message: 'true or false stands here.',
  },
  Null: {
    code: 'TYPE_MISMATCH_BOOLEAN',
    isValid: (text) => parseBoolean(text) !== undefined,
    message: 'true or false stands here.',
  },
  date: {
    code: 'TYPE_MISMATCH_DATE',
    isValid: (text) => parseDate(text) !== undefined || /^\d{4}$/.test(text),
    message: 'A date stands here: 2026-01-31, or 2026-01-31T12:00:00Z.',
  },
  numeric: {
    code: 'TYPE_MISMATCH_NUMBER',
    isValid: (text) => compareNumbers(text, text) !== undefined,
    message: 'A number stands here.',
  },
  ip: {
    code: 'TYPE_MISMATCH_IP_RANGE',
    isValid: (text) => parseIpRange(text) !== undefined,
    message: 'An IP address or range stands here: 203.0.113.0/24, 2001:db8::/32.',
  },
  binary: {
    code: 'TYPE_MISMATCH_STRING',
    isValid: isBase64,
    message: 'Base64 text stands here.',
  },
};

const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'].flatMap(
  (text) => parseIpRange(text) ?? [],
);

export const conditionValues: Rule = {
  codes: [
    'TYPE_MISMATCH_BOOLEAN',
    'TYPE_MISMATCH_DATE',
    'TYPE_MISMATCH_NUMBER',
    'TYPE_MISMATCH_IP_RANGE',
    'TYPE_MISMATCH_STRING',
    'INVALID_DATE_VALUE',
    'INVALID_CONDITION_DATA_TYPE',
    'INVALID_CONDITION_MULTIPLE_BOOLEAN',
    'IMPROVE_IP_RANGE',
    'PRIVATE_IP_ADDRESS',
    'PRIVATE_NOT_IP_ADDRESS',
    'PRIVATE_IP_ADDRESS_SUBSET',
    'PRIVATE_NOT_IP_ADDRESS_SUBSET',
    'INVALID_VPC_FORMAT',
    'INVALID_VPCE_FORMAT',
    'REDUNDANT_CONDITION_VALUE_NUM',
  ],
  *check({ document, value }) {
    for (const condition of document.statements.flatMap(({ conditions }) => conditions)) {
      yield* mixedTypes(condition, valueAt(value, condition.at));
      yield* checkValues(condition);
      yield* checkVpcIds(condition);
    }
  },
};

function* mixedTypes({ at }: AnyCondition, written: unknown): Generator<Finding> {
  if (!Array.isArray(written) || new Set(written.map((entry) => typeof entry)).size < 2) return;
  yield finding(
    'error',
    'INVALID_CONDITION_DATA_TYPE',
    at,
    'The values are of different JSON types: write all as text.',
  );
}

function* checkValues(condition: AnyCondition): Generator<Finding> {
  const name = parseOperatorName(condition.operator);
  if (!name) return;
  const family = name.base === 'Null' ? 'Null' : name.base.family;
  const check = valueChecks[family];
  for (const { value, at } of condition.values) {
    if (check && !check.isValid(value) && !isUnknownValue(value))
      yield finding('warning', check.code, at, check.message);
  }
  if (
    (family === 'boolean' || family === 'Null') &&
    condition.values.length > 1 &&
    !name.setOperator
  ) {
    yield finding(
      'error',
      'INVALID_CONDITION_MULTIPLE_BOOLEAN',
      condition.at,
      `${nameInWords(condition.key)} is either true or false: give one value.`,
    );
  }
  if (family === 'date') yield* epochDates(condition);
  if (family === 'ip' && name.base !== 'Null') yield* checkRanges(condition, name.base.negated);
  if (family === 'numeric' && name.base !== 'Null')
    yield* redundantNumbers(condition, name.base.name);
}

function* epochDates({ key, values }: AnyCondition): Generator<Finding> {
  if (key.toLowerCase() === 'aws:epochtime') return;
  for (const { value, at } of values) {
    if (!/^\d+$/.test(value)) continue;
    yield finding(
      'warning',
      'INVALID_DATE_VALUE',
      at,
      `${value} counts seconds since 1970: write the date as 2026-01-31.`,
    );
  }
}

function* checkRanges({ key, values, at }: AnyCondition, negated: boolean): Generator<Finding> {
  const ranges = values.flatMap((located) => {
    const range = parseIpRange(located.value);
    return range ? [{ ...located, range }] : [];
  });
  for (const { value, at: valuePath, range } of ranges) {
    const network = networkOf(range);
    if (network.bytes.every((byte, i) => byte === range.bytes[i])) continue;
    const better = formatIpRange(network);
    yield finding('suggestion', 'IMPROVE_IP_RANGE', valuePath, `${value} is the range ${better}.`, {
      title: `Write ${better}`,
      edits: [{ kind: 'replace', at: valuePath, value: better }],
      grants: 'same',
    });
  }
  const privateCount = ranges.filter(({ range }) => isPrivate(range)).length;
  if (key.toLowerCase() !== 'aws:sourceip' || privateCount === 0) return;
  const code = negated ? 'PRIVATE_NOT_IP_ADDRESS' : 'PRIVATE_IP_ADDRESS';
  const message = 'aws:SourceIp is a public address; private ranges match aws:VpcSourceIp.';
  yield privateCount === ranges.length
    ? finding('error', code, at, message)
    : finding('suggestion', `${code}_SUBSET`, at, message);
}

function isPrivate(range: IpRange): boolean {
  return privateRanges.some((wide) => ipRangeCovers(wide, range));
}

/** Of several limits only one counts: the highest for "less than", the lowest for "greater than". */
function* redundantNumbers({ values, at }: AnyCondition, operator: string): Generator<Finding> {
  const direction = operator.includes('Less') ? 1 : operator.includes('Greater') ? -1 : 0;
  const allNumbers = values.every(({ value }) => compareNumbers(value, value) !== undefined);
  const [first] = values;
  if (direction === 0 || values.length < 2 || !first || !allNumbers) return;
  const decisive = values.reduce((best: Located, next) =>
    (compareNumbers(next.value, best.value) ?? 0) * direction > 0 ? next : best,
  );
  yield finding(
    'suggestion',
    'REDUNDANT_CONDITION_VALUE_NUM',
    at,
    `Only ${decisive.value} counts.`,
    {
      title: `Keep ${decisive.value}`,
      edits: [{ kind: 'replace', at, value: decisive.value }],
      grants: 'same',
    },
  );
}

const vpcId = /^vpc-(?:[a-z0-9]{8}|[a-z0-9]{17})$/;
const vpcEndpointId = /^vpce-(?:[a-z0-9]{8}|[a-z0-9]{17})$/;

const vpcPrefixes: ReadonlyMap<string, string> = new Map([
  ['aws:sourcevpc', 'vpc'],
  ['aws:sourcevpce', 'vpce'],
]);

function* checkVpcIds({ operator, key, values }: AnyCondition): Generator<Finding> {
  const prefix = vpcPrefixes.get(key.toLowerCase());
  const name = parseOperatorName(operator);
  if (prefix === undefined || !name || name.base === 'Null') return;
  const format = prefix === 'vpc' ? vpcId : vpcEndpointId;
  for (const { value, at } of values) {
    if (format.test(value) || value.includes('${') || isUnknownValue(value)) continue;
    if (name.base.wildcards && /[*?]/.test(value)) continue;
    yield finding(
      'error',
      prefix === 'vpc' ? 'INVALID_VPC_FORMAT' : 'INVALID_VPCE_FORMAT',
      at,
      `The id is ${prefix}- and 8 or 17 letters and digits.`,
    );
  }
}
