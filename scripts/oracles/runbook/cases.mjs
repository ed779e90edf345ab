// @ts-check
import { load } from '../load.mjs';

export const ACCOUNT = '222233334444';
export const APPLICATION = '0a1b2c3d-5678-90ab-cdef-0123456789ab';

const hostileDescription = `it's "$(id)" \`id\` $HOME %PATH% & | ; \\ caf\u00E9 \u00FF <!-- ' # ' -->`;
const hostileTags = [
  { key: 'cost centre', value: 'a b  c' },
  { key: 'Z\u00FCrich', value: 'x=y@z:/+-._' },
  { key: '@at=key', value: '' },
  { key: 'team', value: 'chat' },
];
const roleNames = [
  '-r+=,.@-_',
  'QBusiness.Role',
  '=a',
  'R',
  '@x,y',
  '.r',
  '+1',
  ',',
  '_',
  '-',
  '0',
];

/**
 * A plan with its files.
 *
 * @typedef {object} Case
 * @property {string} id
 * @property {any} plan
 * @property {ReadonlyMap<string, string>} files contents by path
 */

/**
 * One case for every access mode and caller; every second one has a managed policy. In all but the
 * first, every setting has a value with characters that are special to a shell.
 *
 * @returns {Promise<readonly Case[]>}
 */
export async function loadCases() {
  const { exampleOfEveryKind } = await load('src/qbusiness/examples.ts');
  const makeCase = await caseMaker();
  return exampleOfEveryKind.map((/** @type {any} */ values, /** @type {number} */ index) =>
    makeCase(
      {
        ...values,
        attachment: index % 2 === 0 ? 'inline' : 'managed',
        ...(index > 0 && {
          roleName: roleNames[index - 1] ?? '',
          policyName: `P${roleNames[(index + 2) % roleNames.length]}`,
          path: index % 3 === 0 ? '/' : '/team/a=b,c@d+e.f_g/',
          description: hostileDescription.slice(index % 3),
          tags: index % 4 === 0 ? [] : hostileTags.slice(0, 1 + (index % 4)),
          permissionsBoundary:
            index % 2 === 0 ? '' : `arn:aws:iam::${ACCOUNT}:policy/limits/Boundary`,
          maxSessionDuration: index % 2 === 0 ? '43200' : '',
          networkLimit: ['none', 'vpc-endpoint', 'vpc', 'ip-range'][index % 4],
          vpcEndpoints: [{ value: 'vpce-0a1b2c3d4e5f67890' }],
          vpcs: [{ value: 'vpc-12345678' }],
          ipRanges: [{ value: '203.0.113.0/24' }],
          callers: {
            ...values.callers,
            'other-account': { ...values.callers['other-account'], externalId: '0x1F:=,@/-' },
          },
        }),
      },
      `${values.accessMode === 'web-experience' ? 'web-experience' : values.caller}`,
    ),
  );
}

/** @returns {Promise<(values: any, id: string) => Case>} */
export async function caseMaker() {
  const [{ policiesFolder }, { draftRole }, { planRole }] = await Promise.all(
    ['src/exporters/folder.ts', 'src/qbusiness/draft.ts', 'src/qbusiness/plan.ts'].map(load),
  );
  return (values, id) => {
    // The examples name AWS's sample account in several places.
    const own = JSON.parse(JSON.stringify(values).replaceAll('111122223333', ACCOUNT));
    const draft = draftRole({ ...own, applicationId: APPLICATION });
    if (draft.status !== 'ready') throw new Error(`${id}: ${JSON.stringify(draft.issues)}`);
    return {
      id,
      plan: planRole(draft.template),
      files: new Map(
        policiesFolder(draft.template).map((/** @type {any} */ file) => [file.path, file.contents]),
      ),
    };
  };
}
