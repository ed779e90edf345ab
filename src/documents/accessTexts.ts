import { partitionOfRegion } from '../iam/arn';
import type { RequestContext } from '../iam/context';
import { recogniseKind, type DocumentKind } from '../iam/documentKind';
import type { Decision, Evaluation, StatementReference } from '../iam/evaluate';
import { parsePolicy, type AnyPolicyDocument, type AnyPrincipal } from '../iam/parse';
import type { RequestPrincipal } from '../iam/principal';
import {
  accessOfRole,
  accessToRole,
  commonRequesters,
  type AccessSetting,
  type AccessTarget,
  type Requester,
} from '../qbusiness/access';
import type { AccessLevel } from '../qbusiness/actions';
import { readApplicationArn } from '../qbusiness/rules/productRule';
import { documentKindWords } from '../qbusiness/auditDocuments';
import { doubtWords } from './doubtWords';
import { readPolicies, type ReadPolicy } from './readPolicies';
import { TextLines } from './textLines';

export interface AccessInput {
  readonly texts: readonly string[];
  /** The application that is asked about, unless the documents name one. */
  readonly setting: AccessSetting;
  /** Overrules what the documents name. */
  readonly isSettingFixed?: boolean;
  readonly roleArn: string;
  /** What is known about the calls of the role; nothing if left out. */
  readonly context?: RequestContext;
  /** Who is asked about besides whom the trust policy names. */
  readonly requesters?: readonly Requester[];
}

/** Lines of one of the texts. */
export interface StatementPlace {
  readonly text: number;
  readonly startLine: number;
  readonly endLine: number;
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  /** “aws:SourceAccount is 111122223333”. */
  readonly conditions: readonly string[];
}

export interface AccessRow {
  readonly action: string;
  readonly accessLevel?: AccessLevel;
  readonly target: AccessTarget;
  readonly resources: readonly string[];
  readonly decision: Decision;
  readonly decidedBy: readonly StatementPlace[];
  /** Why it is not decided. */
  readonly doubts: readonly string[];
}

export interface RequesterRow {
  readonly id: string;
  readonly label: string;
  readonly isIntended: boolean;
  readonly decision: Decision;
  readonly decidedBy: readonly StatementPlace[];
  readonly doubts: readonly string[];
  /** The requester's own account must allow it too. */
  readonly isDelegated: boolean;
}

export interface AccessReport {
  readonly setting: AccessSetting;
  /** What was read, in the order of the texts. */
  readonly documents: readonly { readonly label: string; readonly kind: DocumentKind }[];
  /** What the role can do; empty without a permissions policy. */
  readonly actions: readonly AccessRow[];
  /** Who can become the role; empty without a trust policy. */
  readonly requesters: readonly RequesterRow[];
}

/** What the role of the texts can do, and who can become it. Never throws. */
export function accessTexts(input: AccessInput): AccessReport {
  const documents = input.texts.flatMap((text, i) => readDocuments(text, i));
  const setting = input.isSettingFixed
    ? input.setting
    : (namedApplication(documents) ?? input.setting);
  const identity = documents.filter(({ kind }) => kind === 'identity');
  const trusts = documents.filter(({ kind }) => kind === 'trust');
  const context: RequestContext = input.context ?? { keys: {}, otherKeys: 'unknown' };
  const actions =
    identity.length === 0
      ? []
      : accessOfRole(
          identity.map(({ document }) => document),
          setting,
          context,
        );
  return {
    setting,
    documents: documents.map(({ label, kind }) => ({ label, kind })),
    actions: actions.map(({ decidedBy, undecided, ...row }) => ({
      ...row,
      decidedBy: decidedBy.map((reference) => placeOf(identity, reference)),
      doubts: doubtsOf({ decision: row.decision, undecided }),
    })),
    requesters: trusts.flatMap((trust) => {
      const known = input.requesters ?? commonRequesters(setting, input.roleArn);
      return accessToRole(trust.document, [
        ...known,
        ...namedRequesters(trust.document, known, input.roleArn),
      ]).map(({ requester, decidedBy, undecided, decision, delegatedToAccount }) => ({
        id: requester.id,
        label: requester.label,
        isIntended: requester.isIntended,
        decision,
        decidedBy: decidedBy.map((reference) => placeOf([trust], reference)),
        doubts: doubtsOf({ decision, undecided }),
        isDelegated: delegatedToAccount,
      }));
    }),
  };
}

interface ReadDocument {
  readonly text: number;
  readonly policy: ReadPolicy;
  readonly lines: TextLines;
  readonly label: string;
  readonly kind: DocumentKind;
  readonly document: AnyPolicyDocument;
}

