import { trustedScriptUrl } from '@/browser/trustedScriptUrl';
import workerUrl from './taskWorker?worker&url';

const toTaskWorker = trustedScriptUrl('task-worker', workerUrl);

/** The worker that reads and checks, from this origin; the single-file build carries it in a `data:` address. */
export const createTaskWorker = (): Worker => new Worker(toTaskWorker(), { type: 'module' });
