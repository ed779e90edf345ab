import {
  accessSteps,
  accessTexts,
  type AccessInput,
  type AccessReport,
  type AccessReports,
} from '@/documents/accessTexts';
import { auditSteps, type Audit } from '@/documents/auditTexts';
import { compareTexts, type ComparedTexts, type SideNames } from '@/documents/compareTexts';
import { fixSafelySteps } from '@/documents/fixSafely';
import { repairRole, type RepairInput, type RoleRepair } from '@/documents/repair';
import type { RoleDocuments } from '@/documents/roleDocuments';
import { readRoles, type ReadInput } from '@/documents/readRoles';
import { TextLines } from '@/documents/textLines';
import type { DocumentKind } from '@/iam/documentKind';
import type { ExpectedApplication } from '@/qbusiness/rules/productRule';
import { overviewOf, type CheckOverview, type RoleReport } from './roleReports';
import type { SharedText } from '../worker/sharedTexts';

/** A text to check; `kinds` as in `ReadInput`. */
export interface TaskText extends SharedText {
  readonly kinds: Readonly<Record<number, DocumentKind>>;
}

/** The input of every check. */
export interface CheckInput {
  readonly texts: readonly TaskText[];
  readonly expected: ExpectedApplication;
  /** Whether roles are included that do not concern Amazon Q Business. */
  readonly isEveryRoleShown: boolean;
}

export interface RoleInput extends CheckInput {
  /** The key of a role; the first role if undefined or no longer there. */
  readonly role: string | undefined;
}

/** One side of a comparison: a role of the texts, or given documents. */
export type CompareSide =
  { readonly role: string } | { readonly documents: readonly NamedDocument[] };

export interface NamedDocument {
  readonly name: string;
  readonly text: string;
}

export interface CompareInput extends CheckInput {
  readonly before: CompareSide;
  readonly after: CompareSide;
  readonly names: SideNames;
}

/** The role, and the values that the person confirmed. */
export interface RepairTaskInput
  extends Omit<RoleInput, 'expected'>, Pick<RepairInput, 'roleName' | 'expected'> {}

export interface CheckTaskInputs {
  readonly check: RoleInput;
  readonly fix: ReadInput;
  readonly compare: CompareInput;
  readonly roleAccess: RoleInput;
  readonly access: AccessInput;
  readonly repair: RepairTaskInput;
}

export interface CheckTaskAnswers {
  readonly check: CheckOverview;
  readonly fix: string;
  readonly compare: ComparedTexts;
  /** One report for each application that is asked about; places are in the texts of the question. */
  readonly roleAccess: readonly AccessReport[];
  readonly access: AccessReports;
  readonly repair: RoleRepair;
}

/** The checks of pasted texts, with their inputs and answers: plain data, which can be sent to a worker. */
export type CheckTask = {
  readonly [Kind in keyof CheckTaskInputs]: {
    readonly kind: Kind;
    readonly input: CheckTaskInputs[Kind];
  };
}[keyof CheckTaskInputs];

/** Runs a check one step at a time, so that the caller can do other work in between. */
export function* checkTaskSteps(
  task: CheckTask,
): Generator<void, CheckTaskAnswers[keyof CheckTaskAnswers]> {
  switch (task.kind) {
    case 'check':
      return overviewOf(yield* auditOf(task.input), task.input.role);
    case 'fix':
      return yield* fixSafelySteps(task.input);
    case 'compare': {
      const { before, after, names } = task.input;
      const left = yield* sideOf(task.input, before);
      const right = yield* sideOf(task.input, after);
      yield;
      return compareTexts(joined(left), joined(right), names);
    }
    case 'roleAccess': {
      const { shown } = overviewOf(yield* auditOf(task.input), task.input.role);
      yield;
      const role = shown && roleIn(task.input, shown);
      if (!role) return [];
      return yield* accessSteps(
        role,
        {},
        task.input.texts.map(({ text }) => new TextLines(text)),
      );
    }
    case 'access':
      return accessTexts(task.input);
    case 'repair': {
      const { texts, roleName, expected } = task.input;
      const { shown } = overviewOf(yield* auditOf(task.input), task.input.role);
      yield;
      return repairRole({
        texts,
        roleName,
        expected,
        ...(shown && (shown.name ?? shown.arn) !== undefined && { role: nameOf(shown) }),
      });
    }
  }
}

/** The latest audit, cached because most checks are about the same texts. */
let newest: { readonly of: string; readonly audit: Audit } | undefined;

function* auditOf({ texts, expected, isEveryRoleShown }: CheckInput): Generator<void, Audit> {
  const of = JSON.stringify([
    texts.map(({ serial, kinds }) => [serial, kinds]),
    expected,
    isEveryRoleShown,
  ]);
  if (newest?.of === of) return newest.audit;
  const scope = { roles: isEveryRoleShown ? ('all' as const) : [] };
  const audit = yield* auditSteps({ texts, expected, scope });
  newest = { of, audit };
  return audit;
}

/** The roles of the latest texts, cached when first needed. */
let read: { readonly of: string; readonly roles: readonly RoleDocuments[] } | undefined;

function roleIn({ texts }: CheckInput, { name, arn }: RoleReport): RoleDocuments | undefined {
  const of = JSON.stringify(texts.map(({ serial, kinds }) => [serial, kinds]));
  if (read?.of !== of) read = { of, roles: readRoles(texts).roles };
  return read.roles.find((role) => (arn === undefined ? role.name === name : role.arn === arn));
}

function* documentsOf(
  input: CheckInput,
  role: string | undefined,
): Generator<void, readonly NamedDocument[]> {
  const audit = yield* auditOf(input);
  const { shown } = overviewOf(audit, role);
  return (shown?.documentList ?? []).map(({ label, text, position }) => ({
    name: label,
    text: `${JSON.stringify(audit.texts[text]?.documents[position]?.value, null, 2)}\n`,
  }));
}

function* sideOf(input: CheckInput, side: CompareSide): Generator<void, readonly NamedDocument[]> {
  return 'documents' in side ? side.documents : yield* documentsOf(input, side.role);
}

const joined = (documents: readonly NamedDocument[]): string =>
  documents.map(({ text }) => text).join('\n');

const nameOf = ({ name, arn }: RoleReport): NonNullable<RepairInput['role']> => ({
  ...(name !== undefined && { name }),
  ...(arn !== undefined && { arn }),
});
