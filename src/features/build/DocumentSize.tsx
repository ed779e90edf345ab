import { policySize } from '@/iam/quotas';
import type { RolePlan } from '@/qbusiness/plan';
import { usePlanPart } from '@/state/roleForm';
import { Meter, type MeterProps } from '@/ui/Meter';

interface DocumentSizeProps extends Omit<MeterProps, 'used'> {
  readonly textOf: (plan: RolePlan) => string | undefined;
}

/** The size of a document compared with its limit. Renders only when the size changes. */
export function DocumentSize({ textOf, ...meter }: DocumentSizeProps) {
  const used = usePlanPart((plan) => policySize(textOf(plan) ?? ''));
  return <Meter {...meter} used={used} />;
}
