import { useDeferredValue, useMemo } from 'react';
import type { RoleTemplate } from '@/qbusiness/request';
import { serialOf } from '../worker/sharedTexts';
import type { TaskState } from '../worker/useTask';
import { useTask } from '../worker/useTask';
import { useCheckSession, type CheckedText } from './checkSession';
import type { CheckInput, RoleInput } from './checkTasks';
import { expectedApplication } from './expectedApplication';

export interface Check {
  readonly state: TaskState<'check', RoleInput>;
  /** The input, for further checks of the same texts. */
  readonly input: CheckInput;
  /** The texts of the latest answer, to which its positions refer. */
  readonly answeredTexts: readonly CheckedText[];
}

/** Audits the texts of the session, with the application of the form as the expected one. */
export function useCheck(template: RoleTemplate): Check {
  const { texts, role, isEveryRoleShown } = useCheckSession();
  const settled = useDeferredValue(template);
  const expected = useMemo(() => expectedApplication(settled), [settled]);
  const input = useMemo(
    (): CheckInput => ({
      texts: texts.map((text) => ({ serial: serialOf(text), text: text.text, kinds: text.kinds })),
      expected,
      isEveryRoleShown,
    }),
    [texts, expected, isEveryRoleShown],
  );
  const question = useMemo((): RoleInput => ({ ...input, role }), [input, role]);
  const state = useTask('check', texts.length === 0 ? undefined : question);
  const bySerial = new Map(texts.map((text) => [serialOf(text), text]));
  const answeredTexts = (state.answered?.input.texts ?? []).map(
    ({ serial, text, kinds }): CheckedText =>
      bySerial.get(serial) ?? { id: -serial, name: '', text, kinds },
  );
  return { state, input, answeredTexts };
}
