import { formFieldOf, formFields } from '../qbusiness/form/formFields';
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

const isMain = (name: string): boolean => mainColumns.some((column) => column === name);

/** Every column: the main ones, then every other field of the form that is one text or a choice. */
export const batchColumns: readonly BatchColumn[] = [
  ...mainColumns,
  ...formFields.flatMap(({ kind, name }): BatchColumn[] =>
    kind === 'text' || kind === 'choice' || kind === 'decision' ? (isMain(name) ? [] : [name]) : [],
  ),
];

/** The heading of a column: the label of the form's field. */
export const columnLabel = (column: BatchColumn): string => formFieldOf(column)?.label ?? column;

/** Values of one application: a row never takes them from the form. */
export const ownValues = {
  applicationId: '',
  otherApplications: [],
  webExperienceId: '',
  roleName: '',
  policyName: '',
} as const satisfies Partial<RoleFormValues>;

export const isBatchColumn = (name: string): name is BatchColumn =>
  batchColumns.some((column) => column === name);

export const emptyRow = (id: string): BatchRow => ({
  id,
  name: '',
  texts: {},
  others: {},
  identityType: '',
});
