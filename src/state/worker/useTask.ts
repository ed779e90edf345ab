import { useCallback, useEffect, useRef, useState } from 'react';
import type { TaskAnswer, TaskInput, TaskKind } from './tasks';
import { runTask } from './runTask';
import { TaskFailure } from './taskQueue';

export interface AnsweredTask<Kind extends TaskKind, Input extends TaskInput<Kind>> {
  readonly input: Input;
  readonly answer: TaskAnswer<Kind>;
}

export interface TaskState<Kind extends TaskKind, Input extends TaskInput<Kind>> {
  /** The latest answer, with its input. */
  readonly answered: AnsweredTask<Kind, Input> | undefined;
  /** False if the latest answer belongs to a former input. */
  readonly isCurrent: boolean;
  /** The number of steps done; absent until the first message of the worker. */
  readonly progress: number | undefined;
  /** Why there is no answer; absent as long as one may still come. */
  readonly failure: TaskFailure | 'cancelled' | undefined;
  readonly retry: () => void;
  readonly cancel: () => void;
}

/** The state of one attempt to run a task. */
interface Attempt<Input> {
  readonly input: Input;
  readonly number: number;
  readonly progress?: number;
  readonly failure?: TaskFailure | 'cancelled';
}

/**
 * Runs a task for the input and returns the latest answer; the former one stays until the next arrives.
 * The input must be the same object between renders, because a new one runs the task again. Undefined
 * runs nothing.
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
      setAttempt({ input, number, failure: 'cancelled' });
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
