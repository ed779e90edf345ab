import { styled } from '@mui/material/styles';
import { ModalDialog } from '@/ui/ModalDialog';
import type { Diagram } from './diagram';
import { Picture } from './Picture';
import { SaveDiagram } from './SaveDiagram';

/** Twice the size of the diagram if the screen has room, and never too small to read. */
const Large = styled('div')({
  overflow: 'auto',
  '& > svg': { minInlineSize: '56rem', maxInlineSize: '110rem !important' },
});

interface DiagramDialogProps {
  readonly diagram: Diagram;
  readonly title: string;
  readonly onClose: () => void;
}

/** The diagram in full screen. */
export default function DiagramDialog({ diagram, title, onClose }: DiagramDialogProps) {
  return (
    <ModalDialog
      open
      size="full"
      title={title}
      onClose={onClose}
      actions={<SaveDiagram diagram={diagram} title={title} />}
    >
      {/* A scrollable region must be reachable with the keyboard: WCAG 2.1.1. */}
      <Large tabIndex={0} role="group" aria-label="Diagram">
        <Picture diagram={diagram} title={title} />
      </Large>
    </ModalDialog>
  );
}
