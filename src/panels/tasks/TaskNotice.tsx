import LinearProgress from '@mui/material/LinearProgress';
import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import type { TaskState } from '@/state/worker/useTask';
import type { TaskInput, TaskKind } from '@/state/worker/tasks';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { counted } from '@/words/counts';
import { useLasting } from './useLasting';

const Working = styled('div')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(1.5),
  color: theme.vars.palette.text.secondary,
  '& > .MuiLinearProgress-root': { flex: '1 1 auto' },
}));

interface TaskNoticeProps<Kind extends TaskKind> {
  readonly state: Pick<
    TaskState<Kind, TaskInput<Kind>>,
    'answered' | 'isCurrent' | 'progress' | 'failure' | 'retry' | 'cancel'
  >;
  /** What the task does, such as “Checking”. */
  readonly doing: string;
  /** Further actions beside “Try again”. */
  readonly actions?: ReactNode;
}

/** The progress of a task, or why it failed; nothing if the answer is current. */
export function TaskNotice<Kind extends TaskKind>({
  state,
  doing,
  actions,
}: TaskNoticeProps<Kind>) {
  const { answered, isCurrent, progress, failure, retry, cancel } = state;
  const isLate = useLasting(!isCurrent && failure === undefined);
  if (failure !== undefined) {
    return (
      <Notice
        tone="warning"
        title={`${doing} ${endOf(failure)}`}
        live
        actions={
          <>
            <Button onClick={retry}>Try again</Button>
            {actions}
          </>
        }
      >
        {failure !== 'cancelled' && failure.reason === 'failed' && <p>{failure.message}</p>}
        {answered !== undefined && 'What is shown is of an earlier version.'}
      </Notice>
    );
  }
  if (!isLate) return null;
  return (
    <Working role="status">
      <span>
        {doing} …{progress !== undefined && ` ${counted(progress, 'step')}`}
      </span>
      <LinearProgress aria-label={doing} />
      <Button look="quiet" onClick={cancel}>
        Stop
      </Button>
    </Working>
  );
}

function endOf(failure: NonNullable<TaskState<TaskKind, TaskInput<TaskKind>>['failure']>): string {
  if (failure === 'cancelled') return 'was stopped';
  return failure.reason === 'failed' ? 'failed' : 'took too long and was stopped';
}
