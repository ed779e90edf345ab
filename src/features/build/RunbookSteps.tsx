import type { Shell } from '@/exporters/commands';
import { orderOfWork, printWorkStep } from '@/exporters/orderOfWork';
import type { RolePlan } from '@/qbusiness/plan';
import { useCompleteRole } from '@/state/exportRole';
import type { PlaceholderLinks } from '@/ui/code/placeholderLinks';
import { StepList } from '@/ui/StepList';
import { showRefusal } from './refusal';
import { StepCommand } from './StepCommand';

interface RunbookStepsProps {
  readonly plan: RolePlan;
  readonly shell: Shell;
  readonly placeholders: PlaceholderLinks;
}

/** The numbered steps of the order of work, as in the README of the folder. */
export function RunbookSteps({ plan, shell, placeholders }: RunbookStepsProps) {
  const completeRole = useCompleteRole(showRefusal);
  const steps = orderOfWork(plan).map((step, index) => {
    const text = printWorkStep(step, shell);
    return {
      title: step.text,
      content: text !== undefined && (
        <StepCommand
          number={index + 1}
          context="of the order of work"
          text={text}
          getText={() => {
            const role = completeRole();
            const now = role && orderOfWork(role.plan)[index];
            return now && printWorkStep(now, shell);
          }}
          shell={shell}
          placeholders={placeholders}
        />
      ),
    };
  });
  return <StepList steps={steps} />;
}
