// @ts-check
import { createServer } from 'node:http';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { startLocalAws } from '../localAws.mjs';

/**
 * A local AWS account for the AWS CLI: moto behind a gateway that answers for the services that
 * moto lacks, records the calls that change something, and on request fails calls or leaves them unanswered.
 *
 * @typedef {object} Account
 * @property {Behaviour} behaviour
 * @property {(action: string, parameters?: Readonly<Record<string, string>>) => Promise<string>} iam
 *   calls moto's IAM directly; answers XML
 * @property {() => Promise<void>} reset empties the account and forgets the behaviour
 * @property {(cli: string, folder: string) => NodeJS.ProcessEnv} environment in which `aws` is the
 *   given program and talks to this account
 * @property {() => void} stop
 */

/**
 * @typedef {object} Behaviour
 * @property {string[]} changes the operations of IAM that changed something, in order
 * @property {string} application what get-application answers: `ANONYMOUS ACTIVE`
 * @property {string[]} findings of Access Analyzer, `TYPE CODE`
 * @property {string[]} validated the types of the documents that Access Analyzer was given
 * @property {boolean} hasServices false: only IAM and STS answer
 * @property {{ action: string, code: string, times: number }[]} failures
 * @property {Set<string> | undefined} failEachOnce the changes that have been refused: each is, once
 * @property {number} silentBefore the number of the change, from 1, before which `onSilence` is called
 * @property {() => void} onSilence
 */

/** @returns {Behaviour} */
const calm = () => ({
  changes: [],
  application: 'ANONYMOUS ACTIVE',
  findings: [],
  validated: [],
  hasServices: true,
  failures: [],
  failEachOnce: undefined,
  silentBefore: Number.POSITIVE_INFINITY,
  onSilence: () => {},
});

const changing = /^(?:Create|Put|Update|Delete|Attach|Detach|Tag|Untag|Add|Remove|Set)/;

