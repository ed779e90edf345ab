import type { JsonIssue } from '../syntax/jsonIssue';
import type { TextEdit } from '../syntax/textEdit';
import { DocumentFinder, maxEmbedding, type PolicyMention } from './findDocuments';
import type { ReadPolicy, RoleName } from './readPolicy';
import { readers } from './readers/index';
import {
  wholeSource,
  type Reading,
  type Remark,
  type Source,
  type SourceTree,
} from './readers/source';
import { describeText } from './describeText';
import { isMeantAsPolicy } from './policyText';
import { withoutOverlaps } from './textFix';

export type { ReadPolicy } from './readPolicy';
export type { PolicyMention } from './findDocuments';

export interface ReadText {
  readonly policies: readonly ReadPolicy[];
  /** Managed policies that the text names without their documents. */
  readonly named: readonly PolicyMention[];
  readonly roles: readonly RoleName[];
  /** Why documents are not valid JSON. Issues in encoded documents have no repair. */
  readonly issues: readonly JsonIssue[];
  /** All repairs, in the order of the text. */
  readonly repairs: readonly TextEdit[];
  /** Remarks on texts that could not be read, or not completely. */
  readonly remarks: readonly Remark[];
}

/**
 * Finds the policy documents in a pasted text, whatever form it has: see `readers`. Never throws;
 * takes time in proportion to the text.
 */
export function readPolicies(text: string): ReadText {
  const source = wholeSource(text);
  let best: ReadText | undefined;
  for (const reader of readers) {
    if (text.length > reader.maxLength) continue;
    const reading = reader.read(source, readInner);
    if (!reading) continue;
    const read = gather(reading);
    if (read.policies.length > 0 || read.named.length > 0) return withoutAdvice(read);
    best ??= read;
    if (read.remarks.length > 0 || reader.isSure) break;
  }
  return withRemark(text, best);
}

/** Reads a text inside another with the same readers. */
function readInner(inner: Source): Reading {
  if (inner.depth > maxEmbedding) return { trees: [] };
  for (const reader of readers) {
    if (inner.text.length > reader.maxLength) continue;
    const reading = reader.read(inner, readInner);
    if (reading && reading.trees.length > 0) return reading;
  }
  return { trees: [] };
}

function gather({ trees, remarks = [] }: Reading): ReadText {
  const finder = new DocumentFinder(readInner);
  for (const tree of trees) finder.find(tree);
  if (finder.policies.length === 0 && finder.named.length === 0) {
    for (const tree of trees) if (isMeantAsPolicy(tree.value)) finder.addWhole(tree);
  }
  const { policies, roles, incomplete, unresolved } = finder;
  const isFound = policies.length > 0 || finder.named.length > 0;
  const named = isFound ? [...finder.named, ...unresolved] : [];
  const isLarge = trees.some(({ isUnchecked }) => isUnchecked);
  const withPolicies = new Set<SourceTree>(isLarge ? [] : policies.map(({ tree }) => tree));
  const ofInterest = policies.length > 0 ? [...withPolicies] : trees;
  const editable = ofInterest.filter(({ isJson, source }) => isJson && source.isVerbatim);
  return {
    policies: inOrder(withNames(policies, roles), trees),
    named,
    roles,
    issues: ofInterest.flatMap(issuesOf),
    repairs: withoutOverlaps(
      editable.map(({ repairs, source }) =>
        repairs.map((edit) => ({ ...edit, ...source.outer(edit) })),
      ),
    ),
    remarks: [
      ...remarks,
      ...incomplete.map((range): Remark => ({
        code: 'INCOMPLETE_ANSWER',
        message:
          'This is a part of an answer only. Run the command again without --no-paginate and --max-items.',
        range,
      })),
    ],
  };
}

/** In the order of the text. In a large file of JSON they are found in that order already. */
const inOrder = (
  policies: readonly ReadPolicy[],
  trees: readonly SourceTree[],
): readonly ReadPolicy[] =>
  trees.some(({ isUnchecked }) => isUnchecked)
    ? policies
    : policies.toSorted((a, b) => a.extentOf([]).start - b.extentOf([]).start);

/** Adds role names: a template refers to a role by its logical ID, and gives its name elsewhere. */
function withNames(
  policies: readonly ReadPolicy[],
  roles: readonly RoleName[],
): readonly ReadPolicy[] {
  const named = new Map(
    roles.flatMap((role) =>
      role.reference !== undefined && role.name !== undefined ? [[role.reference, role]] : [],
    ),
  );
  return policies.map((policy) => {
    const { role } = policy.facts;
    const known =
      role?.reference !== undefined && role.name === undefined
        ? named.get(role.reference)
        : undefined;
    return known ? policy.ofRole(known) : policy;
  });
}

function issuesOf({ issues, source, isJson }: SourceTree): readonly JsonIssue[] {
  if (!isJson) return [];
  return issues
    .filter(({ code }) => code !== 'leading-text' && code !== 'trailing-text')
    .map((issue): JsonIssue => {
      const { code, message } = issue;
      const range = source.outer(issue);
      const repair = issue.repair && { ...issue.repair, ...source.outer(issue.repair) };
      return { code, message, ...range, ...(repair && source.isVerbatim && { repair }) };
    });
}

const nothing: ReadText = {
  policies: [],
  named: [],
  roles: [],
  issues: [],
  repairs: [],
  remarks: [],
};

/** Without advice on how to get documents, because some were found. */
const withoutAdvice = (read: ReadText): ReadText => ({
  ...read,
  remarks: read.remarks.filter(({ code }) => code === 'INCOMPLETE_ANSWER'),
});

/** For a text without documents: one sentence instead of the issues of each reader. */
function withRemark(text: string, read: ReadText = nothing): ReadText {
  if (read.remarks.length > 0) return { ...nothing, roles: read.roles, remarks: read.remarks };
  const remark = describeText(text, read.issues.length > 0);
  return remark ? { ...nothing, roles: read.roles, remarks: [remark] } : read;
}
