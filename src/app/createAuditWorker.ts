import workerUrl from './auditWorker?worker&url';
import { trustedScriptUrl } from '@/browser/trustedScriptUrl';

const toAuditWorker = trustedScriptUrl('audit-worker', workerUrl);

/** The worker that audits, from this origin; the single-file build carries it in a `data:` address. */
export const createAuditWorker = (): Worker => new Worker(toAuditWorker(), { type: 'module' });