/** @param {string} id @returns {Promise<Account>} */
export async function startAccount(id) {
  const moto = await startLocalAws(id);
  const behaviour = calm();
  const motoUrl = String(moto.env['AWS_ENDPOINT_URL']);
  const server = createServer((request, response) => {
    /** @type {Buffer[]} */
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      void answer(request, Buffer.concat(chunks), response, behaviour, motoUrl).catch((error) => {
        response.writeHead(500).end(String(error));
      });
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  return {
    behaviour,
    iam: (action, parameters = {}) =>
      moto.call('iam', { Action: action, Version: '2010-05-08', ...parameters }),
    reset: async () => {
      await moto.reset();
      Object.assign(behaviour, calm());
    },
    environment: (cli, folder) => {
      const bin = join(folder, 'bin');
      mkdirSync(bin, { recursive: true });
      // Not every version of the CLI reads AWS_ENDPOINT_URL.
      writeFileSync(
        join(bin, 'aws'),
        `#!/bin/sh\nexec '${cli.replaceAll("'", String.raw`'\''`)}' --endpoint-url ${url} "$@"\n`,
      );
      chmodSync(join(bin, 'aws'), 0o755);
      // There is no Kubernetes cluster: this kubectl accepts every command and does nothing.
      writeFileSync(join(bin, 'kubectl'), '#!/bin/sh\n');
      chmodSync(join(bin, 'kubectl'), 0o755);
      return {
        ...moto.env,
        AWS_ENDPOINT_URL: undefined,
        AWS_MAX_ATTEMPTS: '1',
        PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
        TMPDIR: folder,
      };
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
      moto.stop();
    },
  };
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {Buffer} body
 * @param {import('node:http').ServerResponse} response
 * @param {Behaviour} behaviour
 * @param {string} motoUrl
 */
async function answer(request, body, response, behaviour, motoUrl) {
  const scope = /Credential=[^/]+\/\d+\/[^/]*\/([^/]+)\//.exec(request.headers.authorization ?? '');
  const service = scope?.[1] ?? '';
  const json = (/** @type {number} */ status, /** @type {object} */ value) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  if (service === 'iam' || service === 'sts') {
    const form = new URLSearchParams(body.toString('utf8'));
    const action = form.get('Action') ?? '';
    if (changing.test(action)) {
      if (behaviour.changes.length + 1 >= behaviour.silentBefore) {
        behaviour.onSilence();
        request.socket.destroy();
        return;
      }
    }
    const isRefused =
      behaviour.failEachOnce !== undefined &&
      changing.test(action) &&
      !behaviour.failEachOnce.has(action);
    if (isRefused) behaviour.failEachOnce?.add(action);
    const failure = isRefused
      ? { code: 'AccessDenied', times: 1 }
      : behaviour.failures.find((one) => one.action === action && one.times > 0);
    if (failure) {
      failure.times -= 1;
      response
        .writeHead(failure.code === 'AccessDenied' ? 403 : 404, { 'content-type': 'text/xml' })
        .end(
          `<ErrorResponse><Error><Type>Sender</Type><Code>${failure.code}</Code><Message>as told</Message></Error><RequestId>1</RequestId></ErrorResponse>`,
        );
      return;
    }
    if (action === 'SimulateCustomPolicy') {
      if (!behaviour.hasServices) return json(403, { message: 'no service' });
      response.writeHead(200, { 'content-type': 'text/xml' }).end(simulate(form));
      return;
    }
    const forwarded = await fetch(motoUrl, {
      method: 'POST',
      headers: {
        authorization: String(request.headers.authorization),
        'content-type': String(request.headers['content-type']),
      },
      body: new Uint8Array(body),
    });
    const text = await forwarded.text();
    if (changing.test(action) && forwarded.ok) behaviour.changes.push(action);
    response.writeHead(forwarded.status, { 'content-type': 'text/xml' }).end(text);
    return;
  }
  if (!behaviour.hasServices) {
    response.writeHead(403, { 'x-amzn-errortype': 'AccessDeniedException' });
    response.end(JSON.stringify({ message: 'not authorized to do this' }));
    return;
  }
  if (service === 'access-analyzer') {
    const {
      policyType,
      validatePolicyResourceType = '',
      policyDocument,
    } = JSON.parse(body.toString());
    JSON.parse(policyDocument);
    behaviour.validated.push(`${policyType} ${validatePolicyResourceType}`.trim());
    return json(200, {
      findings: behaviour.findings.map((finding) => {
        const [findingType, issueCode] = finding.split(' ');
        return { findingType, issueCode, findingDetails: '', learnMoreLink: '', locations: [] };
      }),
    });
  }
  if (service === 'qbusiness' && /^\/applications\/[^/]+$/.test(request.url ?? '')) {
    const [identityType, status] = behaviour.application.split(' ');
    return json(200, { applicationId: request.url?.split('/')[2], identityType, status });
  }
  if (service === 'ec2') {
    response.writeHead(200, { 'content-type': 'text/xml' }).end('<Response/>');
    return;
  }
  return json(200, {});
}

/** @param {URLSearchParams} form one policy, which must be the text of a document */
function simulate(form) {
  if (form.has('PolicyInputList.member.2')) throw new Error('The policy was taken apart.');
  const [statement] = JSON.parse(form.get('PolicyInputList.member.1') ?? '').Statement;
  const results = [...form]
    .filter(([name]) => name.startsWith('ActionNames.member.'))
    .map(([, action]) => {
      const decision = [statement.Action].flat().includes(action) ? 'allowed' : 'implicitDeny';
      return `<member><EvalActionName>${action}</EvalActionName><EvalDecision>${decision}</EvalDecision></member>`;
    });
  return `<SimulateCustomPolicyResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><SimulateCustomPolicyResult><IsTruncated>false</IsTruncated><EvaluationResults>${results.join('')}</EvaluationResults></SimulateCustomPolicyResult></SimulateCustomPolicyResponse>`;
}
