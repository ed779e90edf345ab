import { isJsonObject, type AnyStatement } from '../parse';
import type { Fix } from './fix';
import { finding, type Finding, type LintSubject, type Rule } from './rule';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export const missingElements: Rule = {
  codes: [
    'MISSING_VERSION',
    'MISSING_STATEMENT',
    'MISSING_EFFECT',
    'MISSING_ACTION',
    'MISSING_RESOURCE',
    'MISSING_PRINCIPAL',
  ],
  *check(subject) {
    const { document, value } = subject;
    if (!document.elements.includes('Version') && isJsonObject(value)) {
      yield finding(
        'warning',
        'MISSING_VERSION',
        [],
        'Without Version, IAM reads the language of 2008, in which ${…} is plain text.',
        versionFix(value),
      );
    }
    const { statements } = document;
    const isObject = isJsonObject(value);
    if (isObject && statements.length === 0) {
      yield finding('error', 'MISSING_STATEMENT', [], 'The policy has no statement.');
    }
    for (const statement of statements) yield* missingIn(statement, subject.kind);
  },
};

function versionFix(value: unknown): Fix {
  const hasVariable = JSON.stringify(value).includes('${');
  return {
    title: 'Add Version 2012-10-17',
    edits: [{ kind: 'insert', at: ['Version'], value: '2012-10-17' }],
    grants: hasVariable ? 'changed' : 'same',
  };
}

function* missingIn(
  { at, elements, understood, action }: AnyStatement,
  kind: LintSubject['kind'],
): Generator<Finding> {
  // A statement that is no JSON object lacks every element; the structure rule reports it once.
  const isObject = understood || elements.length > 0;
  const lacks = (...names: readonly string[]) =>
    isObject && !names.some((name) => elements.includes(name));
  if (lacks('Effect')) {
    yield finding('error', 'MISSING_EFFECT', at, 'The statement says neither Allow nor Deny.');
  }
  if (lacks('Action', 'NotAction')) {
    yield finding('error', 'MISSING_ACTION', at, 'The statement names no action.');
  }
  const isRegistry =
    action?.entries.every(({ value }) => /^ecr(?:-public)?:/i.test(value)) ?? false;
  const needsResource = kind === 'identity' || (kind === 'resource' && !isRegistry);
  if (needsResource && lacks('Resource', 'NotResource')) {
    yield finding('error', 'MISSING_RESOURCE', at, 'The statement names no resource.');
  }
  if (kind !== 'identity' && lacks('Principal', 'NotPrincipal')) {
    yield finding('error', 'MISSING_PRINCIPAL', at, 'The statement names no principal.');
  }
}
