import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Rolldown } from 'vite';

/** A file as it is written: its path in the output folder, with `/`, and its bytes. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Buffer;
}

export function bundledFiles(bundle: Rolldown.OutputBundle): readonly OutputFile[] {
  return Object.values(bundle).map((output) => ({
    path: output.fileName,
    bytes: Buffer.from(output.type === 'chunk' ? output.code : output.source),
  }));
}

/** The files that are copied to the output unchanged. */
export function publicFiles(folder: string): readonly OutputFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => ({
      path: file.replaceAll(sep, '/'),
      bytes: readFileSync(join(folder, file)),
    }));
}
