import type { AccessRequest } from '../iam/evaluate';
import type { RequestPrincipal } from '../iam/principal';

/** “by arn:…:role/R, on arn:…, when aws:SourceIp is 203.0.113.7”: a request for people. */
export function requestWords({ action, resource, principal, context }: AccessRequest): string {
  const who = principal ? ` by ${principalWords(principal)}` : ` on ${resourceWords(resource)}`;
  const when = contextWords(context?.keys ?? {});
  return `${action}${who}${when === '' ? '' : `, when ${when}`}`;
}

const resourceWords = (resource: string): string =>
  resource === '*' ? 'no resource of its own' : resource;

function principalWords(principal: RequestPrincipal): string {
  switch (principal.kind) {
    case 'service':
      return principal.service;
    case 'federated':
      return `somebody signed in by ${principal.provider}`;
    case 'account':
      return `the root user of ${principal.account}`;
    case 'anyone':
      return 'anyone, without credentials';
    case 'role':
    case 'assumedRole':
    case 'user':
      return principal.arn;
  }
}

/** “aws:SourceIp is 203.0.113.7 and aws:TagKeys are a, b”. */
function contextWords(keys: Readonly<Record<string, string | readonly string[]>>): string {
  return Object.entries(keys)
    .map(([key, value]) => {
      if (typeof value === 'string') return value === '' ? `${key} is empty` : `${key} is ${value}`;
      return value.length === 0 ? `${key} is an empty list` : `${key} holds ${value.join(', ')}`;
    })
    .join(' and ');
}
