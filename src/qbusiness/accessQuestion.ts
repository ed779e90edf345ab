import type { AskedApplication } from './applicationsAsked';
import type { RolePlan } from './plan';

/** A question about the role of a plan: about which applications, and for whom the role is made. */
export interface AccessQuestion {
  readonly applications: readonly AskedApplication[];
  /** Absent where the role exists already: its documents are asked about as they are. */
  readonly roleArn?: string;
  /** Whom the role is made for: principals as its trust policy names them. */
  readonly intended: readonly string[];
}

/** Every application of the plan, and the caller that it is made for. */
export function accessQuestionOf(plan: RolePlan): AccessQuestion {
  const { partition, region, accountId, applicationIds } = plan.template;
  const applications = applicationIds.map((applicationId): AskedApplication => {
    return { partition, region, accountId, applicationId, from: 'given' };
  });
  if (plan.target === 'existing-role') return { applications, intended: [] };
  const principals = plan.role.trustPolicy.Statement.flatMap(({ Principal }) => [
    ...(Principal.AWS ?? []),
    ...(Principal.Service ?? []),
    ...(Principal.Federated ?? []),
  ]);
  return { applications, roleArn: plan.roleArn, intended: principals };
}
