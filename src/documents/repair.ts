import { applyEdits, type Edit } from '../iam/lint/fix';
import type { Finding, Severity } from '../iam/lint/rule';
import type { DocumentKind } from '../iam/documentKind';
import { quotas } from '../iam/quotas';
import { isUnknownValue, showUnknown } from '../iam/unknownValue';
import { escapeUnseen, showInLine } from '../iam/unseenCharacters';
import { jsonPointer } from '../syntax/jsonRanges';
import { awsCommand } from '../qbusiness/command';
import { documentKindWords } from '../qbusiness/auditDocuments';
import type { ExpectedApplication } from '../qbusiness/rules/productRule';
import { readScope } from './auditScope';
import { examineValue } from './examineText';
import { runToEnd } from '../iam/runToEnd';
import type { ReadPolicy } from './readPolicies';
import { repairCommands, repairScript, type RepairStep } from './repairScript';
import type { ReadInput } from './readRoles';
import { countWord } from '../words/counts';

/** The texts, and what the person confirmed: which role it is, and for which application. */
export interface RepairInput {
  readonly texts: readonly ReadInput[];
  /** The role as the texts name it; may be left out if there is only one. */
  readonly role?: { readonly name?: string; readonly arn?: string };
  /** The role in IAM that the commands are for. */
  readonly roleName: string;
  /** Region, account and application, all of them known. */
  readonly expected: ExpectedApplication &
    Required<Pick<ExpectedApplication, 'accountId' | 'region' | 'applicationIds'>>;
}

export interface RepairedDocument {
  readonly label: string;
  readonly kind: DocumentKind;
  /** Below the folder that the commands run in: `policies/trust-Web.json`. */
  readonly path: string;
  /** The pasted document, formatted like the repaired one for a comparison. */
  readonly before: string;
  /** JSON that ends with a line feed. */
  readonly after: string;
  readonly isChanged: boolean;
  /** The changes made, in order. */
  readonly changes: readonly string[];
  /** Findings that could not be fixed. */
  readonly left: readonly { readonly severity: Severity; readonly message: string }[];
  /** Why the document was not changed: a tool fills in some of its values. */
  readonly refusal?: string;
}

export interface RoleRepair {
  readonly documents: readonly RepairedDocument[];
  /** The commands, which save the present policies first. Empty if nothing changes. */
  readonly steps: readonly RepairStep[];
  /** The steps for an interactive shell in the folder that contains `policies`. */
  readonly commands: string;
  /** The steps as a program for sh: `policies/update.sh`. */
  readonly script: string;
}

/** A fix can make another one possible, so fixing is repeated, up to this number of rounds. */
const maxRounds = 8;

/**
 * Repairs the documents of a role for an application, and gives the commands that replace the present
 * policies in IAM.
 */
export function repairRole({ texts, role, roleName, expected }: RepairInput): RoleRepair {
  const { groups } = runToEnd(readScope(texts, { roles: 'all' }));
  const group =
    role === undefined
      ? groups.length === 1
        ? groups[0]
        : undefined
      : groups.find(({ name, arn }) =>
          role.arn === undefined ? name === role.name : arn === role.arn,
        );
  const policies = (group?.policies ?? []).filter(({ kind }) => kind !== 'resource');
  const taken = new Set<string>();
  const repaired = policies.map(({ policy, kind }) => {
    const path = pathOf(policy, kind, roleName, taken);
    return { policy, document: repairDocument(policy, kind, path, expected) };
  });
  const steps = repaired.flatMap(({ policy, document }) =>
    document.isChanged ? stepsFor(policy, document, roleName) : [],
  );
  return {
    documents: repaired.map(({ document }) => document),
    steps,
    commands: steps.length === 0 ? '' : repairCommands(steps),
    script: steps.length === 0 ? '' : repairScript(steps, roleName, expected.region),
  };
}

function repairDocument(
  policy: ReadPolicy,
  kind: DocumentKind,
  path: string,
  expected: ExpectedApplication,
): RepairedDocument {
  const facts = { label: showInLine(policy.label ?? documentKindWords[kind]), kind, path };
  const before = printed(policy.value);
  const refusal = refusalOf(policy);
  if (refusal !== undefined) {
    return { ...facts, before, after: before, isChanged: false, changes: [], left: [], refusal };
  }
  const { isInline } = policy.facts;
  const changes: string[] = [];
  let value = policy.value;
  let findings = examineValue(value, kind, isInline, expected).findings;
  for (let round = 0; round < maxRounds; round += 1) {
    const fixes = compatibleFixes(findings);
    const next = applyEdits(
      value,
      fixes.flatMap(({ fix }) => fix?.edits ?? []),
    );
    if (JSON.stringify(next) === JSON.stringify(value)) break;
    changes.push(...fixes.flatMap(({ fix }) => (fix ? [fix.title] : [])));
    value = next;
    findings = examineValue(value, kind, isInline, expected).findings;
  }
  const after = printed(value);
  return {
    ...facts,
    before,
    after,
    isChanged: after !== before || policy.written.issues.length > 0,
    changes: [...new Set(changes.map(showInLine))],
    left: findings.map(({ severity, message }) => ({
      severity,
      message: showInLine(showUnknown(message)),
    })),
  };
}

