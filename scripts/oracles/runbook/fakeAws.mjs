#!/usr/bin/env node
// @ts-check
// Answers as the AWS CLI would for an account that holds at most one role with an inline policy, and
// notes each call with its folder and what it sees of the environment in the file CALLS.
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const calls = join(dirname(process.argv[1] ?? ''), 'calls');
const stored = join(dirname(process.argv[1] ?? ''), 'role.json');
const words = process.argv.slice(2);
const option = (/** @type {string} */ name) => {
  const index = words.findIndex((word) => word === name || word.startsWith(`${name}=`));
  const [, attached] = /^[^=]+=(.*)$/s.exec(words[index] ?? '') ?? [];
  return index < 0 ? undefined : (attached ?? words[index + 1]);
};
const seen = [
  'AWS_CLI_AUTO_PROMPT',
  'AWS_CLI_FILE_ENCODING',
  'AWS_PAGER',
  'PYTHONUTF8',
  'PYTHONIOENCODING',
  'POSIXLY_CORRECT',
].map((name) => `${name}=${process.env[name] ?? '-'}`);
appendFileSync(calls, `${JSON.stringify([process.cwd(), seen, words])}\n`);

const file = (/** @type {string} */ name) =>
  JSON.parse(readFileSync(String(option(name)).replace('file://', ''), 'utf8'));
const role = existsSync(stored) ? JSON.parse(readFileSync(stored, 'utf8')) : undefined;
const missing = () => {
  process.stderr.write('An error occurred (NoSuchEntity)\n');
  process.exit(254);
};
const operation = words.find((word) => /^[a-z]+(?:-[a-z]+)+$/.test(word) && word !== 'us-east-1');
/** As Python prints JSON. @param {string} text */
const inAscii = (text) =>
  text.replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const print = (/** @type {unknown} */ value) =>
  process.stdout.write(`${typeof value === 'string' ? value : inAscii(JSON.stringify(value))}\n`);
switch (operation ?? '') {
  case 'get-caller-identity':
    print('111122223333');
    break;
  case 'create-role':
    writeFileSync(
      stored,
      JSON.stringify({
        Trust: file('--assume-role-policy-document'),
        Settings: {
          Path: '/',
          Description: option('--description'),
          MaxSessionDuration: 3600,
        },
      }),
    );
    break;
  case 'get-role':
    if (!role) missing();
    else print({ Trust: role.Trust, Settings: role.Settings });
    break;
  case 'put-role-policy':
    writeFileSync(stored, JSON.stringify({ ...role, Policy: file('--policy-document') }));
    break;
  case 'get-role-policy':
    if (!role?.Policy) missing();
    else print(role.Policy);
    break;
  case 'delete-role-policy':
    writeFileSync(stored, JSON.stringify({ ...role, Policy: undefined }));
    break;
  case 'delete-role':
    rmSync(stored);
    break;
  case 'get-application':
    print('ANONYMOUS and ACTIVE');
    break;
  default:
    print('');
}
