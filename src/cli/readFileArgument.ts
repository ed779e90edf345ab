import { closeSync, openSync } from 'node:fs';
import { encodingOf } from '../documents/encodingOf';
import { nameInWords } from '../words/names';
import { UsageError, type Terminal } from './command';
import { MAX_INPUT_BYTES, codeOf, readAll } from './streams';

/**
 * The text of the file that an argument names; `-` is standard input, which ends with its first
 * reader.
 *
 * @throws UsageError for what cannot be read, is too large, or is no text.
 */
export function readFileArgument(name: string, { readStandardInput }: Terminal): string {
  const shown = name === '-' ? 'Standard input' : nameInWords(name);
  let bytes: Uint8Array;
  try {
    bytes = name === '-' ? readStandardInput() : readFile(name);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${shown} cannot be read: ${reasonOf(error)}`);
  }
  if (bytes.length > MAX_INPUT_BYTES) {
    throw new UsageError(`${shown} is too large: more than ${MAX_INPUT_BYTES / 1024 / 1024} MiB`);
  }
  return decode(bytes, shown);
}

function readFile(name: string): Uint8Array {
  const descriptor = openSync(name, 'r');
  try {
    return readAll(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Decodes the text, without its byte order mark. */
function decode(bytes: Uint8Array, shown: string): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${shown} is no text in UTF-8 or UTF-16`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EEXIST: 'something else has its name',
  EDQUOT: 'the disk quota is used up',
  EISDIR: 'it is a folder',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'there is no such file',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is no folder',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
  ERR_INVALID_ARG_VALUE: 'the name holds a NUL character',
};

/** The reason of an error as one clause, in plain words for the usual errors. */
export function reasonOf(error: unknown): string {
  const plain = reasons[codeOf(error) ?? ''];
  return plain ?? (error instanceof Error ? error.message : String(error));
}
