import { styled } from '@mui/material/styles';
import { permissionsPolicyPath, printPolicy, trustPolicyPath } from '@/exporters/policyDocuments';
import { policySize, quotas } from '@/iam/quotas';
import type { NewRolePlan, RolePlan } from '@/qbusiness/plan';
import { usePlan } from '@/state/roleForm';
import { usePlaceholderLinks } from '@/state/usePlaceholderLinks';
import { useMonacoMode } from '@/ui/code/loadMonaco';
import { Meter } from '@/ui/Meter';
import { CompanionPolicies } from './CompanionPolicies';
import { KeptTrustPolicy } from './KeptTrustPolicy';
import { PolicyCard } from './PolicyCard';
import { StatementReasons } from './StatementReasons';

const Documents = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(1),
  alignItems: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
  // Both hold their longest line.
  '@container (min-width: 1900px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  '& > .others': { gridColumn: '1 / -1' },
}));

const permissionsText = (plan: RolePlan) => printPolicy(plan.permissionsPolicy.document).text;
const trustText = (plan: RolePlan) =>
  plan.target === 'new-role' ? printPolicy(plan.role.trustPolicy).text : undefined;

/** Both documents of the role, one below the other over the whole width. */
export function PoliciesTab() {
  const plan = usePlan();
  const [monaco] = useMonacoMode();
  const placeholders = usePlaceholderLinks();
  const view = { monaco, placeholders };
  const { document, attachment } = plan.permissionsPolicy;
  const text = permissionsText(plan);
  const quota = attachment === 'inline' ? quotas.inlinePoliciesOfRole : quotas.managedPolicy;
  return (
    <Documents>
      <PolicyCard
        {...view}
        title="Permissions policy"
        path={permissionsPolicyPath(plan)}
        text={text}
        textOf={permissionsText}
        size={
          <Meter
            label={attachment === 'inline' ? 'Size, all inline policies' : 'Size, managed policy'}
            used={policySize(text)}
            limit={quota.maximum}
          />
        }
      >
        <StatementReasons document={document} rationale={plan.rationale} />
      </PolicyCard>
      {plan.target === 'new-role' ? (
        <TrustPolicy {...view} plan={plan} />
      ) : (
        <KeptTrustPolicy roleName={plan.roleName} />
      )}
      {plan.companions.length > 0 && (
        <div className="others">
          <CompanionPolicies {...view} plan={plan} />
        </div>
      )}
    </Documents>
  );
}

interface TrustPolicyProps extends Pick<
  Parameters<typeof PolicyCard>[0],
  'monaco' | 'placeholders'
> {
  readonly plan: NewRolePlan;
}

function TrustPolicy({ plan, ...view }: TrustPolicyProps) {
  const { trustPolicy } = plan.role;
  const text = printPolicy(trustPolicy).text;
  return (
    <PolicyCard
      {...view}
      title="Trust policy"
      path={trustPolicyPath(plan)}
      text={text}
      textOf={trustText}
      size={
        <Meter
          label="Size, trust policy"
          used={policySize(text)}
          limit={quotas.trustPolicy.maximum}
          raisableTo={quotas.trustPolicy.adjustableTo}
        />
      }
    >
      <StatementReasons document={trustPolicy} rationale={plan.rationale} />
    </PolicyCard>
  );
}
