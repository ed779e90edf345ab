import { policySize } from '@/iam/quotas';
import type { RolePlan } from '@/qbusiness/plan';
import { usePlanPart } from '@/state/roleForm';
import { Meter, type MeterProps } from '@/ui/Meter';

interface DocumentSizeProps extends Omit<MeterProps, 'used'> {
  readonly textOf: (plan: RolePlan) => string | undefined;
}

/** How much of its limit a document of the plan uses. Renders alone, and when the size changes. */
export function DocumentSize({ textOf, ...meter }: DocumentSizeProps) {
  const used = usePlanPart((plan) => policySize(textOf(plan) ?? ''));
  return <Meter {...meter} used={used} />;
}
