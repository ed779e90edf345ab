import type { PolicyDocument, Statement } from '../iam/document';
import type { CompanionPolicy } from '../qbusiness/companions';
import type { RolePlan } from '../qbusiness/plan';
import { printJsonWithRanges, type PrintedJson } from '../syntax/json';
import { defineExporter, type Artifact } from './artifact';

/** The folder that every path of an export starts with. */
export const FOLDER = 'policies';

/** The order in which AWS's pages write a statement. */
const elementOrder = ['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition'];

/**
 * `document` as AWS's pages write it: elements in their order, and a list of one as its element,
 * but for `Statement`.
 */
export function loosePolicy({ Version, Statement: statements }: PolicyDocument): {
  readonly Version: string;
  readonly Statement: readonly object[];
} {
  return { Version, Statement: statements.map((statement) => loosenObject(inOrder(statement))) };
}

/** The text of a policy document, and where each part of it stands. */
export const printPolicy = (document: PolicyDocument): PrintedJson =>
  printJsonWithRanges(loosePolicy(document));

const inOrder = (statement: Statement): object =>
  Object.fromEntries(
    Object.entries(statement).sort(
      ([left], [right]) => elementOrder.indexOf(left) - elementOrder.indexOf(right),
    ),
  );

const loosenObject = (value: object): object =>
  Object.fromEntries(Object.entries(value).map(([key, part]) => [key, loosen(part)]));

function loosen(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? loosen(value[0]) : value.map(loosen);
  return typeof value === 'object' && value !== null ? loosenObject(value) : value;
}

/** AWS's own file names. */
export const permissionsPolicyPath = ({ accessMode }: Pick<RolePlan, 'accessMode'>): string =>
  accessMode === 'web-experience'
    ? `${FOLDER}/permspolicyforwebexperienceanonymous.json`
    : `${FOLDER}/permspolicyforAPIanonymous.json`;

export const trustPolicyPath = ({ accessMode }: Pick<RolePlan, 'accessMode'>): string =>
  accessMode === 'web-experience'
    ? `${FOLDER}/trustpolicyforanonymous.json`
    : `${FOLDER}/trustpolicyforAPIanonymous.json`;

export const companionPath = ({ fileName }: CompanionPolicy): string => `${FOLDER}/${fileName}`;

const policyFile = (path: string, document: PolicyDocument): Artifact => ({
  path,
  language: 'json',
  contents: printPolicy(document).text,
});

export const policyDocuments = defineExporter({
  id: 'policy-documents',
  label: 'Policies',
  summary: 'The permissions policy, the trust policy, and the policies that others need.',
  render: (plan) => [
    policyFile(permissionsPolicyPath(plan), plan.permissionsPolicy.document),
    ...(plan.target === 'new-role'
      ? [policyFile(trustPolicyPath(plan), plan.role.trustPolicy)]
      : []),
    ...plan.companions.map((companion) => policyFile(companionPath(companion), companion.document)),
  ],
});
