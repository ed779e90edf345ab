/** `too-large`: more than the caller allows. `not-text`: neither UTF-8 nor UTF-16. `unreadable`: gone, locked or a folder. */
export type FileRefusalReason = 'too-large' | 'not-text' | 'unreadable';

export type FileReading =
  | { readonly ok: true; readonly name: string; readonly text: string }
  | { readonly ok: false; readonly name: string; readonly reason: FileRefusalReason };

/** Windows PowerShell 5.1 writes UTF-16 with a byte order mark when output is redirected with `>`. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Reads a chosen or dropped file as text, without its byte order mark. */
export async function readTextFile(file: File, maxBytes: number): Promise<FileReading> {
  const { name } = file;
  if (file.size > maxBytes) return { ok: false, name, reason: 'too-large' };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException) return { ok: false, name, reason: 'unreadable' };
    throw error;
  }
  const text = decode(bytes);
  return text === undefined ? { ok: false, name, reason: 'not-text' } : { ok: true, name, text };
}

/** The files of a drop or a paste; none when it carries only text. */
export function filesOf(transfer: DataTransfer | null): readonly File[] {
  return transfer === null ? [] : [...transfer.files];
}
