import { policySize } from '../iam/quotas';
import { callerOf } from '../qbusiness/callers';
import type { HandoverStep } from '../qbusiness/command';
import type { RolePlan } from '../qbusiness/plan';
import {
  bulletList,
  code,
  codeBlock,
  heading,
  link,
  numberedList,
  paragraph,
  printMarkdown,
  table,
  type MarkdownBlock,
} from '../syntax/markdown';
import { defineExporter } from './artifact';
import { checkBlocks, type CheckedDocument } from './changeRecord/checks';
import { valueRows } from './changeRecord/values';
import { printCommand } from './commands';
import { fingerprint } from './fingerprint';
import {
  companionPath,
  FOLDER,
  permissionsPolicyPath,
  printPolicy,
  trustPolicyPath,
} from './policyDocuments';
import { roleCommands } from './roleCommands';

/** Entries that a person adds to the record; empty ones are left blank on paper. */
export interface ChangeEntries {
  readonly changeNumber: string;
  readonly reason: string;
  readonly preparedBy: string;
  /** A date in any format, as typed. */
  readonly plannedFor: string;
}

export const emptyChangeEntries: ChangeEntries = {
  changeNumber: '',
  reason: '',
  preparedBy: '',
  plannedFor: '',
};

interface RecordDocument extends CheckedDocument {
  readonly path: string;
}

/** The blocks of the record: what is requested, what exactly will be done, and fields for approvals. */
export function changeRecordBlocks(
  plan: RolePlan,
  entries: ChangeEntries,
): readonly MarkdownBlock[] {
  const documents = documentsOf(plan);
  return [
    heading(1, ['Change record: ', code(plan.roleName)]),
    paragraph(purpose(plan)),
    table(
      ['Change', 'Entry'],
      [
        ['Change number', entries.changeNumber],
        ['Reason', entries.reason],
        ['Prepared by', entries.preparedBy],
        ['Planned for', entries.plannedFor],
      ],
    ),
    heading(2, 'Values'),
    table(['Value', 'Setting'], valueRows(plan)),
    heading(2, 'Documents'),
    ...documents.flatMap((document) => documentBlocks(document, plan)),
    ...(plan.target === 'existing-role'
      ? [paragraph(`The role ${plan.roleName} keeps its own trust policy.`)]
      : []),
    heading(2, 'Checks'),
    ...checkBlocks(plan, documents),
    heading(2, 'Commands'),
    paragraph([
      'They run in the folder that holds ',
      code(FOLDER),
      `, with credentials of account ${plan.accountId}. `,
      code(`sh ${FOLDER}/apply.sh`),
      ' does the same for the role, keeps a copy of what it changes, and can be repeated.',
    ]),
    numberedList([...roleCommands(plan), ...plan.handover].map(commandItem)),
    heading(2, 'Check and undo'),
    bulletList([
      [code(`sh ${FOLDER}/verify.sh`), ' reads everything back from AWS and compares it.'],
      [
        code(`sh ${FOLDER}/rollback.sh`),
        ' restores what apply.sh changed; with ',
        code('--delete'),
        ' it removes what apply.sh made.',
      ],
    ]),
    heading(2, 'Approval'),
    table(
      ['Step', 'Name', 'Date', 'Signature'],
      ['Reviewed', 'Approved', 'Done', 'Verified'].map((step) => [step, '', '', '']),
    ),
  ];
}

function purpose(plan: RolePlan): string {
  if (plan.target === 'existing-role') {
    return 'Adds a permissions policy to an existing role, so that its holder can call Amazon Q Business without a user identity.';
  }
  return plan.template.accessMode === 'web-experience'
    ? 'Creates a role that Amazon Q Business assumes to chat with anonymous visitors of a web experience.'
    : `Creates a role for anonymous calls of the Amazon Q Business API. ${callerOf(plan.template.caller).summary}`;
}

function documentsOf(plan: RolePlan): readonly RecordDocument[] {
  return [
    {
      title: 'Permissions policy',
      kind: 'identity',
      document: plan.permissionsPolicy.document,
      path: permissionsPolicyPath(plan),
    },
    ...(plan.target === 'new-role'
      ? [
          {
            title: 'Trust policy',
            kind: 'trust',
            document: plan.role.trustPolicy,
            path: trustPolicyPath(plan),
          } as const,
        ]
      : []),
    ...plan.companions.map(
      (companion) =>
        ({
          title: `${companion.title} policy`,
          kind: companion.id === 'vpc-endpoint' ? 'resource' : 'identity',
          document: companion.document,
          path: companionPath(companion),
        }) as const,
    ),
  ];
}

function documentBlocks(
  { title, path, document }: RecordDocument,
  plan: RolePlan,
): readonly MarkdownBlock[] {
  const contents = printPolicy(document).text;
  const companion = plan.companions.find((one) => companionPath(one) === path);
  return [
    heading(3, title),
    bulletList([
      ['File: ', code(path)],
      ['SHA-256: ', code(fingerprint({ contents }))],
      `Size: ${policySize(contents)} characters, as IAM counts them`,
      ...(companion ? [`For ${companion.holder}`] : []),
    ]),
    codeBlock('json', contents),
    ...(companion
      ? [paragraph([`${companion.because} `, link('AWS documentation', companion.source)])]
      : document.Statement.flatMap(({ Sid }) => {
          const rationale = Sid === undefined ? undefined : plan.rationale[Sid];
          return rationale
            ? [paragraph([`${rationale.because} `, link('AWS documentation', rationale.source)])]
            : [];
        })),
  ];
}

const commandItem = ({ text, command }: HandoverStep) =>
  command
    ? {
        blocks: [paragraph(text), codeBlock('sh', printCommand('sh', command))],
      }
    : text;

export const changeRecord = defineExporter({
  id: 'change-record',
  label: 'Change record',
  summary: 'For the reviewer: values, documents, checks, commands, and room for approval.',
  render: (plan) => [
    {
      path: `${FOLDER}/change-record.md`,
      language: 'markdown',
      contents: printMarkdown(changeRecordBlocks(plan, emptyChangeEntries)),
    },
  ],
});
