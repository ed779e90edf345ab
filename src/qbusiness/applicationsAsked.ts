import { partitionOfRegion } from '../iam/arn';
import type { AnyPolicyDocument } from '../iam/parse';
import { isUnknownValue } from '../iam/unknownValue';
import { applicationArn } from './applicationArn';
import { readApplicationArn } from './rules/productRule';

/** One application, or several: `*` stands for any Region, account or ID. */
export interface AskedApplication {
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
  readonly applicationId: string;
  /** Where the question comes from: the options or the form, the documents, or nowhere. */
  readonly from: 'given' | 'documents' | 'nothing';
}

const anyApplication: AskedApplication = {
  partition: '*',
  region: '*',
  accountId: '*',
  applicationId: '*',
  from: 'nothing',
};

export const isOneApplication = ({ region, accountId, applicationId }: AskedApplication): boolean =>
  ![region, accountId, applicationId].includes('*');

/** The ARN of the application, or a pattern for the ARNs of several. */
export const arnOfAsked = (asked: AskedApplication): string =>
  applicationArn(asked, asked.applicationId);

/**
 * The applications that documents name, each once. If they name none by its ID, the wildcards they
 * name; if they do not even do that, any application.
 */
export function applicationsIn(
  documents: readonly AnyPolicyDocument[],
): readonly [AskedApplication, ...AskedApplication[]] {
  const exact = new Map<string, AskedApplication>();
  const wild = new Map<string, AskedApplication>();
  for (const text of documents.flatMap(textsOf)) {
    const arn = isUnknownValue(text) ? undefined : readApplicationArn(text);
    if (!arn) continue;
    const region = part(arn.region, /^[a-z]{2}[a-z0-9-]*\d$/);
    const accountId = part(arn.account, /^\d{12}$/);
    const applicationId = part(arn.applicationId, /^[A-Za-z0-9-]+$/);
    const partition = region === '*' ? '*' : partitionOfRegion(region);
    const asked = { partition, region, accountId, applicationId, from: 'documents' } as const;
    if (isOneApplication(asked)) exact.set(arnOfAsked(asked), asked);
    else if (accountId !== '*' || region !== '*') wild.set(arnOfAsked(asked), asked);
  }
  const [first, ...others] = exact.size > 0 ? exact.values() : wild.values();
  return first ? [first, ...others] : [anyApplication];
}

const part = (text: string, form: RegExp): string => (form.test(text) ? text : '*');

/** The resources of a document, and the values of conditions that a request must match. */
function textsOf({ statements }: AnyPolicyDocument): readonly string[] {
  return statements.flatMap(({ resource, conditions, effect }) => [
    ...(resource && !resource.negated && effect?.value === 'Allow'
      ? resource.entries.map(({ value }) => value)
      : []),
    ...conditions
      .filter(({ operator }) => !/not/i.test(operator))
      .flatMap(({ values }) => values.map(({ value }) => value)),
  ]);
}
