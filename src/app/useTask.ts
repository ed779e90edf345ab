import { useEffect, useState } from 'react';
import type { TaskAnswer, TaskInput, TaskKind } from '@/documents/tasks';
import { runTask } from './runTask';

/** An answer with the question that it belongs to. */
export interface Answered<Kind extends TaskKind, Input extends TaskInput<Kind>> {
  readonly input: Input;
  readonly answer: TaskAnswer<Kind>;
}

/**
 * The newest answer to what is asked; the one before stays until the next is there, so compare its
 * input before acting on it. Keep the object between renders: a new one asks again.
 */
export function useTask<Kind extends TaskKind, Input extends TaskInput<Kind>>(
  kind: Kind,
  input: Input,
): Answered<Kind, Input> | undefined {
  const [answered, setAnswered] = useState<Answered<Kind, Input>>();
  const [failure, setFailure] = useState<{ readonly error: unknown }>();
  useEffect(() => {
    let isWanted = true;
    runTask(kind, input).then(
      (answer) => {
        if (isWanted) setAnswered({ input, answer });
      },
      (error: unknown) => {
        if (isWanted) setFailure({ error });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [kind, input]);
  // For the view's error boundary.
  if (failure) throw failure.error;
  return answered;
}
