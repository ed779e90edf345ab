import { useState } from 'react';
import { styled } from '@mui/material/styles';
import { commandsText, printCommand, type Shell } from '@/exporters/commands';
import { roleCommands } from '@/exporters/roleCommands';
import type { RolePlan } from '@/qbusiness/plan';
import type { PlaceholderLinks } from '@/ui/code/placeholderLinks';
import { CopyButton, type Blocked } from '@/ui/CopyButton';
import { StepList } from '@/ui/StepList';
import { TabPanel, Tabs } from '@/ui/Tabs';
import { shells } from './shells';
import { StepCommand } from './StepCommand';

interface CommandsPanelProps {
  readonly plan: RolePlan;
  readonly placeholders: PlaceholderLinks;
  readonly blocked: Blocked | undefined;
}

const Head = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'end',
  justifyContent: 'space-between',
  gap: theme.spacing(1),
}));

const Intro = styled('p')(({ theme }) => ({
  ...theme.typography.body2,
  color: theme.vars.palette.text.secondary,
  marginBlock: theme.spacing(1.5),
}));

/** The work in its order, one command at a time or all at once. */
export function CommandsPanel({ plan, placeholders, blocked }: CommandsPanelProps) {
  const [shell, setShell] = useState<Shell>('sh');
  const steps = [...roleCommands(plan), ...plan.handover];
  return (
    <>
      <Head>
        <Tabs label="Shell" idBase="commands" tabs={shells} selected={shell} onSelect={setShell} />
        <CopyButton
          label="Copy commands"
          subject="Commands"
          getText={() => commandsText(plan, shell)}
          blocked={blocked}
        />
      </Head>
      <TabPanel idBase="commands" tab={shell} focusable={false}>
        <Intro>
          Run in the folder that holds <code>policies</code>, with the AWS CLI, version 1 or 2.
        </Intro>
        <StepList
          steps={steps.map((step, index) => ({
            title: step.text,
            content: step.command && (
              <StepCommand
                number={index + 1}
                text={printCommand(shell, step.command)}
                shell={shell}
                placeholders={placeholders}
                blocked={blocked}
              />
            ),
          }))}
        />
      </TabPanel>
    </>
  );
}
