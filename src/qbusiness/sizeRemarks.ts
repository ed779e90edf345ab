import { policySize, quotas } from '../iam/quotas';
import { showNumber } from '../words/counts';
import type { FieldCaution, FieldIssue } from './form/textField';
import { planRole } from './plan';
import type { RoleTemplate } from './request';

interface SizeRemarks {
  readonly issues: readonly FieldIssue[];
  readonly cautions: readonly FieldCaution[];
}

/** The size of an endpoint policy, white space included.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
const MAX_ENDPOINT_POLICY = 20_480;

/** Documents that exceed a size limit of IAM (issues), or need a quota increase (cautions). */
export function sizeRemarks(template: RoleTemplate): SizeRemarks {
  const plan = planRole(template);
  const issues: FieldIssue[] = [];
  const cautions: FieldCaution[] = [];
  const place = longestList(template);
  const { attachment, document } = plan.permissionsPolicy;
  const size = policySize(document);
  const { maximum } = attachment === 'inline' ? quotas.inlinePoliciesOfRole : quotas.managedPolicy;
  if (size > maximum) {
    const message = `The permissions policy has ${showNumber(size)} characters; IAM takes ${showNumber(maximum)} ${attachment === 'inline' ? 'inline' : 'in a managed policy'}. Use fewer entries, or a second role`;
    issues.push({ ...place, kind: 'invalid', message });
  }
  if (plan.target === 'new-role') {
    const trustSize = policySize(plan.role.trustPolicy);
    const { maximum: usual, adjustableTo } = quotas.trustPolicy;
    if (trustSize > adjustableTo) {
      const message = `The trust policy has ${showNumber(trustSize)} characters; IAM takes ${showNumber(adjustableTo)} at most. Use a second role`;
      issues.push({ ...place, kind: 'invalid', message });
    } else if (trustSize > usual) {
      const message = `The trust policy has ${showNumber(trustSize)} characters: more than ${showNumber(usual)} need a quota increase, up to ${showNumber(adjustableTo)}`;
      cautions.push({ ...place, message });
    }
    const { path, roleName } = plan.role;
    const pathAndName = path.length + roleName.length;
    if (path !== '/' && pathAndName > quotas.rolePathAndName.maximum) {
      const message = `Path and role name have ${showNumber(pathAndName)} characters together: with more than ${showNumber(quotas.rolePathAndName.maximum)}, Switch Role in the console cannot be used`;
      cautions.push({ path: 'path', label: 'Path', message });
    }
  }
  for (const { id, title, document: companion } of plan.companions) {
    const [companionSize, limit] =
      id === 'vpc-endpoint'
        ? [JSON.stringify(companion, null, 2).length, MAX_ENDPOINT_POLICY]
        : [policySize(companion), quotas.managedPolicy.maximum];
    if (companionSize > limit) {
      const message = `The policy “${title}” has ${showNumber(companionSize)} characters; AWS takes ${showNumber(limit)} in one policy. Split it by application`;
      cautions.push({ ...place, message });
    }
  }
  return { issues, cautions };
}

/** The list that makes the document long, which is where the remark is shown. */
function longestList(template: RoleTemplate): Pick<FieldIssue, 'path' | 'label'> {
  const network = template.accessMode === 'api-only' ? template.network : undefined;
  const others = template.applicationIds.length - 1;
  const lists = {
    'vpc-endpoint': { path: 'vpcEndpoints.0.value', label: 'VPC endpoints' },
    vpc: { path: 'vpcs.0.value', label: 'VPCs' },
    'ip-range': { path: 'ipRanges.0.value', label: 'IP ranges' },
  } as const;
  return network && network.values.length > others
    ? lists[network.limit]
    : { path: 'otherApplications.0.value', label: 'More applications for this role' };
}
