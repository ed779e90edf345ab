import type { HttpsUrl } from '../iam/document';
import { callerOf } from '../qbusiness/callers';
import type { RolePlan } from '../qbusiness/plan';
import * as markdown from '../syntax/markdown';
import { orderOfWork, printWorkStep, type WorkStep } from './orderOfWork';
import { companionPath, FOLDER, permissionsPolicyPath, trustPolicyPath } from './policyDocuments';

/** A file of the folder and its SHA-256 in hexadecimal. */
export interface Fingerprint {
  readonly path: string;
  readonly sha256: string;
}

/** README.md: the purpose of the folder, its values, the order of work, and a hash of every file. */
export function printReadme(
  plan: RolePlan,
  files: readonly Fingerprint[],
  /** A link that opens the page with these values. */
  shareLink?: HttpsUrl,
): string {
  return markdown.printMarkdown([
    markdown.heading(1, 'IAM policies for Amazon Q Business anonymous access'),
    markdown.paragraph(summary(plan)),
    markdown.heading(2, 'Values'),
    markdown.bulletList(values(plan)),
    ...(shareLink === undefined
      ? []
      : [
          markdown.paragraph([
            'The same values on the page: ',
            markdown.link(shareLink, shareLink),
          ]),
        ]),
    markdown.heading(2, 'Why each statement is there'),
    markdown.bulletList(
      Object.entries(plan.rationale).map(([sid, { because, source }]) => [
        markdown.code(sid),
        `: ${because} `,
        markdown.link('AWS documentation', source),
      ]),
    ),
    ...companions(plan),
    markdown.heading(2, 'Order of work'),
    markdown.paragraph([
      `Run the commands in the folder that holds ${FOLDER}, with the AWS CLI, version 1 or 2. They are for sh and AWS CloudShell. In PowerShell run the scripts that end in .ps1; if Windows blocks them, run `,
      markdown.code(`Unblock-File ${FOLDER}\\*.ps1`),
      ' first. ',
      markdown.code(`${FOLDER}/commands.ps1`),
      ' has single commands.',
    ]),
    markdown.numberedList(orderOfWork(plan).map(workItem)),
    markdown.heading(2, 'Change, check, undo'),
    markdown.bulletList([
      [
        markdown.code(`sh ${FOLDER}/apply.sh`),
        ' can be repeated. It shows what differs and changes nothing that is there; ',
        markdown.code('--update'),
        ' changes it and saves the former state first; ',
        markdown.code('--dry-run'),
        ' only shows.',
      ],
      [markdown.code(`sh ${FOLDER}/verify.sh`), ' reads everything back and compares it.'],
      [
        markdown.code(`sh ${FOLDER}/rollback.sh`),
        ' restores the newest backup; ',
        markdown.code('--delete'),
        ' removes what apply created.',
      ],
      'terraform, cloudformation and cdk create the same role another way: use one way only.',
    ]),
    markdown.heading(2, 'Files'),
    markdown.paragraph([
      'SHA-256 of every other file. To check them all: ',
      markdown.code(`sha256sum --check ${FOLDER}/README.md`),
    ]),
    markdown.codeBlock('text', files.map(({ path, sha256 }) => `${sha256}  ${path}`).join('\n')),
  ]);
}

function summary(plan: RolePlan): string {
  if (plan.target === 'existing-role') {
    return `A permissions policy that lets the role ${plan.roleName} call Amazon Q Business without a user identity. The role and its trust policy stay as they are.`;
  }
  return plan.accessMode === 'web-experience'
    ? 'A role that Amazon Q Business assumes to chat with anonymous visitors of a web experience: its trust policy, its permissions policy, and what creates, checks and removes it.'
    : 'A role whose holder calls Amazon Q Business without a user identity: its trust policy, its permissions policy, and what creates, checks and removes it.';
}

type Item = readonly markdown.Inline[];

function values(plan: RolePlan): readonly Item[] {
  const { template } = plan;
  const item = (label: string, ...texts: readonly string[]): Item => [
    `${label}: `,
    ...texts.flatMap((text, index) => [...(index === 0 ? [] : [', ']), markdown.code(text)]),
  ];
  return [
    item('Region', plan.region),
    item('Account ID', plan.accountId),
    item(
      template.applicationIds.length === 1 ? 'Application ID' : 'Application IDs',
      ...template.applicationIds,
    ),
    ...(template.accessMode === 'web-experience'
      ? [
          ['Access mode: web experience'],
          ...(template.webExperienceId === undefined
            ? []
            : [item('Web experience ID', template.webExperienceId)]),
          ...(template.origins.length === 0 ? [] : [item('Allowed origins', ...template.origins)]),
        ]
      : [
          ['Access mode: API only'],
          [`Caller: ${callerOf(template.caller).label}`],
          ...callerOf(template.caller).fields.flatMap(({ name, label }) => {
            const text = template.callerValues[name] ?? '';
            return text === '' ? [] : [item(label, text)];
          }),
          ...(template.network ? [item('Only from', ...template.network.values)] : []),
        ]),
    item('Role', plan.target === 'new-role' ? plan.roleArn : plan.roleName),
    [
      `${plan.permissionsPolicy.attachment === 'inline' ? 'Inline' : 'Managed'} policy: `,
      markdown.code(plan.permissionsPolicy.name),
      ', in ',
      markdown.code(permissionsPolicyPath(plan)),
    ],
    ...(plan.target === 'new-role' ? roleValues(plan, item) : []),
  ];
}

function roleValues(
  plan: Extract<RolePlan, { target: 'new-role' }>,
  item: (label: string, ...texts: readonly string[]) => Item,
): readonly Item[] {
  const { description, maxSessionDuration, permissionsBoundary, tags } = plan.role;
  return [
    item('Trust policy', trustPolicyPath(plan)),
    [`Description: ${description}`],
    [`Maximum session duration: ${maxSessionDuration} seconds`],
    ...(permissionsBoundary === undefined
      ? []
      : [item('Permissions boundary', permissionsBoundary)]),
    ...tags.map(({ key, value }) => [`Tag ${key}: ${value}`]),
  ];
}

function companions(plan: RolePlan): readonly markdown.MarkdownBlock[] {
  if (plan.companions.length === 0) return [];
  return [
    markdown.heading(2, 'Related policies'),
    markdown.bulletList(
      plan.companions.map((companion) => [
        markdown.code(companionPath(companion)),
        `, for ${companion.holder}: ${companion.because} `,
        markdown.link('AWS documentation', companion.source),
      ]),
    ),
  ];
}

function workItem(step: WorkStep): markdown.Item {
  const printed = printWorkStep(step, 'sh');
  return {
    blocks: [
      markdown.paragraph(step.text),
      ...(printed === undefined ? [] : [markdown.codeBlock('sh', printed)]),
    ],
  };
}
