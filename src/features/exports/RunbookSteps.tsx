import { useState } from 'react';
import type { Shell } from '@/exporters/commands';
import { orderOfWork, printWorkStep } from '@/exporters/orderOfWork';
import type { RolePlan } from '@/qbusiness/plan';
import type { PlaceholderLinks } from '@/ui/code/placeholderLinks';
import type { Blocked } from '@/ui/CopyButton';
import { StepList } from '@/ui/StepList';
import { TabPanel, Tabs } from '@/ui/Tabs';
import { shells } from './shells';
import { StepCommand } from './StepCommand';

export interface RunbookStepsProps {
  readonly plan: RolePlan;
  readonly placeholders: PlaceholderLinks;
  readonly blocked: Blocked | undefined;
}

/** Everything around the role, one numbered step after the other. */
export default function RunbookSteps({ plan, placeholders, blocked }: RunbookStepsProps) {
  const [shell, setShell] = useState<Shell>('sh');
  const steps = orderOfWork(plan).map((step, index) => {
    const text = printWorkStep(step, shell);
    return {
      title: step.text,
      content: text !== undefined && (
        <StepCommand
          number={index + 1}
          context="of the order of work"
          text={text}
          shell={shell}
          placeholders={placeholders}
          blocked={blocked}
        />
      ),
    };
  });
  return (
    <>
      <Tabs
        label="Shell of the steps"
        idBase="runbook"
        tabs={shells}
        selected={shell}
        onSelect={setShell}
      />
      <TabPanel idBase="runbook" tab={shell} focusable={false}>
        <StepList steps={steps} />
      </TabPanel>
    </>
  );
}
