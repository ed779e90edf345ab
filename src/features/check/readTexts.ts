import { readTextFile, type FileRefusalReason } from '@/browser/files';
import { encodingOf } from '@/documents/encodingOf';
import type { AddedText } from '@/state/check/checkSession';
import { showToast } from '@/ui/toast';

/** File extensions and media types for the file chooser. */
export const readableFiles =
  '.json,.txt,.md,.html,.yaml,.yml,.tf,.tfstate,.sh,.ps1,application/json,text/*';

/** Bytes; the roles of an account with thousands of them have 40 MB. */
const maxBytes = 64_000_000;

const refusals: Readonly<Record<FileRefusalReason, string>> = {
  'too-large': 'is larger than 64 MB',
  'not-text': 'is not a text file',
  unreadable: 'cannot be read',
};

/** Reads files as texts; reports files that cannot be read in a toast. */
export async function readTexts(
  files: readonly File[],
  onTexts: (texts: readonly AddedText[]) => void,
): Promise<void> {
  const readings = await Promise.all(files.map((file) => readTextFile(file, maxBytes, encodingOf)));
  const refused = readings.flatMap((reading) =>
    reading.ok ? [] : [`${reading.name} ${refusals[reading.reason]}.`],
  );
  if (refused.length > 0) showToast({ message: refused.join(' ') });
  const texts = readings.flatMap((reading) =>
    reading.ok ? [{ name: reading.name, text: reading.text }] : [],
  );
  if (texts.length > 0) onTexts(texts);
}
