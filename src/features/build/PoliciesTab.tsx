import { styled } from '@mui/material/styles';
import { permissionsPolicyPath, printPolicy, trustPolicyPath } from '@/exporters/policyDocuments';
import { quotas } from '@/iam/quotas';
import type { RolePlan } from '@/qbusiness/plan';
import { usePlanPart } from '@/state/roleForm';
import { usePlaceholderLinks } from '@/state/usePlaceholderLinks';
import { useMonacoModeAtStart } from '@/ui/code/loadMonaco';
import { CompanionPolicies } from './CompanionPolicies';
import { DocumentSize } from './DocumentSize';
import { KeptTrustPolicy } from './KeptTrustPolicy';
import { PolicyCard } from './PolicyCard';
import { StatementReasons } from './StatementReasons';

const Documents = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(1),
  alignItems: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
  // Wide enough for the longest line of both documents.
  '@container (min-width: 1900px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  '& > .others': { gridColumn: '1 / -1', '&:empty': { display: 'none' } },
}));

const permissionsPolicy = (plan: RolePlan) => plan.permissionsPolicy.document;
const permissionsText = (plan: RolePlan) => printPolicy(permissionsPolicy(plan)).text;
const trustPolicy = (plan: RolePlan) =>
  plan.target === 'new-role' ? plan.role.trustPolicy : undefined;
const trustText = (plan: RolePlan) => {
  const document = trustPolicy(plan);
  return document && printPolicy(document).text;
};

/**
 * Both documents of the role. Only the texts and their sizes, which read the plan themselves, render at
 * each key press.
 */
export function PoliciesTab() {
  const attachment = usePlanPart((plan) => plan.permissionsPolicy.attachment);
  const permissionsPath = usePlanPart(permissionsPolicyPath);
  const trustPath = usePlanPart(trustPolicyPath);
  const isNewRole = usePlanPart((plan) => plan.target === 'new-role');
  const [monaco, reach] = useMonacoModeAtStart();
  const placeholders = usePlaceholderLinks();
  const view = { monaco, placeholders };
  const quota = attachment === 'inline' ? quotas.inlinePoliciesOfRole : quotas.managedPolicy;
  return (
    <Documents onPointerOver={reach} onFocus={reach}>
      <PolicyCard
        {...view}
        title="Permissions policy"
        path={permissionsPath}
        textOf={permissionsText}
        size={
          <DocumentSize
            label={attachment === 'inline' ? 'Size, all inline policies' : 'Size, managed policy'}
            textOf={permissionsText}
            limit={quota.maximum}
          />
        }
      >
        <StatementReasons documentOf={permissionsPolicy} />
      </PolicyCard>
      {isNewRole ? (
        <PolicyCard
          {...view}
          title="Trust policy"
          path={trustPath}
          textOf={trustText}
          size={
            <DocumentSize
              label="Size, trust policy"
              textOf={trustText}
              limit={quotas.trustPolicy.maximum}
              raisableTo={quotas.trustPolicy.adjustableTo}
            />
          }
        >
          <StatementReasons documentOf={trustPolicy} />
        </PolicyCard>
      ) : (
        <KeptTrustPolicy />
      )}
      <div className="others">
        <CompanionPolicies placeholders={placeholders} />
      </div>
    </Documents>
  );
}
