import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { SavedFile } from './Driver';

const longestWaitMs = 15_000;

/** Waits for a new file in the folder that has stopped growing; browsers write under other names first. */
export async function nextFileIn(folder: string, act: () => Promise<void>): Promise<SavedFile> {
  const before = new Set(await readdir(folder));
  await act();
  const end = Date.now() + longestWaitMs;
  let lastSize = 0;
  while (Date.now() < end) {
    const name = (await readdir(folder)).find(
      (file) => !before.has(file) && !/\.(part|wkdownload|crdownload)$/.test(file),
    );
    if (name !== undefined) {
      const { size } = await stat(join(folder, name));
      if (size > 0 && size === lastSize) {
        return { name, bytes: new Uint8Array(await readFile(join(folder, name))) };
      }
      lastSize = size;
    }
    await wait(100);
  }
  throw new Error(`No file arrived in ${folder}`);
}
