import { callers } from '../qbusiness/callers';
import { formFields } from '../qbusiness/form/formFields';
import { batchColumns, isBatchColumn, type BatchColumn } from './batchRow';

/** What a column of a file is read as: a form value, the whole ARN, or what only people read. */
export type FileColumn = BatchColumn | 'arn' | 'name' | 'identityType';

/** As people head their columns, without case, spaces, hyphens and underscores. */
const otherNames: Readonly<Record<string, FileColumn>> = {
  account: 'accountId',
  accountnumber: 'accountId',
  awsaccount: 'accountId',
  awsaccountid: 'accountId',
  accountid: 'accountId',
  owner: 'accountId',
  ownerid: 'accountId',
  awsregion: 'region',
  location: 'region',
  application: 'applicationId',
  app: 'applicationId',
  appid: 'applicationId',
  qbusinessapplicationid: 'applicationId',
  qbusinessapplication: 'applicationId',
  qapplicationid: 'applicationId',
  webexperience: 'webExperienceId',
  webexperienceid: 'webExperienceId',
  webid: 'webExperienceId',
  role: 'roleName',
  iamrole: 'roleName',
  iamrolename: 'roleName',
  policy: 'policyName',
  boundary: 'permissionsBoundary',
  mode: 'accessMode',
  sessionduration: 'maxSessionDuration',
  arn: 'arn',
  applicationarn: 'arn',
  resourcearn: 'arn',
  webexperiencearn: 'arn',
  name: 'name',
  displayname: 'name',
  applicationname: 'name',
  title: 'name',
  identitytype: 'identityType',
  identity: 'identityType',
};

const plainName = (header: string): string => header.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

const columnOfPlainName: ReadonlyMap<string, FileColumn> = new Map<string, FileColumn>([
  ...Object.entries(otherNames),
  ...batchColumns.map((column) => [plainName(column), column] as const),
]);

/** What a heading stands for, however it is spelled; undefined for a column that says nothing to us. */
export const columnOfHeading = (heading: string): FileColumn | undefined =>
  columnOfPlainName.get(plainName(heading));

/** Whether a heading stands for an application: without one of them, a text holds no table of applications. */
export function namesApplication(heading: string): boolean {
  const column = columnOfHeading(heading);
  return column === 'applicationId' || column === 'arn';
}

/** Values of the form that no cell holds: lists, and values of a caller whose names say so. */
const otherValues: ReadonlySet<string> = new Set([
  ...formFields.flatMap(({ name, kind, option, label }) =>
    kind === 'list' || kind === 'tags' || kind === 'switch'
      ? [name, option, label].map(plainName)
      : [],
  ),
  // A single word, such as “organization”, heads columns of other things, too.
  ...callers
    .flatMap(({ fields }): readonly string[] => fields.map(({ name }) => name))
    .filter((name) => /[A-Z]/.test(name))
    .map(plainName),
]);

/** Whether a column without a place in the table holds a value that the role would lack. */
export const namesOtherValue = (heading: string): boolean => otherValues.has(plainName(heading));

export const isFormColumn = (column: FileColumn): column is BatchColumn => isBatchColumn(column);
