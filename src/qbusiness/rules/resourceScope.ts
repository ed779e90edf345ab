import { expandAction } from '../../iam/actionCatalogue';
import { arnParts } from '../../iam/arn';
import type { Fix } from '../../iam/lint/fix';
import { isEverything } from '../../iam/match';
import type { AnyPolicyDocument, AnyStatement, DocumentPath } from '../../iam/parse';
import { Budget } from '../../iam/solver/budget';
import { Solver } from '../../iam/solver/decide';
import { actionCatalogue, serviceCatalogue } from '../actions';
import { expectedArns } from './expectedArns';
import { isUnknownValue } from '../../iam/unknownValue';
import { OFFERED_REGIONS, awsPages } from '../facts';
import { isPlaceholder } from '../placeholder';
import { ANY_RESOURCE_ID, RESOURCE_ID, RESOURCE_ID_LENGTH } from '../resourceId';
import {
  applicationArnsOf,
  concernsChat,
  productFinding,
  readApplicationArn,
  serviceActions,
  type ExpectedApplication,
  type ProductRule,
} from './productRule';

/** Actions that take no resource, so that `*` is right for them; in lower case. */
const withoutResource: ReadonlySet<string> = new Set(
  actionCatalogue.actions
    .filter(({ resourceTypes }) => resourceTypes.length === 0)
    .map(({ action }) => action.toLowerCase()),
);

const wholeId = new RegExp(`^${RESOURCE_ID}$`);

/** A fix that replaces a wildcard by the application, if all actions of the statement are on applications. */
function namedApplication(
  { action, resource }: AnyStatement,
  at: DocumentPath,
  expected: ExpectedApplication,
): Fix | undefined {
  const arns = expectedArns(expected);
  const isOnApplication = (pattern: string) => {
    const reached = /^qbusiness:/i.test(pattern)
      ? (expandAction(pattern, serviceCatalogue) ?? [])
      : [];
    return reached.length > 0 && reached.every((name) => applicationActions.has(name));
  };
  if (!arns || !action || action.negated || resource?.entries.length !== 1) return undefined;
  if (!action.entries.every(({ value }) => isOnApplication(value))) return undefined;
  return {
    title: 'Name the application',
    edits: [{ kind: 'replace', at, value: arns.length === 1 ? arns[0] : arns }],
    grants: 'less',
  };
}

const budget = 200_000;

/** Whether a Deny refuses everything on other applications than those that it names by their ARNs. */
function isConfinedByDeny(document: AnyPolicyDocument): boolean {
  const named = document.statements
    .filter(({ effect, resource }) => effect?.value === 'Deny' && resource?.negated === true)
    .flatMap(({ resource }) => resource?.entries.map(({ value }) => value) ?? [])
    .filter((value) => readApplicationArn(value)?.below === '' && !/[*?]/.test(value));
  if (named.length === 0) return false;
  const application = `arn:*:qbusiness:?*:????????????:application/${ANY_RESOURCE_ID}`;
  const { answer } = new Solver().decide({
    claims: [{ policies: { kind: 'identity', documents: [document] }, is: 'allowed' }],
    parts: {
      actions: ['qbusiness:*'],
      resources: [
        {
          like: [application, `${application}/*`],
          unlike: named.flatMap((arn) => [arn, `${arn}/*`]),
        },
      ],
    },
    budget: new Budget(budget),
  });
  return answer === 'no';
}

const applicationActions: ReadonlySet<string> = new Set(
  actionCatalogue.actions
    .filter(({ resourceTypes }) => resourceTypes.join() === 'application')
    .map(({ action }) => action),
);

/** Resources that reach too many applications, or one that cannot exist. */
export const resourceScope: ProductRule = {
  codes: [
    'QBUSINESS_WILDCARD_RESOURCE',
    'QBUSINESS_REGION_NOT_OFFERED',
    'QBUSINESS_APPLICATION_ID_FORM',
  ],
  *check(subject) {
    const isAboutChat = concernsChat(subject.document);
    let isConfined: boolean | undefined;
    for (const statement of subject.document.statements) {
      const needsResource = serviceActions(statement).some(
        ({ value }) => !withoutResource.has(value.toLowerCase()),
      );
      if (!needsResource || statement.resource?.negated !== false) continue;
      const isEveryAction = serviceActions(statement).some(({ value }) => value === '*');
      if (!isEveryAction && !isAboutChat) continue;
      for (const { value, at } of statement.resource.entries) {
        const arn = readApplicationArn(value);
        const reachesAll =
          isEverything(value) ||
          (/^(?:\*|qbusiness)$/.test(arnParts(value)[2] ?? '') &&
            ((!arn && !isUnknownValue(value)) ||
              (arn && /[*?]/.test(`${arn.region}${arn.account}${arn.applicationId}`))));
        if (!reachesAll) continue;
        isConfined ??= isConfinedByDeny(subject.document);
        if (isConfined) continue;
        yield productFinding(
          'securityWarning',
          'QBUSINESS_WILDCARD_RESOURCE',
          at,
          `“${value}” reaches every application that it matches. Name the application’s ARN.`,
          awsPages.anonymousPolicies,
          namedApplication(statement, at, subject.expected),
        );
      }
    }
    for (const { at, region, applicationId } of applicationArnsOf(subject)) {
      const isWritten = /^[a-z0-9-]+$/.test(region);
      if (isWritten && !OFFERED_REGIONS.some(({ name }) => name === region)) {
        yield productFinding(
          'warning',
          'QBUSINESS_REGION_NOT_OFFERED',
          at,
          `Amazon Q Business is offered in ${OFFERED_REGIONS.map(({ name }) => name).join(', ')}; ${region} is not one of them.`,
          awsPages.regions,
        );
      }
      const isOpen =
        /[*?$]/.test(applicationId) ||
        isPlaceholder(applicationId) ||
        isUnknownValue(applicationId);
      if (!isOpen && !wholeId.test(applicationId)) {
        yield productFinding(
          'error',
          'QBUSINESS_APPLICATION_ID_FORM',
          at,
          `An application ID has ${RESOURCE_ID_LENGTH} letters, digits and hyphens; “${applicationId}” has ${applicationId.length} characters.`,
          awsPages.serviceAuthorization,
        );
      }
    }
  },
};
