import type { PolicyDocument, Statement } from '../iam/document';
import type { CompanionPolicy } from '../qbusiness/companions';
import type { RolePlan } from '../qbusiness/plan';
import { printJsonWithRanges, type PrintedJson } from '../syntax/json';
import { defineExporter, type Artifact } from './artifact';

/** The folder that every path of an export starts with. */
export const FOLDER = 'policies';

/** A JSON value as AWS's pages write policies: a list of one is its element. */
type LooseJson = string | readonly LooseJson[] | { readonly [key: string]: LooseJson };

/** `document` as it is printed: a list of one stands as its element, but for `Statement`. */
export function loosePolicy(document: PolicyDocument): { readonly [key: string]: LooseJson } {
  return {
    Version: document.Version,
    Statement: document.Statement.map((statement) => loosen(inOrder(statement))),
  };
}

/** The text of a policy document, and where each part of it stands. */
export const printPolicy = (document: PolicyDocument): PrintedJson =>
  printJsonWithRanges(loosePolicy(document));

/** The order in which AWS's pages write a statement. */
const elementOrder = ['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition'] as const;

function inOrder(statement: Statement): { readonly [key: string]: LooseJson } {
  const elements: Readonly<Record<string, unknown>> = { ...statement };
  return Object.fromEntries(
    elementOrder
      .filter((name) => elements[name] !== undefined)
      .map((name) => [name, elements[name] as LooseJson]),
  );
}

function loosen(value: LooseJson): LooseJson {
  if (typeof value === 'string') return value;
  if (isList(value)) {
    const [only, ...more] = value;
    return only !== undefined && more.length === 0 ? loosen(only) : value.map(loosen);
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, loosen(part)]));
}

const isList = (value: LooseJson): value is readonly LooseJson[] => Array.isArray(value);

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
