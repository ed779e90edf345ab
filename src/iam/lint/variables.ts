import { parseOperatorName } from '../conditions/operators';
import { arnParts } from '../arn';
import type { AnyPolicyDocument, AnyStatement, Located } from '../parse';
import { finding, type Finding, type Rule } from './rule';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
export const variables: Rule = {
  codes: [
    'MISSING_BRACE_IN_VARIABLE',
    'EMPTY_VARIABLE',
    'MISSING_QUOTE_IN_VARIABLE',
    'UNSUPPORTED_SPACE_IN_VARIABLE',
    'VARIABLE_UNSUPPORTED_IN_VERSION',
    'VARIABLE_UNSUPPORTED_IN_ELEMENT',
    'INVALID_VARIABLE_FOR_OPERATOR',
    'VARIABLE_USAGE_TOO_PERMISSIVE',
    'WILDCARD_USAGE_TOO_PERMISSIVE',
  ],
  *check({ document }) {
    for (const statement of document.statements) {
      yield* outsideConditions(statement);
      yield* inConditions(statement);
      for (const located of supportedTexts(statement)) yield* checkText(located, document);
    }
  },
};

function supportedTexts({ resource, conditions }: AnyStatement): readonly Located[] {
  return [...(resource?.entries ?? []), ...conditions.flatMap(({ values }) => values)];
}

function* outsideConditions({ action, principal, resource }: AnyStatement): Generator<Finding> {
  const misplaced = [
    ...(action?.entries ?? []),
    ...(principal?.entries ?? []),
    ...(resource?.entries ?? []).filter(({ value }) =>
      arnParts(value)
        .slice(0, 5)
        .some((part) => part.includes('${')),
    ),
  ];
  for (const { value, at } of misplaced) {
    if (!value.includes('${')) continue;
    yield finding(
      'error',
      'VARIABLE_UNSUPPORTED_IN_ELEMENT',
      at,
      'A policy variable may stand in a condition, and in a resource after the fifth colon.',
    );
  }
}

const sensitiveKeys: ReadonlySet<string> = new Set([
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalaccount',
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
]);

/** A value of a sensitive key with a wildcard must begin with this many literal characters. */
const characterCount = 6;

function* inConditions({ conditions, effect }: AnyStatement): Generator<Finding> {
  for (const { operator, key, values } of conditions) {
    const name = parseOperatorName(operator);
    if (!name) continue;
    const comparesText =
      name.base !== 'Null' && (name.base.family === 'string' || name.base.family === 'arn');
    const isSensitive =
      effect?.value === 'Allow' &&
      name.base !== 'Null' &&
      name.base.wildcards &&
      !name.base.negated &&
      sensitiveKeys.has(key.toLowerCase());
    for (const { value, at } of values) {
      if (!comparesText && value.includes('${')) {
        yield finding(
          'error',
          'INVALID_VARIABLE_FOR_OPERATOR',
          at,
          `${operator} compares no text, so it takes no variable.`,
        );
      }
      if (isSensitive) yield* permissiveText(key, { value, at });
    }
  }
}

function* permissiveText(key: string, { value, at }: Located): Generator<Finding> {
  const isOpen = (position: number) => position >= 0 && position < characterCount;
  if (isOpen(value.search(/[*?]/))) {
    yield finding(
      'error',
      'WILDCARD_USAGE_TOO_PERMISSIVE',
      at,
      `So early a wildcard leaves ${key} open to everyone.`,
    );
  } else if (isOpen(value.indexOf('${'))) {
    yield finding(
      'error',
      'VARIABLE_USAGE_TOO_PERMISSIVE',
      at,
      `So early a variable leaves ${key} open to everyone.`,
    );
  }
}

function* checkText({ value, at }: Located, document: AnyPolicyDocument): Generator<Finding> {
  if (!value.includes('${')) return;
  if (document.version?.value !== '2012-10-17') {
    yield finding(
      'error',
      'VARIABLE_UNSUPPORTED_IN_VERSION',
      at,
      'Only Version 2012-10-17 reads ${…} as a variable; here it is plain text.',
    );
  }
  for (let start = value.indexOf('${'); start !== -1; start = value.indexOf('${', start + 2)) {
    const close = value.indexOf('}', start);
    if (close === -1) {
      yield finding(
        'error',
        'MISSING_BRACE_IN_VARIABLE',
        at,
        'The policy variable lacks its closing brace.',
      );
      return;
    }
    yield* checkVariable(value.slice(start + 2, close), at);
  }
}

function* checkVariable(inside: string, at: Located['at']): Generator<Finding> {
  const comma = inside.indexOf(',');
  const key = comma === -1 ? inside : inside.slice(0, comma);
  if (key.trim() === '') {
    yield finding('error', 'EMPTY_VARIABLE', at, 'The policy variable is empty.');
  } else if (/\s/.test(key)) {
    yield finding(
      'error',
      'UNSUPPORTED_SPACE_IN_VARIABLE',
      at,
      'The name of a policy variable has no space.',
    );
  }
  if (comma !== -1 && !/^, '[^']*'$/.test(inside.slice(comma))) {
    yield finding(
      'error',
      'MISSING_QUOTE_IN_VARIABLE',
      at,
      "A default value stands after a comma and a space, in single quotes: ${aws:PrincipalTag/team, 'none'}.",
    );
  }
}
