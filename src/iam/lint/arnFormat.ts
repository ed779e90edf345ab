import { arnParts } from '../arn';
import { isEverything } from '../match';
import type { Located } from '../parse';
import { isUnknownValue } from '../unknownValue';
import { finding, type Finding, type Rule } from './rule';

const partition = /^aws(?:-cn|-us-gov|-eusc|-iso(?:-[bef])?)?$/;
const hasWildcard = /[*?]|\$\{/;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export const arnFormat: Rule = {
  codes: [
    'INVALID_ARN_PREFIX',
    'MISSING_ARN_FIELD',
    'INVALID_PARTITION',
    'INVALID_ARN_SERVICE_CASE',
    'INVALID_ARN_REGION',
    'INVALID_ARN_ACCOUNT',
    'INVALID_ARN_RESOURCE',
    'WILDCARD_IN_SERVICE_NAME',
  ],
  *check({ document }) {
    for (const { resource } of document.statements) {
      for (const entry of resource?.entries ?? []) yield* checkArn(entry);
    }
  },
};

function* checkArn({ value, at }: Located): Generator<Finding> {
  if (isEverything(value)) return;
  const isOpen = isUnknownValue(value);
  const parts = arnParts(value);
  const [prefix, , service = ''] = parts;
  if (prefix !== 'arn') {
    if (isOpen && isUnknownValue(prefix ?? '')) return;
    yield finding(
      'error',
      'INVALID_ARN_PREFIX',
      at,
      'A resource is "*" or an ARN, which begins with arn:',
    );
    return;
  }
  if (parts.length < 6 && !value.endsWith('*') && !isOpen) {
    yield finding(
      'error',
      'MISSING_ARN_FIELD',
      at,
      'An ARN has six parts: arn:partition:service:region:account:resource',
    );
    return;
  }
  const checks: readonly (readonly [
    code: string,
    part: string | undefined,
    ok: RegExp,
    message: string,
  ])[] = [
    ['INVALID_PARTITION', parts[1], partition, `${parts[1]} is no partition of AWS.`],
    [
      'INVALID_ARN_REGION',
      parts[3],
      /^$|^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/,
      `${parts[3]} is no Region.`,
    ],
    ['INVALID_ARN_ACCOUNT', parts[4], /^$|^aws$|^\d{12}$/, 'An account ID has 12 digits.'],
    ['INVALID_ARN_RESOURCE', parts[5], /^\S/, 'The ARN ends without naming a resource.'],
  ];
  for (const [code, part, ok, message] of checks) {
    if (part === undefined || hasWildcard.test(part) || ok.test(part)) continue;
    if (isUnknownValue(part)) continue;
    // AWS's own policies have arn:aws:organizations::*:, for every resource of the service.
    if (code === 'INVALID_ARN_RESOURCE' && hasWildcard.test(parts[4] ?? '')) continue;
    yield finding('error', code, at, message);
  }
  if (isUnknownValue(service)) return;
  if (service !== service.toLowerCase()) {
    yield finding(
      'error',
      'INVALID_ARN_SERVICE_CASE',
      at,
      `Services are written in lower case: ${service.toLowerCase()}.`,
      {
        title: `Write ${service.toLowerCase()}`,
        edits: [
          {
            kind: 'replace',
            at,
            value: value.replace(`:${service}:`, `:${service.toLowerCase()}:`),
          },
        ],
        grants: 'changed',
      },
    );
  }
  if (/[*?]/.test(service) && parts.length === 6) {
    yield finding(
      'suggestion',
      'WILDCARD_IN_SERVICE_NAME',
      at,
      'A wildcard in the service reaches services that are not meant.',
    );
  }
}
