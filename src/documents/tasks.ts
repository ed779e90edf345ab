import { accessTexts, type AccessInput, type AccessReports } from './accessTexts';
import { auditSteps, type Audit, type AuditInput } from './auditTexts';
import { compareTexts, type ComparedTexts, type SideNames } from './compareTexts';
import type { ReadInput } from './roles';
import { fixSafelySteps } from './fixSafely';

export interface CompareInput {
  readonly before: string;
  readonly after: string;
  readonly names: SideNames;
}

interface TaskInputs {
  readonly audit: AuditInput;
  readonly fix: ReadInput;
  readonly compare: CompareInput;
  readonly access: AccessInput;
}

interface TaskAnswers {
  readonly audit: Audit;
  readonly fix: string;
  readonly compare: ComparedTexts;
  readonly access: AccessReports;
}

export type TaskKind = keyof TaskInputs;
export type TaskInput<Kind extends TaskKind> = TaskInputs[Kind];
export type TaskAnswer<Kind extends TaskKind> = TaskAnswers[Kind];

/** What is asked of pasted texts. Everything is plain data, so that a worker can do it. */
export type AuditTask = {
  readonly [Kind in TaskKind]: { readonly kind: Kind; readonly input: TaskInputs[Kind] };
}[TaskKind];

/** Does a task, with pauses for whoever has to answer in between. */
export function* taskSteps(task: AuditTask): Generator<void, TaskAnswers[TaskKind]> {
  switch (task.kind) {
    case 'audit':
      return yield* auditSteps(task.input);
    case 'fix':
      return yield* fixSafelySteps(task.input);
    case 'compare':
      return compareTexts(task.input.before, task.input.after, task.input.names);
    case 'access':
      return accessTexts(task.input);
  }
}
