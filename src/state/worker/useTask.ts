import { useCallback, useEffect, useRef, useState } from 'react';
import type { TaskAnswer, TaskInput, TaskKind } from './tasks';
import { runTask } from './runTask';
import { TaskFailure } from './taskQueue';

export interface AnsweredTask<Kind extends TaskKind, Input extends TaskInput<Kind>> {
  readonly input: Input;
  readonly answer: TaskAnswer<Kind>;
}

export interface TaskState<Kind extends TaskKind, Input extends TaskInput<Kind>> {
  /** The newest answer, with the question that it belongs to. */
  readonly answered: AnsweredTask<Kind, Input> | undefined;
  /** False while a newer question has no answer: what is answered is outdated then. */
  readonly isCurrent: boolean;
  /** How many steps are done; absent until the first sign of life. */
  readonly progress: number | undefined;
  /** Why there is no answer; absent while one may still come. */
  readonly failure: TaskFailure | 'called off' | undefined;
  readonly retry: () => void;
  readonly cancel: () => void;
}

/** How far one attempt at one question has come. */
interface Attempt<Input> {
  readonly input: Input;
  readonly number: number;
  readonly progress?: number;
  readonly failure?: TaskFailure | 'called off';
}

/**
 * The newest answer to what is asked; the one before stays until the next is there. Keep the object
 * between renders: a new one asks again. Undefined asks nothing.
 */
export function useTask<Kind extends TaskKind, Input extends TaskInput<Kind>>(
  kind: Kind,
  input: Input | undefined,
): TaskState<Kind, Input> {
  const [answered, setAnswered] = useState<AnsweredTask<Kind, Input>>();
  const [attempt, setAttempt] = useState<Attempt<Input>>();
  const [number, setNumber] = useState(0);
  const [fault, setFault] = useState<{ readonly error: unknown }>();
  const callOff = useRef<() => void>(() => {});
  useEffect(() => {
    if (input === undefined) return;
    const controller = new AbortController();
    let isWanted = true;
    callOff.current = () => {
      if (!isWanted) return;
      isWanted = false;
      controller.abort();
      setAttempt({ input, number, failure: 'called off' });
    };
    runTask(kind, input, {
      signal: controller.signal,
      onProgress: (progress) => {
        if (isWanted) setAttempt({ input, number, progress });
      },
    }).then(
      (answer) => {
        if (!isWanted) return;
        isWanted = false;
        setAnswered({ input, answer });
      },
      (error: unknown) => {
        if (!isWanted) return;
        isWanted = false;
        if (error instanceof TaskFailure) setAttempt({ input, number, failure: error });
        else setFault({ error });
      },
    );
    return () => {
      isWanted = false;
      controller.abort();
    };
  }, [kind, input, number]);
  // For the view's error boundary.
  if (fault) throw fault.error;
  const current = attempt?.input === input && attempt?.number === number ? attempt : undefined;
  return {
    answered,
    isCurrent: answered !== undefined && answered.input === input,
    progress: current?.progress,
    failure: current?.failure,
    retry: useCallback(() => setNumber((before) => before + 1), []),
    cancel: useCallback(() => callOff.current(), []),
  };
}
