import type { JsonObject } from '../iam/parse';
import { isJsonObject } from '../iam/parse';
import { hole, holeName } from '../syntax/holes';
import { fillSub } from '../syntax/parseYaml';

/** Whether a value is a policy document, however incomplete. */
export const isPolicy = (value: unknown): value is JsonObject =>
  isJsonObject(value) && Object.hasOwn(value, 'Statement');

/** The beginning of a string that may contain JSON, perhaps URL-encoded. */
const embeddedDocument = /^\s*(?:\{|\[|%7b|%5b)/i;
const policyWords = /statement|policy_?document|assume_?role_?policy/i;

export const holdsPolicy = (text: string): boolean =>
  text.length > 10 && embeddedDocument.test(text.slice(0, 200)) && policyWords.test(text);

/**
 * The value with each intrinsic function of CloudFormation replaced by its result or by a `hole`. The
 * same object if there is none.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
export function withoutFunctions(value: unknown, depth = 0): unknown {
  if (depth > 60 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const elements = value.map((element: unknown) => withoutFunctions(element, depth + 1));
    return elements.some((element, i) => element !== value[i]) ? elements : value;
  }
  const members = Object.entries(value);
  const [only] = members;
  if (members.length === 1 && only && /^(?:Ref|Fn::\w+)$/.test(only[0])) return resultOf(...only);
  const read = members.map(([key, member]): [string, unknown] => [
    key,
    withoutFunctions(member, depth + 1),
  ]);
  return read.some(([, member], i) => member !== members[i]?.[1])
    ? Object.fromEntries(read)
    : value;
}

function resultOf(name: string, argument: unknown): string {
  const list: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
  if (name === 'Fn::Sub' && typeof list[0] === 'string') return fillSub(list[0]);
  if (name === 'Fn::Join' && typeof list[0] === 'string' && Array.isArray(list[1])) {
    const pieces = list[1].map((piece: unknown) => withoutFunctions(piece));
    if (pieces.every((piece) => typeof piece === 'string')) return pieces.join(list[0]);
  }
  const words = list.filter((word) => typeof word === 'string' && holeName(word) === undefined);
  return hole(
    name === 'Ref' || name === 'Fn::GetAtt' ? words.join('.') : `${name} ${words.join(', ')}`,
  );
}

/** Whether a value, or any text in it, is filled in later. */
export function hasHoles(value: unknown): boolean {
  const pending: unknown[] = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') {
      if (next.includes('\uE000')) return true;
    } else if (typeof next === 'object' && next !== null) {
      for (const member of Object.values(next)) pending.push(member);
    }
  }
  return false;
}

const elementNames: ReadonlySet<string> = new Set([
  'version',
  'id',
  'statement',
  'statements',
  'sid',
  'effect',
  'principal',
  'notprincipal',
  'action',
  'notaction',
  'actions',
  'resource',
  'notresource',
  'resources',
  'condition',
]);

/** Whether a value has only members of policy documents, so that it must be meant as one. */
export function isMeantAsPolicy(value: unknown): boolean {
  if (Array.isArray(value)) {
    return value.some((element) => isJsonObject(element) && Object.hasOwn(element, 'Effect'));
  }
  return (
    isJsonObject(value) && Object.keys(value).every((key) => elementNames.has(key.toLowerCase()))
  );
}

/** Whether the value contains a policy, or a member that may hold one. */
export function concernsPolicies(value: unknown): boolean {
  const pending: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value: part, depth } = next;
    if (typeof part === 'string' && holdsPolicy(part)) return true;
    if (typeof part !== 'object' || part === null || depth > 60) continue;
    if (isPolicy(part)) return true;
    for (const [key, member] of Object.entries(part)) {
      if (/^(?:PolicyArn|PermissionsBoundaryArn)$/.test(key)) return true;
      pending.push({ value: member, depth: depth + 1 });
    }
  }
  return false;
}
