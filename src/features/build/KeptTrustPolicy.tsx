import { styled } from '@mui/material/styles';
import { isPlaceholder } from '@/qbusiness/placeholder';
import { usePlanPart } from '@/state/roleForm';
import { Card, CardHead } from './PolicyCard';

const Words = styled('p')(({ theme }) => ({
  ...theme.typography.body2,
  padding: theme.spacing(1.5),
}));

/** The card for the trust policy of an existing role, which is not changed. */
export function KeptTrustPolicy() {
  const roleName = usePlanPart((plan) =>
    plan.target === 'existing-role' ? plan.roleName : undefined,
  );
  if (roleName === undefined) return null;
  return (
    <Card variant="outlined" role="region" aria-label="Trust policy">
      <CardHead>
        <h2>Trust policy</h2>
      </CardHead>
      <Words>
        {isPlaceholder(roleName) ? (
          'The role'
        ) : (
          <>
            The role <code>{roleName}</code>
          </>
        )}{' '}
        keeps its own trust policy: who can assume it stays as it is. Only the permissions policy is
        added.
      </Words>
    </Card>
  );
}
