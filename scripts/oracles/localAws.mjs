// @ts-check
import { spawn } from 'node:child_process';
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
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn('python3', [join(root, 'scripts/oracles/localAws.py'), '-p', String(port)], {
    env: { ...process.env, MOTO_ACCOUNT_ID: account },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  server.stderr.on('data', (chunk) => (log = `${log}${chunk}`.slice(-4000)));
  const stop = () => server.kill();
  process.on('exit', stop);
  for (let attempt = 0; !(await answers(url)); attempt += 1) {
    if (server.exitCode !== null || attempt > 150) {
      stop();
      throw new Error(`The local AWS did not start:\n${log}`);
    }
    await sleep(200);
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
    stop,
  };
}

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
