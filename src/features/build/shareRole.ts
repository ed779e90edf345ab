import { canShare, share } from '@/browser/share';
import { printPolicy } from '@/exporters/policyDocuments';
import type { CompleteRole } from '@/state/exportRole';
import { showToast } from '@/ui/toast';
import { archiveName } from './archiveName';

/** Shares the role with another app: the archive if the browser can share it, else both documents as text. */
export async function shareRole({ plan, request }: CompleteRole): Promise<void> {
  const { zipFolder } = await import('./zipFolder');
  const name = archiveName(request);
  const files = [new File([zipFolder(request).bytes], name, { type: 'application/zip' })];
  try {
    await share(canShare({ files }) ? { files } : { title: name, text: documentsOf(plan) });
  } catch {
    showToast({ message: 'The browser shared nothing. Download the folder instead.' });
  }
}

const documentsOf = (plan: CompleteRole['plan']): string =>
  [plan.permissionsPolicy.document, ...(plan.target === 'new-role' ? [plan.role.trustPolicy] : [])]
    .map((document) => printPolicy(document).text)
    .join('\n');
