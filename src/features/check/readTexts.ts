import { readTextFile, type FileRefusalReason } from '@/browser/files';
import { encodingOf } from '@/documents/encodingOf';
import { cutText, showInLine } from '@/iam/unseenCharacters';
import type { AddedText } from '@/state/check/checkSession';
import { showToast } from '@/ui/toast';
import { counted, firstOf, showNumber } from '@/words/counts';

/** File extensions and media types for the file chooser. */
export const readableFiles =
  '.json,.txt,.md,.html,.yaml,.yml,.tf,.tfstate,.sh,.ps1,application/json,text/*';

/** Bytes; the roles of an account with thousands of them have 40 MB. */
const maxBytes = 64_000_000;

/** Each becomes a tab over the editor. */
const mostFiles = 500;

/** Refused files that are named. */
const mostNamed = 3;

const refusals: Readonly<Record<FileRefusalReason, string>> = {
  'too-large': `is larger than ${maxBytes / 1_000_000} MB`,
  'not-text': 'is not a text file',
  unreadable: 'cannot be read',
};

/** Reads files as texts; reports files that cannot be read in a toast. */
export async function readTexts(
  files: readonly File[],
  onTexts: (texts: readonly AddedText[]) => void,
): Promise<void> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length > 1 && (files.length > mostFiles || bytes > maxBytes)) {
    showToast({
      message: `These are ${counted(files.length, 'file')} with ${showNumber(Math.ceil(bytes / 1_000_000))} MB. Open at most ${mostFiles} with ${maxBytes / 1_000_000} MB at once.`,
    });
    return;
  }
  const readings = await Promise.all(files.map((file) => readTextFile(file, maxBytes, encodingOf)));
  const refused = readings.flatMap((reading) =>
    reading.ok ? [] : [`${cutText(showInLine(reading.name), 60)} ${refusals[reading.reason]}.`],
  );
  if (refused.length > 0) {
    const { shown, more } = firstOf(refused, mostNamed);
    showToast({ message: [...shown, ...(more === undefined ? [] : [`And ${more}.`])].join(' ') });
  }
  const texts = readings.flatMap((reading) =>
    reading.ok ? [{ name: reading.name, text: reading.text }] : [],
  );
  if (texts.length > 0) onTexts(texts);
}

/** Hands over what was pasted, unless it is longer than any file may be. */
export function addPasted(text: string, onTexts: (texts: readonly AddedText[]) => void): void {
  if (text.length <= maxBytes) onTexts([{ name: '', text }]);
  else showToast({ message: `The paste ${refusals['too-large']}` });
}
