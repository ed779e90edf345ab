import { useCallback } from 'react';
import { saveFile } from '@/browser/download';
import { isWindows } from '@/browser/keyboard';
import { useCompleteRole, type CompleteRole } from '@/state/exportRole';
import { showToast } from '@/ui/toast';
import { archiveName } from './archiveName';
import { copyDocument } from './documentActions';
import { showRefusal } from './refusal';

/** A second click within this time after a download began, in milliseconds, is the same download. */
const sameDownloadMs = 1_000;

/** What is run next, in the folder that the archive is in. */
const nextCommand = (name: string): string =>
  isWindows()
    ? `Expand-Archive ${name} . ; ./policies/apply.ps1`
    : `unzip ${name} && sh policies/apply.sh`;

/** Until when a click is another click on the same download, in milliseconds since the page began. */
let sameUntil = 0;

/** Downloads every file of the role as the form holds it at the click. */
export function useDownloadFolder(): () => void {
  const completeRole = useCompleteRole(showRefusal);
  return useCallback(() => {
    const role = completeRole();
    if (role === undefined || performance.now() < sameUntil) return;
    sameUntil = Infinity;
    void download(role).finally(() => {
      sameUntil = performance.now() + sameDownloadMs;
    });
  }, [completeRole]);
}

async function download({ request }: CompleteRole): Promise<void> {
  const name = archiveName(request);
  try {
    const { zipFolder } = await import('./zipFolder');
    const { files, bytes } = zipFolder(request);
    saveFile(name, bytes, 'application/zip');
    const next = nextCommand(name);
    showToast({
      message: `${files} files downloaded. Next: ${next}`,
      action: { label: 'Copy command', onAct: () => copyDocument('Command', next) },
    });
  } catch (error) {
    showToast({ message: 'The file could not be created. Reload the page and try again.' });
    throw error;
  }
}
