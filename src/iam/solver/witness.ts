import { emptyContext } from '../context';
import type { AccessRequest } from '../evaluate';
import type { RequestPrincipal } from '../principal';
import { resourceOf } from './atoms';
import type { Question } from './question';
import { formOfKey } from './keyForms';
import type { RequestParts } from './request';
import type { PartialRequest } from './theories';
import type { VariableChoices } from './variables';

type Requests = readonly [AccessRequest, ...AccessRequest[]];

/** The ARN of the role that has the trust policy; any ARN would do, since the policy cannot depend on it. */
const trustedRole = 'arn:aws:iam::111122223333:role/Example';

/** A complete request, or one for each resource, from the solutions of the groups of literals. */
export function requestOf(
  { texts, keys }: PartialRequest,
  question: Question,
  choices: VariableChoices,
): Requests {
  const { parts } = question;
  const values = new Map<string, string | readonly string[]>();
  const exampleOf = (key: string) => formOfKey(key, false).examples[0] ?? 'x';
  for (const [key, value] of Object.entries(keys)) {
    if (value.state === 'unknown') values.set(key, exampleOf(key));
    if (value.state !== 'present') continue;
    values.set(key, value.multivalued ? value.values : (value.values[0] ?? ''));
  }
  for (const [key, choice] of choices) {
    if (choice.state === 'symbolic') values.set(key, values.get(key) ?? exampleOf(key));
    if (choice.state === 'value') values.set(key, choice.value);
  }
  const hasSymbols = [...choices.values()].some(({ state }) => state === 'symbolic');
  const plain = (text: string) => (hasSymbols ? withValues(text, values) : text);
  const spelt = Object.fromEntries(
    Array.from(values, ([key, value]) => [
      key,
      typeof value === 'string' ? plain(value) : value.map(plain),
    ]),
  );
  const action = spellAction(texts['action'] ?? 's3:getobject', question);
  const principal = principalOf(parts?.requester, texts['principal']);
  const context = { ...emptyContext, keys: spellKeys(spelt, question) };
  const made = (resource: string): AccessRequest => ({
    action,
    resource: plain(resource),
    context,
    ...(principal && { principal }),
  });
  const [first = trustedRole, ...others] = Array.from(
    { length: Math.max(1, parts?.resources?.length ?? 1) },
    (_, i) => texts[resourceOf(i)] ?? trustedRole,
  );
  return [made(first), ...others.map(made)];
}

/** Replaces symbolic values by values. */
function withValues(text: string, values: ReadonlyMap<string, string | readonly string[]>): string {
  return text.replaceAll(/\$\{([^{}]*)\}/g, (_whole, key: string) => {
    const value = values.get(key);
    return typeof value === 'string' && !value.includes('${') ? value : 'x';
  });
}

function principalOf(
  requester: RequestParts['requester'],
  arn: string | undefined,
): RequestPrincipal | undefined {
  if (!requester) return undefined;
  if (requester.kind === 'fixed') return requester.principal;
  return { kind: requester.kind, arn: arn ?? '' };
}

/** In lower case, the actions of the catalogue. */
export function knownActions({ catalogue }: Question): readonly string[] {
  return Object.entries(catalogue?.services ?? {}).flatMap(([service, operations]) =>
    operations.map((operation) => `${service}:${operation}`.toLowerCase()),
  );
}

/** A resource that looks like one of the service of the action. */
export function usualResources(action: string): readonly string[] {
  const service = action.split(':')[0] ?? '';
  if (service === 's3')
    return ['arn:aws:s3:::example-bucket/example-key', 'arn:aws:s3:::example-bucket'];
  if (service === 'iam' || service === 'sts') return [trustedRole];
  const start = `arn:aws:${service}:us-east-1:111122223333`;
  return [`${start}:application/7f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17`, `${start}:example`];
}

const usualSpelling = ['s3:GetObject', 'iam:PassRole', 'sqs:SendMessage', 'sts:AssumeRole'];

/** The action in the case of the catalogue or of the documents; the search has it in lower case. */
function spellAction(action: string, { claims, parts, catalogue }: Question): string {
  const written = [
    ...Object.entries(catalogue?.services ?? {}).flatMap(([service, operations]) =>
      operations.map((operation) => `${service}:${operation}`),
    ),
    ...(parts?.actions ?? []),
    ...usualSpelling,
  ];
  const same = (text: string) => text.toLowerCase() === action;
  const known = written.find(same);
  if (known !== undefined) return known;
  for (const { policies } of claims) {
    for (const document of [...policies.documents, ...(policies.boundaries ?? [])]) {
      for (const { action: list } of document.statements) {
        const found = list?.entries.find(({ value }) => same(value));
        if (found) return found.value;
      }
    }
  }
  return action;
}

/** Condition keys as the documents write them. */
function spellKeys<T>(
  values: Readonly<Record<string, T>>,
  { claims, parts }: Question,
): Record<string, T> {
  const names = new Map<string, string>();
  for (const { policies } of claims) {
    for (const document of [...policies.documents, ...(policies.boundaries ?? [])]) {
      for (const { conditions } of document.statements) {
        for (const { key } of conditions) names.set(key.toLowerCase(), key);
      }
    }
  }
  for (const { key } of parts?.conditions ?? []) names.set(key.toLowerCase(), key);
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [names.get(key) ?? key, value]),
  );
}
