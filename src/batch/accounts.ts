import type { RolePlan } from '../qbusiness/plan';
import type { JudgedRow } from './judgeRows';

/** The roles of one account, in the order of their rows. */
export interface AccountPlans {
  readonly accountId: string;
  readonly partition: string;
  readonly plans: readonly RolePlan[];
}

/** The rows that are ready, by account; accounts in the order of their IDs. */
export function accountsOf(rows: readonly JudgedRow[]): readonly AccountPlans[] {
  const accounts = new Map<string, { partition: string; plans: RolePlan[] }>();
  for (const { plan } of rows) {
    if (plan === undefined) continue;
    const account = accounts.get(plan.accountId);
    if (account) account.plans.push(plan);
    else accounts.set(plan.accountId, { partition: plan.partition, plans: [plan] });
  }
  return [...accounts]
    .map(([accountId, account]) => ({ accountId, ...account }))
    .sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
}

/** The folder of each plan below its account: the application, and the role where two share it. */
export function plansWithFolders({
  accountId,
  plans,
}: AccountPlans): readonly (readonly [folder: string, plan: RolePlan])[] {
  const counts = new Map<string, number>();
  const idOf = ({ template }: RolePlan): string => template.applicationIds[0];
  for (const plan of plans) counts.set(idOf(plan), (counts.get(idOf(plan)) ?? 0) + 1);
  return plans.map((plan) => {
    const id = idOf(plan);
    const folder = counts.get(id) === 1 ? id : `${id}-${plan.roleName}`;
    return [`${accountId}/${folder}`, plan];
  });
}
