import { ClipboardRefusal, copyText } from '@/browser/clipboard';
import { saveFile } from '@/browser/download';
import { printPolicy } from '@/exporters/policyDocuments';
import type { RolePlan } from '@/qbusiness/plan';
import { showToast } from '@/ui/toast';

/** Copies a text and reports the result in a toast, for menus without a button that could show it. */
export function copyDocument(subject: string, text: string): void {
  copyText(text).then(
    () => showToast({ message: `${subject} copied` }),
    (error: unknown) => {
      if (!(error instanceof ClipboardRefusal)) throw error;
      showToast({ message: `${subject} not copied: the browser refused access to the clipboard` });
    },
  );
}

export const copyPermissionsPolicy = ({ permissionsPolicy }: RolePlan): void =>
  copyDocument('Permissions policy', printPolicy(permissionsPolicy.document).text);

/** Does nothing for an existing role, which keeps its trust policy. */
export function copyTrustPolicy(plan: RolePlan): void {
  if (plan.target === 'new-role') {
    copyDocument('Trust policy', printPolicy(plan.role.trustPolicy).text);
  }
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Saves one document under its own name. */
export function saveDocument(path: string, text: string): void {
  saveFile(fileName(path), text, 'application/json');
  showToast({ message: `${fileName(path)} downloaded` });
}
