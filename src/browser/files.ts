/** `too-large`: more than the caller allows. `not-text`: neither UTF-8 nor UTF-16. `unreadable`: gone, locked or a folder. */
export type FileRefusalReason = 'too-large' | 'not-text' | 'unreadable';

export type FileReading =
  | { readonly ok: true; readonly name: string; readonly text: string }
  | { readonly ok: false; readonly name: string; readonly reason: FileRefusalReason };

/** Bytes that are decoded at once: decoding a file of 40 MB in one piece would block the page. */
const sliceBytes = 2_000_000;

/**
 * Reads a chosen or dropped file as text, without its byte order mark, slice by slice.
 *
 * @param encodingOf the encoding by the first bytes, as a label of `TextDecoder`
 */
export async function readTextFile(
  file: File,
  maxBytes: number,
  encodingOf: (start: Uint8Array) => string,
): Promise<FileReading> {
  const { name } = file;
  if (file.size > maxBytes) return { ok: false, name, reason: 'too-large' };
  const parts: string[] = [];
  let decoder: TextDecoder | undefined;
  try {
    for (let start = 0; start < file.size; start += sliceBytes) {
      const slice = file.slice(start, start + sliceBytes);
      const bytes = new Uint8Array(await slice.arrayBuffer());
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
      const part = decoder.decode(bytes, { stream: true });
      if (part.includes('\0')) return { ok: false, name, reason: 'not-text' };
      parts.push(part);
    }
    parts.push(decoder?.decode() ?? '');
  } catch (error) {
    if (error instanceof DOMException) return { ok: false, name, reason: 'unreadable' };
    if (error instanceof TypeError) return { ok: false, name, reason: 'not-text' };
    throw error;
  }
  return { ok: true, name, text: parts.join('') };
}

/** The files of a drop or a paste; none when it carries only text. */
export function filesOf(transfer: DataTransfer | null): readonly File[] {
  return transfer === null ? [] : [...transfer.files];
}
