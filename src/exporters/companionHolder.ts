import { parseArn } from '../iam/arn';
import type { CompanionPolicy } from '../qbusiness/companions';
import type { RolePlan } from '../qbusiness/plan';

/** What a companion policy is attached to, as far as the plan knows it. */
export type CompanionHolder =
  | { readonly kind: 'role' | 'user'; readonly name: string; readonly accountId: string }
  | {
      readonly kind: 'vpc-endpoint';
      /** Empty where the plan names only the VPC. */
      readonly ids: readonly string[];
    }
  | { readonly kind: 'unknown' };

export function companionHolder(
  { template }: RolePlan,
  { id }: Pick<CompanionPolicy, 'id'>,
): CompanionHolder {
  if (template.accessMode !== 'api-only') return { kind: 'unknown' };
  if (id === 'vpc-endpoint') {
    const { network } = template;
    return { kind: 'vpc-endpoint', ids: network?.limit === 'vpc-endpoint' ? network.values : [] };
  }
  return id === 'role-caller'
    ? holderOfArn(template.callerValues['principalArn'] ?? '')
    : { kind: 'unknown' };
}

function holderOfArn(arn: string): CompanionHolder {
  const { account, resource } = parseArn(arn) ?? {};
  const [kind, ...path] = resource?.split('/') ?? [];
  const name = path.at(-1);
  return account !== undefined && name !== undefined && (kind === 'role' || kind === 'user')
    ? { kind, name, accountId: account }
    : { kind: 'unknown' };
}
