import { useCallback } from 'react';
import { saveFile } from '@/browser/download';
import { isWindows } from '@/browser/keyboard';
import { useCompleteRole, type CompleteRole } from '@/state/exportRole';
import { showToast } from '@/ui/toast';
import { archiveName } from './archiveName';
import { copyDocument } from './documentActions';
import { showRefusal } from './refusal';

/** Milliseconds after a download within which another click is ignored as part of a double click. */
const sameDownloadMs = 500;

/** The command to run after the download, in the folder of the archive. */
const nextCommand = (name: string): string =>
  isWindows()
    ? `Expand-Archive ${name} . ; ./policies/apply.ps1`
    : `unzip ${name} && sh policies/apply.sh`;

/** The time until which clicks are ignored, in milliseconds since the page was loaded. */
let sameUntil = 0;

/** Returns a function that downloads all files of the present role. */
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
