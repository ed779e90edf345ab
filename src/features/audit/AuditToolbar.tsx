import { styled } from '@mui/material/styles';
import { Button } from '@/ui/Button';
import type { DroppedText } from './DropArea';
import { OpenFiles } from './OpenFiles';

const Row = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  gap: theme.spacing(1),
}));

interface AuditToolbarProps {
  readonly canFormat: boolean;
  readonly onFormat: () => void;
  readonly onTexts: (texts: readonly DroppedText[]) => void;
  readonly onExample: (example: 'plan' | 'published') => void;
  /** Absent where the editor is there already. */
  readonly onAskForMonaco: (() => void) | undefined;
}

/** Where texts come from, and what is done with the one that is shown. */
export function AuditToolbar(props: AuditToolbarProps) {
  const { canFormat, onFormat, onTexts, onExample, onAskForMonaco } = props;
  return (
    <Row>
      <OpenFiles onTexts={onTexts} />
      <Button size="small" onClick={() => onExample('plan')}>
        Use the form’s documents
      </Button>
      <Button size="small" onClick={() => onExample('published')}>
        Load AWS’s page, as published
      </Button>
      <Button size="small" look="quiet" disabled={!canFormat} onClick={onFormat}>
        Format
      </Button>
      {onAskForMonaco && (
        <Button size="small" look="quiet" onClick={onAskForMonaco}>
          Load the editor
        </Button>
      )}
    </Row>
  );
}
