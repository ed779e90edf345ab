import type { Fix } from '../../iam/lint/fix';
import type { DocumentPath } from '../../iam/parse';
import { isJsonObject } from '../../iam/parse';
import { awsPages, isSampleIdentifier, SAMPLE_ACCOUNT_IDS } from '../facts';
import {
  applicationArnsOf,
  productFinding,
  type ExpectedApplication,
  type ProductRule,
} from './productRule';

/** A placeholder in one of the usual spellings, those of AWS's pages included. */
const token =
  /\{\{[^{}]*\}\}|<[^<>]+>|\$\{(?:region|account_?id|application_?id|Region|Account|AccountId|Partition)\}|\b(?:your|my)-(?:region|account|account-id|application-id|app-id)\b|\bYOUR_[A-Z_]{2,40}\b/i;

const capitalBlank =
  /(?<=:|^)(?:REGION|ACCOUNT|ACCOUNT_ID|ACCOUNT-ID|APPLICATION_ID|APP_ID)(?=:|\/|$)/;

/** Placeholders and sample values that should have been replaced. */
export const unreplacedPlaceholders: ProductRule = {
  codes: ['QBUSINESS_LEFT_OVER_TOKEN', 'QBUSINESS_SAMPLE_ACCOUNT', 'QBUSINESS_SAMPLE_ID'],
  *check(subject) {
    for (const [at, text] of textsOf(subject.value, [])) {
      const found = token.exec(text)?.[0] ?? capitalBlank.exec(text)?.[0];
      if (found !== undefined) {
        yield productFinding(
          'error',
          'QBUSINESS_LEFT_OVER_TOKEN',
          at,
          `“${found}” is still to be replaced by its value.`,
          awsPages.anonymousPolicies,
          fillIn(at, text, subject.expected),
        );
      }
      const account = /(?<!\d)\d{12}(?!\d)/.exec(text)?.[0];
      if (account !== undefined && SAMPLE_ACCOUNT_IDS.has(account)) {
        yield productFinding(
          'warning',
          'QBUSINESS_SAMPLE_ACCOUNT',
          at,
          `${account} is an account of AWS’s examples.`,
          awsPages.anonymousPolicies,
        );
      }
    }
    for (const { at, applicationId } of applicationArnsOf(subject)) {
      if (!isSampleIdentifier(applicationId)) continue;
      yield productFinding(
        'warning',
        'QBUSINESS_SAMPLE_ID',
        at,
        `${applicationId} is an application ID of AWS’s examples.`,
        awsPages.anonymousPolicies,
      );
    }
  },
};

const everyToken = new RegExp(`${token.source}|${capitalBlank.source}`, 'gi');

/** The text with the form's values, if the form has one for every token in it. */
function fillIn(
  at: DocumentPath,
  text: string,
  { saidBy, region, accountId, applicationIds = [] }: ExpectedApplication,
): Fix | undefined {
  const values: Readonly<Record<string, string | undefined>> = {
    region,
    account: accountId,
    accountid: accountId,
    applicationid: applicationIds[0],
    appid: applicationIds[0],
  };
  let isComplete = true;
  const value = text.replaceAll(everyToken, (found) => {
    const name = found
      .toLowerCase()
      .replaceAll(/[^a-z]/g, '')
      .replace(/^(?:your|my)/, '');
    const known = Object.hasOwn(values, name) ? values[name] : undefined;
    isComplete &&= known !== undefined;
    return known ?? found;
  });
  if (!isComplete) return undefined;
  return {
    title: `Fill in what ${saidBy} says`,
    edits: [{ kind: 'replace', at, value }],
    grants: 'changed',
  };
}

function* textsOf(value: unknown, at: DocumentPath): Generator<readonly [DocumentPath, string]> {
  const pending: [DocumentPath, unknown][] = [[at, value]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [path, part] = next;
    if (typeof part === 'string') yield [path, part];
    else if (Array.isArray(part)) {
      part.forEach((element: unknown, index) => pending.push([[...path, index], element]));
    } else if (isJsonObject(part)) {
      for (const [key, member] of Object.entries(part)) pending.push([[...path, key], member]);
    }
  }
}
