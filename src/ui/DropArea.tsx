import { styled } from '@mui/material/styles';
import { useState, type ClipboardEventHandler, type DragEvent, type ReactNode } from 'react';
import { filesOf } from '@/browser/files';

const Area = styled('div')(({ theme }) => ({
  minInlineSize: 0,
  minBlockSize: 0,
  '&[data-over="true"]': {
    outline: `2px dashed ${theme.vars.palette.primary.main}`,
    outlineOffset: -4,
  },
}));

interface DropAreaProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onPasteCapture?: ClipboardEventHandler;
  readonly className?: string;
  readonly children: ReactNode;
}

const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');

/** Takes files that are dropped anywhere on it. Dropped text is left to the field under the pointer. */
export function DropArea({ onFiles, children, ...area }: DropAreaProps) {
  const [isOver, setIsOver] = useState(false);
  return (
    <Area
      {...area}
      data-over={isOver}
      // In the capture phase, before an editor inside inserts the file's name into its text.
      onDragOverCapture={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDropCapture={(event) => {
        setIsOver(false);
        const files = filesOf(event.dataTransfer);
        if (files.length === 0) return;
        event.preventDefault();
        event.stopPropagation();
        onFiles(files);
      }}
    >
      {children}
    </Area>
  );
}
