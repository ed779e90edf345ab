import type { AnyPolicyDocument } from './parse';

/** `identity`: attached to whom it allows. `trust`: on a role. `resource`: on any other resource. */
export type DocumentKind = 'identity' | 'trust' | 'resource';

/**
 * What a document looks like: it names principals or not, and asks for role assumption or not.
 * A trust policy is recognised even with a Resource element, which it must not have.
 */
export function recogniseKind({ statements }: AnyPolicyDocument): DocumentKind {
  const principals = statements.filter(({ principal }) => principal).length;
  const resources = statements.filter(({ resource }) => resource).length;
  const actions = statements.flatMap(({ action }) => action?.entries ?? []);
  const assumesRoles =
    actions.length > 0 && actions.every(({ value }) => /^sts:/i.test(value.trim()));
  if (principals === 0) return assumesRoles && resources === 0 ? 'trust' : 'identity';
  // Without a Resource, it may also be the policy of an Amazon ECR repository; only a trust policy has sts actions.
  const asksForRoles = actions.some(({ value }) => /^(?:sts:|\*$)/i.test(value.trim()));
  if (assumesRoles) return 'trust';
  if (resources === 0) return asksForRoles || actions.length === 0 ? 'trust' : 'resource';
  return principals * 2 > statements.length ? 'resource' : 'identity';
}
