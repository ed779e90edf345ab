import { quotas } from '../iam/quotas';
import { draftRole } from '../qbusiness/draft';
import { planRole, type RolePlan } from '../qbusiness/plan';
import { applies } from '../qbusiness/form/appliesTo';
import { formFieldOf } from '../qbusiness/form/formFields';
import { describeRemoved } from '../qbusiness/form/textField';
import type { RoleFormValues } from '../qbusiness/form/formValues';
import { readRequestJson } from '../qbusiness/form/requestJson';
import { runToEnd } from '../iam/runToEnd';
import { showNumber } from '../words/counts';
import { showInLine } from '../iam/unseenCharacters';
import { isBatchColumn, ownValues, type BatchRow } from './batchRow';
import { accountNote, contradictions, otherCallers, type CellNote } from './cellNotes';

export interface JudgedRow {
  readonly row: BatchRow;
  /** Row over form: what the row means. */
  readonly values: RoleFormValues;
  readonly notes: readonly CellNote[];
  /** Set where the application signs its users in: it takes no part. */
  readonly leftOut?: string;
  /** Set where the row is complete, accepted and collides with no other. */
  readonly plan?: RolePlan;
}

export interface JudgedBatch {
  readonly rows: readonly JudgedRow[];
  /** What concerns an account as a whole, such as its quotas. */
  readonly accounts: readonly AccountNote[];
  readonly counts: BatchCounts;
}

export interface AccountNote {
  readonly accountId: string;
  readonly message: string;
}

export interface BatchCounts {
  readonly rows: number;
  readonly ready: number;
  readonly errors: number;
  readonly cautions: number;
  readonly leftOut: number;
}

/** Each row with the form behind it, and what collides between rows. */
export function judgeBatch(rows: readonly BatchRow[], shared: RoleFormValues): JudgedBatch {
  return runToEnd(judgeSteps(rows, (row) => judgeRow(row, shared)));
}

/**
 * `judgeBatch` with a pause after each row.
 *
 * @param judge judges a row by itself
 */
export function* judgeSteps(
  rows: readonly BatchRow[],
  judge: (row: BatchRow) => JudgedRow,
): Generator<void, JudgedBatch> {
  const single: JudgedRow[] = [];
  for (const row of rows) {
    single.push(judge(row));
    yield;
  }
  const judged = withCollisions(single);
  const count = (test: (row: JudgedRow) => boolean) => judged.filter(test).length;
  const has = (tone: CellNote['tone']) => (row: JudgedRow) =>
    row.leftOut === undefined && row.notes.some((note) => note.tone === tone);
  return {
    rows: judged,
    accounts: accountNotes(judged),
    counts: {
      rows: judged.length,
      ready: count(({ plan }) => plan !== undefined),
      errors: count(has('error')),
      cautions: count(has('caution')),
      leftOut: count(({ leftOut }) => leftOut !== undefined),
    },
  };
}

/** One row by itself. The application of the form and what belongs to it alone are not shared. */
export function judgeRow(row: BatchRow, shared: RoleFormValues): JudgedRow {
  const { values, problems, cautions } = valuesOfRow(row, shared);
  const base = { row, values };
  if (row.identityType !== '' && row.identityType.toUpperCase() !== 'ANONYMOUS') {
    return {
      ...base,
      notes: [],
      leftOut: /^AWS_[A-Z_]+$/i.test(row.identityType)
        ? `This application signs its users in (${row.identityType}); these roles are for anonymous access`
        : `The identity type is “${showInLine(row.identityType)}”, not ANONYMOUS; these roles are for anonymous access`,
    };
  }
  const draft = draftRole(values);
  const notes: CellNote[] = [
    ...problems.map(({ path, message }) => note('error', path, message)),
    ...cautions.map(({ path, message }) => note('caution', path, message)),
  ];
  if (draft.status === 'incomplete') {
    const refused = new Set(problems.map(({ path }) => path));
    for (const { path, message } of draft.issues) {
      if (!refused.has(path)) notes.push(accountNote(path, values) ?? note('error', path, message));
    }
  }
  for (const { path, message } of draft.cautions) notes.push(note('caution', path, message));
  if (draft.status === 'ready' && problems.length === 0) {
    return { ...base, notes, plan: planRole(draft.template) };
  }
  return { ...base, notes };
}

function note(tone: CellNote['tone'], path: string, message: string): CellNote {
  const name = path.split('.')[0] ?? '';
  return isBatchColumn(name)
    ? { tone, column: name, message }
    : { tone, message: `${path}: ${message}` };
}