function readDocuments(text: string, index: number): readonly ReadDocument[] {
  const lines = new TextLines(text);
  return readPolicies(text).policies.map((policy) => {
    const { document } = parsePolicy(policy.value);
    const kind = policy.kind ?? recogniseKind(document);
    const label = policy.label ?? documentKindWords[kind];
    return { text: index, policy, lines, label, kind, document };
  });
}

/** The first application that the documents spell out. */
function namedApplication(documents: readonly ReadDocument[]): AccessSetting | undefined {
  for (const { document } of documents) {
    for (const { resource, conditions } of document.statements) {
      const texts = [...(resource?.entries ?? []), ...conditions.flatMap(({ values }) => values)];
      for (const { value } of texts) {
        const arn = readApplicationArn(value);
        const isWritten =
          arn &&
          /^[a-z0-9-]+$/.test(arn.region) &&
          /^\d{12}$/.test(arn.account) &&
          /^[A-Za-z0-9-]+$/.test(arn.applicationId);
        if (!isWritten) continue;
        return {
          partition: partitionOfRegion(arn.region),
          region: arn.region,
          accountId: arn.account,
          applicationId: arn.applicationId,
        };
      }
    }
  }
  return undefined;
}

function placeOf(
  documents: readonly ReadDocument[],
  { document: index, at, sid, effect }: StatementReference,
): StatementPlace {
  const owner = documents[index];
  if (!owner) throw new RangeError('A decision rests on a document that was evaluated');
  const { policy, lines, text, document } = owner;
  const whole = policy.encoded ?? policy.written.ranges.at([...policy.at, ...at])?.value;
  const start = whole?.start ?? policy.locate(at, 'value').start;
  const statement = document.statements.find((candidate) => candidate.at === at);
  return {
    text,
    startLine: lines.at(start).line,
    endLine: lines.at(whole?.end ?? start).line,
    ...(sid !== undefined && { sid }),
    effect,
    conditions: (statement?.conditions ?? []).map(({ operator, key, values }) => {
      const texts = values.map(({ value }) => value).join(' or ');
      return `${key} ${operatorWords(operator)} ${texts}`;
    }),
  };
}

const plainOperators: Readonly<Record<string, string>> = {
  StringEquals: 'is',
  ArnEquals: 'is',
  ArnLike: 'is like',
  StringLike: 'is like',
  IpAddress: 'is in',
};

const operatorWords = (operator: string): string =>
  Object.hasOwn(plainOperators, operator) ? (plainOperators[operator] ?? operator) : operator;

const doubtsOf = ({
  decision,
  undecided,
}: Pick<Evaluation, 'decision' | 'undecided'>): readonly string[] =>
  decision === 'notDecided'
    ? [
        ...new Set(
          undecided.flatMap(({ doubts }) =>
            doubts.map(({ doubt }) => doubtWords({ why: doubt, names: [] })),
          ),
        ),
      ]
    : [];

/** Everybody whom the trust policy names itself, of whose calls nothing is known. */
function namedRequesters(
  { statements }: AnyPolicyDocument,
  known: readonly Requester[],
  roleArn: string,
): readonly Requester[] {
  const asked = new Set(known.map(({ request }) => principalName(request.principal)));
  return statements.flatMap(({ principal, action }) => {
    const [first] = action?.entries ?? [];
    const name = first && /^sts:[A-Za-z]+$/.test(first.value) ? first.value : 'sts:AssumeRole';
    return (principal?.entries ?? []).flatMap((entry): readonly Requester[] => {
      const requester = requesterOf(entry);
      if (!requester || asked.has(entry.value)) return [];
      asked.add(entry.value);
      const request = {
        principal: requester,
        action: name,
        resource: roleArn,
        context: { keys: {}, otherKeys: 'unknown' },
      } as const;
      return [{ id: `named-${entry.value}`, label: entry.value, isIntended: false, request }];
    });
  });
}

function requesterOf({ kind, value }: AnyPrincipal): RequestPrincipal | undefined {
  if (kind === 'Service') return { kind: 'service', service: value };
  if (kind === 'Federated') return { kind: 'federated', provider: value };
  if (kind !== 'AWS' || value === '*') return undefined;
  const account = /^(?:arn:[^:]+:iam::)?(\d{12})(?::root)?$/.exec(value)?.[1];
  if (account !== undefined) return { kind: 'account', account };
  if (/:iam::\d{12}:role\//.test(value)) return { kind: 'role', arn: value };
  return /:iam::\d{12}:user\//.test(value) ? { kind: 'user', arn: value } : undefined;
}

function principalName(principal: RequestPrincipal): string {
  switch (principal.kind) {
    case 'service':
      return principal.service;
    case 'federated':
      return principal.provider;
    case 'account':
      return principal.account;
    case 'anyone':
      return '*';
    case 'role':
    case 'assumedRole':
    case 'user':
      return principal.arn;
  }
}
