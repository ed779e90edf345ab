import { useState, type DragEvent, type ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import { filesOf, readTextFile, type FileRefusalReason } from '@/browser/files';
import { showToast } from '@/ui/toast';

export interface DroppedText {
  readonly name: string;
  readonly text: string;
}

const Area = styled('div')(({ theme }) => ({
  borderRadius: theme.vars.shape.borderRadius,
  '&[data-over="true"]': { outline: `2px dashed ${theme.vars.palette.primary.main}` },
}));

/** Far above what IAM takes, and far below what a page can hold. */
const maxBytes = 8_000_000;

const refusals: Readonly<Record<FileRefusalReason, string>> = {
  'too-large': 'is larger than 8 MB',
  'not-text': 'is no text',
  unreadable: 'cannot be read',
};

/** The files as texts; what is refused is said in a toast. */
export async function readTexts(files: readonly File[]): Promise<readonly DroppedText[]> {
  const readings = await Promise.all(files.map((file) => readTextFile(file, maxBytes)));
  const refused = readings.flatMap((reading) =>
    reading.ok ? [] : [`${reading.name} ${refusals[reading.reason]}.`],
  );
  if (refused.length > 0) showToast({ message: refused.join(' ') });
  return readings.flatMap((reading) =>
    reading.ok ? [{ name: reading.name, text: reading.text }] : [],
  );
}

interface DropAreaProps {
  readonly onTexts: (texts: readonly DroppedText[]) => void;
  readonly children: ReactNode;
}

/** Takes files that are dropped anywhere on it. */
export function DropArea({ onTexts, children }: DropAreaProps) {
  const [isOver, setIsOver] = useState(false);
  const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');
  return (
    <Area
      data-over={isOver}
      // Before the editor, which would put the file's name into the text.
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
        void readTexts(files).then((texts) => {
          if (texts.length > 0) onTexts(texts);
        });
      }}
    >
      {children}
    </Area>
  );
}
