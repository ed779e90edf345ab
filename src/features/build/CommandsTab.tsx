import { styled } from '@mui/material/styles';
import { commandsText, printCommand, stepsText, type Shell } from '@/exporters/commands';
import { roleCommands } from '@/exporters/roleCommands';
import { updateCommands } from '@/exporters/updateCommands';
import type { HandoverStep } from '@/qbusiness/command';
import type { RolePlan } from '@/qbusiness/plan';
import { useCompleteRole } from '@/state/exportRole';
import { usePlan } from '@/state/roleForm';
import { usePlaceholderLinks } from '@/state/usePlaceholderLinks';
import { CopyButton } from '@/ui/CopyButton';
import { Disclosure } from '@/ui/Disclosure';
import { StepList } from '@/ui/StepList';
import { ToggleGroup } from '@/ui/ToggleGroup';
import { useLater } from '@/ui/useLater';
import { showRefusal } from './refusal';
import { RunbookSteps } from './RunbookSteps';
import { shells } from './shells';
import { StepCommand } from './StepCommand';

type Way = 'create' | 'update';

/** Which commands are shown. */
export interface CommandsChoice {
  readonly shell: Shell;
  readonly way: Way;
}

interface CommandsTabProps {
  readonly choice: CommandsChoice;
  readonly onChoose: (choice: CommandsChoice) => void;
}

const ways = [
  { value: 'create', label: 'Create' },
  { value: 'update', label: 'Update existing' },
] as const satisfies readonly { value: Way; label: string }[];

const stepsOf = (plan: RolePlan, way: Way): readonly HandoverStep[] =>
  way === 'create' ? [...roleCommands(plan), ...plan.handover] : updateCommands(plan);

const textOf = (plan: RolePlan, way: Way, shell: Shell): string =>
  way === 'create' ? commandsText(plan, shell) : stepsText(updateCommands(plan), shell);

const Head = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1),
  '& > :last-child': { marginInlineStart: 'auto' },
}));

const Intro = styled('p')(({ theme }) => ({
  ...theme.typography.body2,
  color: theme.vars.palette.text.secondary,
  marginBlock: theme.spacing(1, 2),
}));

/** The order of work: step by step, or all commands at once. */
export default function CommandsTab({ choice, onChoose }: CommandsTabProps) {
  const { shell, way } = choice;
  const plan = useLater(usePlan());
  const placeholders = usePlaceholderLinks();
  const completeRole = useCompleteRole(showRefusal);
  const isNewRole = plan.target === 'new-role';
  const shownWay = isNewRole ? way : 'create';
  /** Identifies the shown commands: others have not been copied yet. */
  const shownCommands = `${shownWay} ${shell}`;
  const copy = (print: (now: RolePlan) => string | undefined) => () => {
    const role = completeRole();
    return role && print(role.plan);
  };
  return (
    <>
      <Head>
        <ToggleGroup
          label="Shell"
          options={shells}
          value={shell}
          onChange={(next) => onChoose({ ...choice, shell: next })}
        />
        {isNewRole && (
          <ToggleGroup
            label="Role"
            options={ways}
            value={way}
            onChange={(next) => onChoose({ ...choice, way: next })}
          />
        )}
        <CopyButton
          key={shownCommands}
          label="Copy commands"
          subject="Commands"
          look="secondary"
          getText={copy((now) => textOf(now, shownWay, shell))}
        />
      </Head>
      <Intro>
        {shownWay === 'update' && 'Replaces what the role has with what the form says. '}
        Run in the folder that holds <code>policies</code>, with the AWS CLI, version 1 or 2.
      </Intro>
      <StepList
        steps={stepsOf(plan, shownWay).map((step, index) => ({
          title: step.text,
          content: step.command && (
            <StepCommand
              key={shownCommands}
              number={index + 1}
              text={printCommand(shell, step.command)}
              getText={copy((now) => {
                const command = stepsOf(now, shownWay)[index]?.command;
                return command && printCommand(shell, command);
              })}
              shell={shell}
              placeholders={placeholders}
            />
          ),
        }))}
      />
      <Disclosure
        title="Step by step, with the scripts of the download"
        headingLevel={2}
        summary="check, apply, verify, hand over, try"
      >
        <RunbookSteps plan={plan} shell={shell} placeholders={placeholders} />
      </Disclosure>
    </>
  );
}
