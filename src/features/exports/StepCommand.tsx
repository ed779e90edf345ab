import { styled } from '@mui/material/styles';
import type { Shell } from '@/exporters/commands';
import { CodeSurface } from '@/ui/code/CodeSurface';
import { PlainCode } from '@/ui/code/PlainCode';
import type { PlaceholderLinks } from '@/ui/code/placeholderLinks';
import { CopyButton, type Blocked } from '@/ui/CopyButton';

const Frame = styled(CodeSurface)(({ theme }) => ({
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: theme.vars.shape.borderRadius,
}));

const Line = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  alignItems: 'start',
  gap: theme.spacing(1),
  marginBlockStart: theme.spacing(0.75),
  '@media (max-width: 600px)': { gridTemplateColumns: 'minmax(0, 1fr)', justifyItems: 'start' },
}));

interface StepCommandProps {
  readonly placeholders: PlaceholderLinks;
  readonly blocked: Blocked | undefined;
  readonly number: number;
  /** Tells the steps of one list from those of another. */
  readonly context?: string;
  readonly text: string;
  readonly shell: Shell;
}

/** One command that can be copied on its own. */
export function StepCommand({
  number,
  context,
  text,
  shell,
  placeholders,
  blocked,
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
        label={`Copy step ${name}`}
        subject={`Command ${name}`}
        size="small"
        getText={() => text}
        blocked={blocked}
      />
    </Line>
  );
}
