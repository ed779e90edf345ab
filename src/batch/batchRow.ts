import { emptyFormValues } from '../qbusiness/form/formValues';
import type { RoleFormValues } from '../qbusiness/form/formValues';

/** The name of a form value that a row can hold as one text: a column of the table. */
export type BatchColumn = {
  [Name in keyof RoleFormValues]: RoleFormValues[Name] extends string ? Name : never;
}[keyof RoleFormValues];

/** Where a row stands in the text that it was read from. */
export interface RowPlace {
  /** 1-based; absent for a row that was typed. */
  readonly line?: number;
}

/** One application of a batch, as typed or read: what it leaves empty comes from the form. */
export interface BatchRow extends RowPlace {
  /** Stable while the row exists. */
  readonly id: string;
  /** The application's display name; only for people. */
  readonly name: string;
  readonly texts: Readonly<Partial<Record<BatchColumn, string>>>;
  /** Values of the form that are no single text, such as tags, from a JSON file. */
  readonly others: Readonly<Record<string, unknown>>;
  /** As `list-applications` prints it: `ANONYMOUS`, `AWS_IAM_IDC` …; empty where nothing says it. */
  readonly identityType: string;
}

/** The columns that are always shown, in their order. */
export const mainColumns = [
  'region',
  'accountId',
  'applicationId',
  'webExperienceId',
  'roleName',
] as const satisfies readonly BatchColumn[];

/** Every column: the main ones, then every other form value that is one text. */
export const batchColumns: readonly BatchColumn[] = [
  ...mainColumns,
  ...Object.entries(emptyFormValues)
    .filter(([name, value]) => typeof value === 'string' && !isMain(name))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the names of the form's texts are the columns
    .map(([name]) => name as BatchColumn),
];

function isMain(name: string): boolean {
  return mainColumns.some((column) => column === name);
}

export const isBatchColumn = (name: string): name is BatchColumn =>
  batchColumns.some((column) => column === name);

export const emptyRow = (id: string): BatchRow => ({
  id,
  name: '',
  texts: {},
  others: {},
  identityType: '',
});
