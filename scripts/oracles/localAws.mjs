// @ts-check
import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../freePort.mjs';
import { root } from '../run.mjs';

export const REGION = 'us-east-1';

/**
 * A local AWS account.
 *
 * @typedef {object} LocalAws
 * @property {NodeJS.ProcessEnv} env for the AWS CLI and Terraform
 * @property {(service: string, parameters: Readonly<Record<string, string>>) => Promise<string>} call
 *   a query-protocol call; answers XML
 * @property {() => Promise<void>} reset empties the account
 * @property {() => void} stop
 */

/**
 * @param {string} [account] absent: many accounts, told apart by the credentials of an assumed role
 * @returns {Promise<LocalAws>}
 */
export async function startLocalAws(account) {
  const { child, log } = (moto ??= loadMoto());
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  child.stdin.write(`start ${port} ${account ?? ''}\n`);
  for (let attempt = 0; !(await answers(url)); attempt += 1) {
    if (child.exitCode !== null || attempt > 600) {
      throw new Error(`The local AWS did not start:\n${log()}`);
    }
    await sleep(50);
  }
  return {
    env: {
      ...process.env,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_SESSION_TOKEN: '',
      AWS_PROFILE: undefined,
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_REGION: REGION,
      AWS_DEFAULT_REGION: REGION,
      AWS_ENDPOINT_URL: url,
      AWS_PAGER: '',
    },
    call: (service, parameters) => call(url, service, parameters),
    reset: async () => void (await fetch(`${url}/moto-api/reset`, { method: 'POST' })),
    stop: () => void child.stdin.write(`stop ${port}\n`),
  };
}

/** The process from which every local account is forked. It ends with this process, and does not keep it running. */
function loadMoto() {
  const child = spawn('python3', [join(root, 'scripts/oracles/localAws.py')], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (chunk) => (log = `${log}${chunk}`.slice(-4000)));
  child.on('error', (error) => (log += error.message));
  // A write after it has ended fails; its log says why it ended.
  child.stdin.on('error', () => {});
  child.unref();
  for (const stream of [child.stdin, child.stderr]) {
    if (stream instanceof Socket) stream.unref();
  }
  return { child, log: () => log };
}

/** @type {ReturnType<typeof loadMoto> | undefined} */
let moto;

/** @param {string} url */
async function answers(url) {
  try {
    return (await fetch(`${url}/moto-api/`)).ok;
  } catch {
    return false;
  }
}

/**
 * @param {string} url
 * @param {string} service
 * @param {Readonly<Record<string, string>>} parameters
 */
async function call(url, service, parameters) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/${REGION}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: new URLSearchParams(parameters),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${parameters['Action']}: ${text}`);
  return text;
}
