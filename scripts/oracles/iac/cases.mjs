// @ts-check
import { isDeep } from '../../deep.mjs';
import { load } from '../load.mjs';

export const ACCOUNT = '111122223333';
export const OTHER_ACCOUNT = '444455556666';

/**
 * One plan and everything that is exported of it.
 *
 * @typedef {object} Case
 * @property {string} id letters, digits and hyphens
 * @property {string} title
 * @property {any} plan
 * @property {ReadonlyMap<string, string>} files contents by path
 * @property {string} script the commands that make the role, for sh
 * @property {string} companionScript the commands that attach the companion policies, for sh
 */

/** Texts that YAML, HCL, a shell or TypeScript could take for something else. */
const descriptions = [
  'Costs ${5} and %{5}, $${x} %%{y} ${aws:username} &{aws:username}',
  `"double" and 'single' \\ back\\slash \\n \\u0041 \`tick\``,
  'yes',
  'null',
  '0123',
  '~',
  '# no comment: key: value, [list] {map} *alias &anchor !tag | > @ %',
  '1_000.5e3',
  '2026-01-01',
  '-dash first',
  'Ünïcödé ÿ ¡÷×ß',
  '<<',
  '{{x}} {"Ref": "AWS::AccountId"} !Ref AWS::AccountId',
  '$(id) `id` $HOME %PATH% !event; & | < > * ?',
];

const roleNames = [
  'null',
  'yes',
  '0123',
  '1e3',
  '0x1F',
  '=eq,plus+at@dot.under_',
  '-dash',
  'No',
  '12_3',
  '.inf',
];

const tags = [
  [
    { key: 'yes', value: 'no' },
    { key: 'null', value: '' },
    { key: '007', value: '0123' },
    { key: '1e3', value: '1_000' },
  ],
  [
    { key: 'a:b', value: 'c=d' },
    { key: 'Zürich', value: 'Ünïcödé ÿ' },
    { key: '@at', value: '+1-2/3_4.5' },
    { key: 'with space', value: 'true' },
  ],
  [
    { key: 'on', value: '-1' },
    { key: '2026-01-01', value: '12:30:45' },
    { key: 'x', value: '.5' },
  ],
];

/** @type {Readonly<Record<string, Readonly<Record<string, string>>>>} */
const hostileCallers = {
  lambda: { functionName: '007' },
  'eks-pod-identity': { clusterName: '0123', namespace: 'null', serviceAccount: 'yes' },
  'eks-irsa': { namespace: '1e3', serviceAccount: 'no' },
  'same-account': { principalArn: `arn:aws:iam::${ACCOUNT}:role/a&{b}/%7B$x/0123` },
  'other-account': {
    principalArn: `arn:aws:iam::${OTHER_ACCOUNT}:role/null`,
    externalId: '0x1F:1_000=yes,@/-',
  },
  'roles-anywhere': { commonName: 'CN=yes: no@x' },
  'github-actions': { organization: '007', repository: '1e3', refName: 'a#b/@1+2=3,yes' },
};

const others = [
  '00000000-0000-0000-0000-000000000000',
  '1e3-yes-null-abcdefghijklmnopqrstuvw'.padEnd(36, '0'),
];

/** Cases whose commands at the top of the template are run, and whose roles the tools take over. */
const needed =
  /^(?:(?:web|lambda)-\w+-full|same-account-managed-plain|existing-role-inline-plain)$/;

/**
 * Every mode × caller × attachment, each plain and with everything that can be set. The quick run alternates
 * between the two where representatives are enough.
 */
export async function loadCases() {
  const [
    { exporters },
    { planRole },
    { draftRole },
    { exampleOfEveryKind },
    { roleCommands },
    { printCommand },
    { companionSteps },
  ] = await Promise.all(
    [
      'src/exporters/index.ts',
      'src/qbusiness/plan.ts',
      'src/qbusiness/draft.ts',
      'src/qbusiness/examples.ts',
      'src/exporters/roleCommands.ts',
      'src/exporters/commands.ts',
      'src/exporters/companionSteps.ts',
    ].map(load),
  );
  const printAll = (/** @type {readonly any[]} */ steps) =>
    steps.flatMap(({ command }) => (command ? [printCommand('sh', command)] : [])).join('\n');
  /** @type {Case[]} */
  const cases = [];
  let full = 0;
  for (const [index, example] of exampleOfEveryKind.entries()) {
    for (const attachment of ['inline', 'managed']) {
      for (const options of ['plain', 'full']) {
        const number = cases.length;
        const kind = example.accessMode === 'web-experience' ? 'web' : example.caller;
        const id = `${kind}-${attachment}-${options}`;
        const hasTurn = (index % 2 === 0) === ((attachment === 'inline') === (options === 'full'));
        if (!isDeep && !hasTurn && !needed.test(id)) continue;
        const values = {
          ...example,
          accountId: ACCOUNT,
          applicationId: `${String(number).padStart(8, '0')}-5678-90ab-cdef-000000000000`,
          attachment,
          callers: {
            ...example.callers,
            'existing-role': { roleName: existingRole(number) },
          },
          ...(options === 'full' && fullOptions(full++, number, example)),
        };
        const draft = draftRole(values);
        if (draft.status !== 'ready') {
          throw new Error(`${id} is not ready: ${JSON.stringify(draft.issues)}`);
        }
        const plan = planRole(draft.template);
        cases.push({
          id,
          title: `${kind}, ${attachment}, ${options}`,
          plan,
          files: new Map(
            exporters.flatMap((/** @type {any} */ exporter) =>
              exporter
                .render(plan)
                .map((/** @type {any} */ artifact) => [artifact.path, artifact.contents]),
            ),
          ),
          script: printAll(roleCommands(plan)),
          companionScript: printAll(
            plan.companions.flatMap((/** @type {any} */ companion) =>
              companionSteps(plan, companion),
            ),
          ),
        });
      }
    }
  }
  return cases;
}

/** @param {number} number */
const existingRole = (number) => `0${number}`;

/**
 * @param {number} turn
 * @param {number} number
 * @param {any} example
 */
function fullOptions(turn, number, example) {
  const { caller } = example;
  return {
    otherApplications: others.map((value) => ({ value })),
    roleName: roleNames[turn] ?? '',
    policyName: `${roleNames[(turn + 3) % roleNames.length]}.${number}`,
    path: turn % 2 === 0 ? '/null/0123/' : '/a=b,c@d+e.f_g/',
    description: descriptions[turn % descriptions.length],
    tags: tags[turn % tags.length],
    permissionsBoundary: `arn:aws:iam::${ACCOUNT}:policy/yes/0123`,
    maxSessionDuration: '43200',
    origins: [{ value: 'https://www.example.com' }, { value: 'http://0123:8080' }],
    includeWebExperience: true,
    networkLimit: ['vpc-endpoint', 'vpc', 'ip-range'][turn % 3],
    vpcEndpoints: [{ value: 'vpce-0a1b2c3d4e5f67890' }, { value: 'vpce-12345678' }],
    vpcs: [{ value: 'vpc-12345678' }],
    ipRanges: [{ value: '203.0.113.0/24' }, { value: '198.51.100.7/32' }],
    callers: {
      ...example.callers,
      [caller]: { ...example.callers[caller], ...hostileCallers[caller] },
      'existing-role': { roleName: existingRole(number) },
    },
  };
}
