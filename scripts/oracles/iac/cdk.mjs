// @ts-check
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npm, root } from '../../run.mjs';
import { execute } from '../execute.mjs';
import { writeFiles } from '../harness.mjs';

const folder = join(root, 'scripts/oracles/iac/cdk');
const CONSTRUCT = 'policies/cdk/qbusinessAnonymousAccess.ts';

/** aws-cdk-lib is large, so only this check installs it. */
export async function installCdk() {
  const installed = join(folder, 'node_modules/aws-cdk-lib/package.json');
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const isCurrent =
    existsSync(installed) &&
    JSON.parse(readFileSync(installed, 'utf8')).version === dependencies['aws-cdk-lib'];
  return (
    isCurrent ||
    (await npm(['ci', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts'], {
      quiet: true,
    })) === 0
  );
}

const synthesise = `const cdk = require('aws-cdk-lib');
const { writeFileSync } = require('node:fs');
const { cases, otherAccount, region } = require('./cases.json');
const answers = {};
for (const id of cases) {
  const { QBusinessAnonymousAccess } = require(\`./\${id}/construct\`);
  const stackOf = (env) => {
    const app = new cdk.App({ analyticsReporting: false, context: { 'aws:cdk:disable-stack-trace': true } });
    const synthesizer = new cdk.DefaultStackSynthesizer({ generateBootstrapVersionRule: false });
    const stack = new cdk.Stack(app, 'Stack', { synthesizer, ...(env && { env }) });
    new QBusinessAnonymousAccess(stack, 'QBusiness');
    return app.synth().getStackByName('Stack').template;
  };
  let refusal = '';
  try {
    stackOf({ account: otherAccount, region });
  } catch (error) {
    refusal = error.message;
  }
  answers[id] = { template: stackOf(undefined), refusal };
}
writeFileSync('answers.json', JSON.stringify(answers));
`;

/**
 * @typedef {{ readonly template: any, readonly refusal: string }} Synthesis
 *   the template, and why a stack of another account was refused
 */

/**
 * Compiles every construct under `strict` and synthesises it.
 *
 * @param {readonly import('./cases.mjs').Case[]} cases
 * @param {string} otherAccount
 * @param {string} region
 * @returns {Promise<{ readonly error: string } | { readonly error?: undefined, readonly syntheses: ReadonlyMap<string, Synthesis> }>}
 */
export async function synthesiseAll(cases, otherAccount, region) {
  const work = mkdtempSync(join(tmpdir(), 'iac-cdk-'));
  try {
    symlinkSync(join(folder, 'node_modules'), join(work, 'node_modules'), 'junction');
    writeFiles(
      work,
      Object.entries({
        'package.json': '{ "type": "commonjs" }',
        'tsconfig.json': JSON.stringify({
          compilerOptions: {
            target: 'ES2022',
            module: 'node16',
            strict: true,
            noUnusedLocals: true,
            noUnusedParameters: true,
            noUncheckedIndexedAccess: true,
            exactOptionalPropertyTypes: true,
            skipLibCheck: true,
            types: [],
          },
          include: ['*/construct.ts'],
        }),
        'cases.json': JSON.stringify({ cases: cases.map(({ id }) => id), otherAccount, region }),
        'synthesise.js': synthesise,
        ...Object.fromEntries(
          cases.map(({ id, files }) => [`${id}/construct.ts`, files.get(CONSTRUCT) ?? '']),
        ),
      }),
    );
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const compiled = await execute(process.execPath, [compiler, '-p', work], { cwd: work });
    if (compiled.code !== 0) return { error: compiled.stdout + compiled.stderr };
    const run = await execute(process.execPath, ['synthesise.js'], { cwd: work });
    if (run.code !== 0) return { error: run.stderr };
    const answers = JSON.parse(readFileSync(join(work, 'answers.json'), 'utf8'));
    return { syntheses: new Map(Object.entries(answers)) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
