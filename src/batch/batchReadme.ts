import type { Artifact } from '../exporters/artifact';
import { fingerprint } from '../exporters/fingerprint';
import { permissionsPolicyPath, printPolicy, trustPolicyPath } from '../exporters/policyDocuments';
import { policySize } from '../iam/quotas';
import { callerOf } from '../qbusiness/callers';
import type { RolePlan } from '../qbusiness/plan';
import {
  bulletList,
  code,
  codeBlock,
  heading,
  numberedList,
  paragraph,
  printMarkdown,
  table,
  type Content,
  type MarkdownBlock,
} from '../syntax/markdown';
import { counted } from '../words/counts';
import { plansWithFolders, type AccountPlans } from './accounts';
import type { BatchPrinter } from './batchPrinter';
import type { AccountNote } from './judgeRows';

/** What the folder is, how it is used, and what to know before. */
export function batchReadme(
  accounts: readonly AccountPlans[],
  notes: readonly AccountNote[],
): Artifact {
  const roles = accounts.reduce((sum, { plans }) => sum + plans.length, 0);
  const hasWebExperience = accounts.some(({ plans }) =>
    plans.some(
      ({ template }) => template.accessMode === 'web-experience' && template.includeWebExperience,
    ),
  );
  const stackSets = accounts.length > 1;
  const [first] = accounts;
  const blocks: readonly MarkdownBlock[] = [
    heading(1, 'Roles for anonymous access to Amazon Q Business'),
    paragraph(
      `${counted(roles, 'role')} in ${counted(accounts.length, 'account')}. A folder an account, and in it a folder an application with the documents and scripts of its role.`,
    ),
    table(
      ['Account', 'Roles'],
      accounts.map(({ accountId, plans }) => [code(accountId), String(plans.length)]),
    ),
    ...(notes.length === 0
      ? []
      : [
          heading(2, 'Before you start'),
          bulletList(notes.map(({ accountId, message }) => [code(accountId), `: ${message}`])),
        ]),
    heading(2, 'Choose one way'),
    numberedList([
      {
        blocks: [
          paragraph(
            'Scripts. With credentials of one account at a time; each role is created only where nothing else has its name:',
          ),
          codeBlock('sh', 'sh apply-all.sh --dry-run\nsh apply-all.sh\nsh verify-all.sh'),
        ],
      },
      {
        blocks: [
          paragraph('Terraform, a state an account:'),
          codeBlock(
            'sh',
            `cd ${first?.accountId ?? ''}/terraform\nterraform init\nterraform apply`,
          ),
        ],
      },
      'CloudFormation, a stack an account: the command stands at the top of each template.',
      ...(stackSets
        ? [
            {
              blocks: [
                paragraph('CloudFormation StackSets, all accounts at once:'),
                codeBlock('sh', 'sh stack-sets/deploy.sh'),
              ],
            },
          ]
        : []),
    ]),
    heading(2, 'Good to know'),
    bulletList([
      'Each account has a change record with a line for approval.',
      'A role that leaves the Terraform map or a template is not deleted by itself: it may be in use.',
      ...(hasWebExperience
        ? [
            'Web experiences are not created here: a stack has one Region. Create each with its own form, once its role exists.',
          ]
        : []),
    ]),
  ];
  return { path: 'README.md', language: 'markdown', contents: printMarkdown(blocks) };
}

const roleHead = ['Role', 'Application', 'Who can assume it', 'Permissions policy'] as const;
const documentHead = ['File', 'Size as IAM counts it', 'SHA-256'] as const;

/** What the change records of all accounts have in common. */
interface RecordFrame {
  /** From below the title to the head of the table of roles. */
  readonly beforeRoles: string;
  /** To the head of the table of documents. */
  readonly beforeDocuments: string;
  readonly end: string;
}

const printRecordFrame = (): RecordFrame => ({
  beforeRoles: printMarkdown([
    table(
      ['Change', 'Entry'],
      ['Change number', 'Reason', 'Prepared by', 'Planned for'].map((entry) => [entry, '']),
    ),
    heading(2, 'Roles'),
    table(roleHead, []),
  ]),
  beforeDocuments: printMarkdown([heading(2, 'Documents'), table(documentHead, [])]),
  end: printMarkdown([
    heading(2, 'Approval'),
    table(
      ['Step', 'Name', 'Date', 'Signature'],
      ['Reviewed', 'Approved', 'Done', 'Verified'].map((step) => [step, '', '', '']),
    ),
  ]),
});

/** The change record of each account: its roles, their documents, and room for approval. */
export function accountChangeRecords(printer: BatchPrinter): (account: AccountPlans) => Artifact {
  const { beforeRoles, beforeDocuments, end } = printRecordFrame();
  return (account) => {
    const rows = plansWithFolders(account);
    return {
      path: `${account.accountId}/change-record.md`,
      language: 'markdown',
      contents: [
        printMarkdown([heading(1, ['Change record: account ', code(account.accountId)])]),
        `\n${beforeRoles}`,
        ...rows.map(([, plan]) => printer.text(plan, 'row of the change record', roleRow)),
        `\n${beforeDocuments}`,
        ...rows.map(([folder, plan]) => documentRows(folder, plan, printer)),
        `\n${end}`,
      ].join(''),
    };
  };
}

/** Rows of a table as they stand below its head. */
function printRows(head: readonly Content[], rows: readonly (readonly Content[])[]): string {
  return printMarkdown([table(head, rows)]).slice(printMarkdown([table(head, [])]).length);
}

const roleRow = (plan: RolePlan): string =>
  printRows(roleHead, [
    [
      code(plan.roleName),
      code(plan.applicationArns.join(', ')),
      whoAssumes(plan),
      code(plan.permissionsPolicy.name),
    ],
  ]);

const whoAssumes = ({ template }: RolePlan): string =>
  template.accessMode === 'web-experience'
    ? 'Amazon Q Business, for this application'
    : callerOf(template.caller).label;

const documentTexts = [
  {
    path: permissionsPolicyPath,
    text: ({ permissionsPolicy }: RolePlan) => printPolicy(permissionsPolicy.document).text,
  },
  {
    path: trustPolicyPath,
    text: (plan: RolePlan) =>
      plan.target === 'new-role' ? printPolicy(plan.role.trustPolicy).text : '',
  },
] as const;

/** The rows of a plan's documents; an existing role keeps its trust policy. */
function documentRows(folder: string, plan: RolePlan, printer: BatchPrinter): string {
  const digests = documentTexts.map(({ path, text }) =>
    fingerprint({ contents: printer.text(plan, `digest of ${path(plan)}`, text) }),
  );
  const print = (printed: RolePlan, place: string, ...sums: readonly string[]): string =>
    printRows(
      documentHead,
      documentTexts.flatMap(({ path, text }, index) => {
        const contents = text(printed);
        return contents === ''
          ? []
          : [
              [
                code(`${place}/${path(printed)}`),
                String(policySize(contents)),
                code(sums[index] ?? ''),
              ],
            ];
      }),
    );
  return printer.text(plan, 'documents of the change record', print, [folder, ...digests]);
}
