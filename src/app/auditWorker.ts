import { taskSteps, type AuditTask } from '@/documents/tasks';

export interface WorkerRequest {
  readonly id: number;
  readonly task: AuditTask;
}

export interface WorkerAnswer {
  readonly id: number;
  readonly answer: ReturnType<typeof finish>;
}

function finish(task: AuditTask) {
  const steps = taskSteps(task);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  postMessage({ id: data.id, answer: finish(data.task) } satisfies WorkerAnswer);
});