/** The row's own values over those of the form, which are read already. */
function valuesOfRow(row: BatchRow, shared: RoleFormValues) {
  const texts = Object.entries(row.texts).filter(([, text]) => text.trim() !== '');
  const request = { ...row.others, ...Object.fromEntries(texts) };
  const { values: read, problems, cleaned } = readRequestJson(request);
  const own = Object.entries(read).filter(([name]) => Object.hasOwn(request, name));
  const values: RoleFormValues = { ...shared, ...ownValues, ...Object.fromEntries(own) };
  // A value that is dropped could leave a role wider than the row asks for.
  const dropped = Object.keys(request).flatMap((name) => {
    const field = formFieldOf(name);
    return field === undefined || applies(field, values)
      ? []
      : [{ path: name, message: `${field.label} does not apply to this row. Leave it empty` }];
  });
  return {
    values,
    problems: [
      ...contradictions(row),
      ...problems,
      ...dropped,
      ...otherCallers(read.callers, values.caller),
    ],
    cautions: cleaned.flatMap(({ path, removed }) => {
      const message = describeRemoved(removed);
      return message === undefined ? [] : [{ path, message }];
    }),
  };
}

/** Rows that mean the same application, or would write to one role or policy. */
function withCollisions(rows: readonly JudgedRow[]): readonly JudgedRow[] {
  const notes = new Map<JudgedRow, CellNote[]>();
  const found = (
    key: (plan: RolePlan) => string | undefined,
    noteOf: (first: JudgedRow) => CellNote,
  ) => {
    const first = new Map<string, JudgedRow>();
    for (const row of rows) {
      const name = row.plan && key(row.plan);
      if (name === undefined) continue;
      const earlier = first.get(name);
      if (earlier === undefined) first.set(name, row);
      else notes.set(row, [...(notes.get(row) ?? []), noteOf(earlier)]);
    }
  };
  found(
    (plan) => [plan.applicationArns[0], plan.accessMode, plan.caller, plan.roleName].join(' '),
    (first) => ({
      tone: 'error',
      column: 'applicationId',
      message: `The same as ${nameOfRow(first)}`,
    }),
  );
  found(
    // IAM tells role names apart without regard to case.
    (plan) =>
      plan.target === 'new-role' ? `${plan.accountId} ${plan.roleName.toLowerCase()}` : undefined,
    (first) => ({
      tone: 'error',
      column: 'roleName',
      message: `The role name is taken by ${nameOfRow(first)}. Enter another role name`,
    }),
  );
  found(
    ({ accountId, roleName, permissionsPolicy: { name, attachment } }) =>
      `${accountId} ${attachment === 'managed' ? '' : roleName.toLowerCase()} ${name.toLowerCase()}`,
    (first) => ({
      tone: 'error',
      column: 'policyName',
      message: `The policy name is taken by ${nameOfRow(first)}. Enter another policy name`,
    }),
  );
  return rows.map((row) => {
    const more = notes.get(row);
    if (more === undefined) return row;
    const { plan: _, ...rest } = row;
    // One cause is enough: the same application has the same role name.
    return { ...rest, notes: [...row.notes, ...more.slice(0, 1)] };
  });
}

const nameOfRow = ({ row, values }: JudgedRow): string =>
  row.line === undefined
    ? `the row of application ${values.applicationId}`
    : `line ${row.line} (application ${values.applicationId})`;

function accountNotes(rows: readonly JudgedRow[]): readonly AccountNote[] {
  const roles = new Map<string, { roles: number; managed: number }>();
  for (const { plan } of rows) {
    if (plan === undefined) continue;
    const count = roles.get(plan.accountId) ?? { roles: 0, managed: 0 };
    roles.set(plan.accountId, {
      roles: count.roles + (plan.target === 'new-role' ? 1 : 0),
      managed: count.managed + (plan.permissionsPolicy.attachment === 'managed' ? 1 : 0),
    });
  }
  return [...roles].flatMap(([accountId, count]) => [
    ...overQuota(accountId, count.roles, 'roles', quotas.rolesOfAccount.maximum),
    ...overQuota(
      accountId,
      count.managed,
      'managed policies',
      quotas.managedPoliciesOfAccount.maximum,
    ),
  ]);
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
function overQuota(
  accountId: string,
  count: number,
  what: string,
  quota: number,
): readonly AccountNote[] {
  return count <= quota
    ? []
    : [
        {
          accountId,
          message: `${showNumber(count)} ${what}: an account may have ${showNumber(quota)} unless its quota was raised`,
        },
      ];
}
