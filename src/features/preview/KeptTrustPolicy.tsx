import { isPlaceholder } from '@/qbusiness/placeholder';
import { Card, CardFoot, CardHead } from './PolicyCard';

/** Stands in place of the trust policy of a role that exists already. */
export function KeptTrustPolicy({ roleName }: { roleName: string }) {
  return (
    <Card role="region" aria-label="Trust policy">
      <CardHead>
        <h3>Trust policy</h3>
      </CardHead>
      <CardFoot>
        <p>
          {isPlaceholder(roleName) ? (
            'The role'
          ) : (
            <>
              The role <code>{roleName}</code>
            </>
          )}{' '}
          keeps its own trust policy: who may assume it stays as it is. Only the permissions policy
          is added.
        </p>
      </CardFoot>
    </Card>
  );
}
