import { styled } from '@mui/material/styles';
import type { Shell } from '@/exporters/commands';
import { CodeSurface } from '@/ui/code/CodeSurface';
import { PlainCode } from '@/ui/code/PlainCode';
import type { PlaceholderLinks } from '@/ui/code/placeholderLinks';
import { CopyButton } from '@/ui/CopyButton';

const Frame = styled(CodeSurface)(({ theme }) => ({
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: theme.vars.shape.borderRadius,
}));

const Line = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  alignItems: 'start',
  gap: theme.spacing(0.5),
  marginBlockStart: theme.spacing(0.5),
}));

interface StepCommandProps {
  readonly placeholders: PlaceholderLinks;
  readonly number: number;
  /** Distinguishes the accessible names of steps in several lists. */
  readonly context?: string;
  readonly text: string;
  /** The command at the moment of copying; undefined if the role is not complete. */
  readonly getText: () => string | undefined;
  readonly shell: Shell;
}

/** One command with a copy button. */
export function StepCommand({
  number,
  context,
  text,
  getText,
  shell,
  placeholders,
}: StepCommandProps) {
  const name = context === undefined ? `${number}` : `${number} ${context}`;
  return (
    <Line>
      <Frame>
        <PlainCode
          language={shell === 'sh' ? 'shell' : 'powershell'}
          text={text}
          label={`Command ${name}`}
          isWrapped
          placeholders={placeholders}
        />
      </Frame>
      <CopyButton
        iconOnly
        label={`Copy step ${name}`}
        subject={`Command ${name}`}
        getText={getText}
      />
    </Line>
  );
}
