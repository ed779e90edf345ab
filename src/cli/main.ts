#!/usr/bin/env node
import { printLines } from './printed';
import { runCli } from './runCli';
import { codeOf, readAll, writeAll } from './streams';

process.exitCode = 2;
try {
  process.exitCode = runCli(process.argv.slice(2), {
    write: writer(1),
    warn: writer(2),
    note: writer(2),
    readStandardInput: () => readAll(0),
    hasColors: process.stdout.isTTY && process.stdout.hasColors(),
  });
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.exitCode = 2;
  tell(
    codeOf(error) === undefined
      ? `This is a fault of the program, please report it: ${reason}\n`
      : `The output cannot be written: ${reason}\n`,
  );
}

/** Returns a function that writes to the stream. A closed pipe is no error: the exit code stays the same. */
function writer(descriptor: number): (text: string) => void {
  let isOpen = true;
  return (text) => {
    if (!isOpen) return;
    try {
      writeAll(descriptor, text);
    } catch (error) {
      if (codeOf(error) !== 'EPIPE') throw error;
      isOpen = false;
    }
  };
}

function tell(text: string): void {
  try {
    writeAll(2, printLines(text));
  } catch {
    // Standard error is closed as well, so the error cannot be reported.
  }
}