/** Why no command can put the document in its place. */
function refusalOf({ hasHoles, facts }: ReadPolicy): string | undefined {
  const { policyName = '', policyArn = '' } = facts;
  if (hasHoles || isUnknownValue(policyName) || isUnknownValue(policyArn)) {
    return 'A tool fills in values of this document. Mend it where it is made.';
  }
  if (policyName !== '' && !/^[\w+=,.@-]{1,128}$/.test(policyName)) {
    return `No policy in IAM can have the name “${showInLine(policyName)}”.`;
  }
  if (
    policyArn !== '' &&
    !/^arn:aws[a-z-]*:iam::(?:\d{12}|aws):policy\/[!-~]{1,640}$/.test(policyArn)
  ) {
    return `No policy in IAM can have the ARN “${showInLine(policyArn)}”.`;
  }
  return undefined;
}

/** Findings with fixes that do not grant more; of fixes that touch the same place, the first. */
function compatibleFixes(findings: readonly Finding[]): readonly Finding[] {
  const taken: string[] = [];
  return findings.filter(({ fix }) => {
    if (!fix || fix.grants === 'more') return false;
    const places = fix.edits.map(({ at }: Edit) => `${jsonPointer(at)}/`);
    const collides = places.some((place) =>
      taken.some((other) => other.startsWith(place) || place.startsWith(other)),
    );
    if (!collides) taken.push(...places);
    return !collides;
  });
}

const printed = (value: unknown): string => `${escapeUnseen(JSON.stringify(value, null, 2))}\n`;

/** The text with other characters than those allowed in file names everywhere replaced by hyphens, cut to a name's length. */
const plain = (text: string): string => text.replaceAll(/[^\w.-]+/g, '-').slice(0, 160);

function pathOf(
  { facts }: ReadPolicy,
  kind: DocumentKind,
  roleName: string,
  taken: Set<string>,
): string {
  const name =
    kind === 'trust' ? `trust-${roleName}` : `permissions-${facts.policyName ?? roleName}`;
  let path = `policies/${plain(name)}.json`;
  for (let i = 2; taken.has(path); i += 1) path = `policies/${plain(name)}-${i}.json`;
  taken.add(path);
  return path;
}

/**
 * @see https://docs.aws.amazon.com/cli/latest/reference/iam/update-assume-role-policy.html
 * @see https://docs.aws.amazon.com/cli/latest/reference/iam/create-policy-version.html
 */
function stepsFor(
  { facts }: ReadPolicy,
  { kind, path }: RepairedDocument,
  roleName: string,
): readonly RepairStep[] {
  const saveTo = path.replace(/^policies\//, 'policies/backup/');
  const file = `file://${path}`;
  const role = { '--role-name': roleName };
  if (kind === 'trust') {
    return [
      {
        text: 'Save the trust policy as it is.',
        command: awsCommand(['iam', 'get-role'], {
          ...role,
          '--query': 'Role.AssumeRolePolicyDocument',
          '--output': 'json',
        }),
        saveTo,
      },
      {
        text: 'Put the mended trust policy in its place.',
        command: awsCommand(['iam', 'update-assume-role-policy'], {
          ...role,
          '--policy-document': file,
        }),
      },
    ];
  }
  if (facts.policyArn !== undefined) {
    return [
      {
        text: 'Save which versions the managed policy has.',
        command: awsCommand(['iam', 'list-policy-versions'], {
          '--policy-arn': facts.policyArn,
          '--output': 'json',
        }),
        saveTo,
      },
      {
        text: `Make the mended document the version in force. The former one stays; of ${countWord(quotas.versionsOfManagedPolicy.maximum)}, delete one first.`,
        command: awsCommand(['iam', 'create-policy-version'], {
          '--policy-arn': facts.policyArn,
          '--policy-document': file,
          '--set-as-default': [],
        }),
      },
    ];
  }
  const policy = { ...role, '--policy-name': facts.policyName ?? roleName };
  const save: RepairStep = {
    text: 'Save the inline policy as it is.',
    command: awsCommand(['iam', 'get-role-policy'], {
      ...policy,
      '--query': 'PolicyDocument',
      '--output': 'json',
    }),
    saveTo,
  };
  return [
    // The file names no policy, so there may be none of this name to save.
    ...(facts.policyName === undefined ? [] : [save]),
    {
      text: 'Put the mended inline policy in its place.',
      command: awsCommand(['iam', 'put-role-policy'], { ...policy, '--policy-document': file }),
    },
  ];
}
