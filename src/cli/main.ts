#!/usr/bin/env node
import { readFileSync, writeSync } from 'node:fs';
import { runCli } from './runCli';

process.exitCode = runCli(process.argv.slice(2), {
  write: (text) => writeSync(1, text),
  warn: (text) => writeSync(2, text),
  readStandardInput: () => readFileSync(0, 'utf8'),
});
