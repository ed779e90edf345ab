import { styled } from '@mui/material/styles';
import { permissionsPolicyPath, printPolicy, trustPolicyPath } from '@/exporters/policyDocuments';
import { policySize, quotas } from '@/iam/quotas';
import type { RolePlan } from '@/qbusiness/plan';
import type { MonacoMode } from '@/ui/code/loadMonaco';
import type { PlaceholderLinks } from '@/ui/code/placeholderLinks';
import type { Blocked } from '@/ui/CopyButton';
import { Meter } from '@/ui/Meter';
import { KeptTrustPolicy } from './KeptTrustPolicy';
import { PolicyCard } from './PolicyCard';
import { StatementReasons } from './StatementReasons';

export interface PreviewProps {
  readonly plan: RolePlan;
  readonly monaco: MonacoMode;
  readonly placeholders: PlaceholderLinks;
  /** Why nothing may leave the page yet. */
  readonly blocked: Blocked | undefined;
}

const Pair = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(2),
  alignItems: 'start',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(26rem, 100%), 1fr))',
}));

/** Both documents of the role, side by side where there is room. */
export function PolicyDocuments({ plan, ...view }: PreviewProps) {
  const { document, attachment } = plan.permissionsPolicy;
  const text = printPolicy(document).text;
  const quota = attachment === 'inline' ? quotas.inlinePoliciesOfRole : quotas.managedPolicy;
  return (
    <Pair>
      <PolicyCard
        {...view}
        title="Permissions policy"
        copyLabel="Copy permissions policy"
        path={permissionsPolicyPath(plan)}
        text={text}
      >
        <StatementReasons document={document} rationale={plan.rationale} />
        <Meter
          label={attachment === 'inline' ? 'Size, all inline policies' : 'Size, managed policy'}
          used={policySize(text)}
          limit={quota.maximum}
        />
      </PolicyCard>
      {plan.target === 'new-role' ? (
        <TrustPolicy {...view} plan={plan} />
      ) : (
        <KeptTrustPolicy roleName={plan.roleName} />
      )}
    </Pair>
  );
}

function TrustPolicy({
  plan,
  ...view
}: PreviewProps & { readonly plan: Extract<RolePlan, { target: 'new-role' }> }) {
  const { trustPolicy } = plan.role;
  const text = printPolicy(trustPolicy).text;
  return (
    <PolicyCard
      {...view}
      title="Trust policy"
      copyLabel="Copy trust policy"
      path={trustPolicyPath(plan)}
      text={text}
    >
      <StatementReasons document={trustPolicy} rationale={plan.rationale} />
      <Meter
        label="Size, trust policy"
        used={policySize(text)}
        limit={quotas.trustPolicy.maximum}
        raisableTo={quotas.trustPolicy.adjustableTo}
      />
    </PolicyCard>
  );
}
