import { format } from 'node:util';
import { beforeEach } from 'vitest';

/** A message on the console fails the test, as it fails a journey. */
beforeEach(({ onTestFinished }) => {
  const { error, warn } = console;
  const messages: string[] = [];
  const note = (...parts: unknown[]) => void messages.push(format(...parts));
  console.error = note;
  console.warn = note;
  onTestFinished(() => {
    Object.assign(console, { error, warn });
    if (messages.length > 0) throw new Error(`Said on the console: ${messages.join('\n')}`);
  });
});
