import { documentElements, statementElements, type StructuralIssue } from '../parse';
import type { Fix } from './fix';
import { finding, type Rule } from './rule';

const elements = [...documentElements, ...statementElements];

/** What parsing found to have the wrong shape. */
export const structure: Rule = {
  codes: [
    'DATA_TYPE_MISMATCH',
    'INVALID_POLICY_ELEMENT',
    'INVALID_EFFECT',
    'INVALID_PRINCIPAL_FORMAT',
    'INVALID_PRINCIPAL_KEY',
    'UNSUPPORTED_ELEMENT_COMBINATION',
  ],
  check: ({ issues }) =>
    issues.map((issue) =>
      finding('error', issue.code, issue.at, issue.message, spellingFix(issue)),
    ),
};

/** Corrects an element name in the wrong case or in the plural. */
function spellingFix({ code, at }: StructuralIssue): Fix | undefined {
  const name = String(at.at(-1) ?? '').toLowerCase();
  if (code !== 'INVALID_POLICY_ELEMENT') return undefined;
  const meant = elements.find((known) =>
    [name, `${name}s`, name.replace(/s$/, '')].includes(known.toLowerCase()),
  );
  if (meant === undefined) return undefined;
  return {
    title: `Write ${meant}`,
    edits: [{ kind: 'rename', at, key: meant }],
    grants: 'changed',
  };
}
