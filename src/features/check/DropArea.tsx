import { styled } from '@mui/material/styles';
import { useState, type ClipboardEvent, type DragEvent, type ReactNode } from 'react';
import { filesOf, readTextFile, type FileRefusalReason } from '@/browser/files';
import { encodingOf } from '@/documents/encodingOf';
import type { AddedText } from '@/state/check/checkSession';
import { showToast } from '@/ui/toast';

const Area = styled('div')(({ theme }) => ({
  minInlineSize: 0,
  minBlockSize: 0,
  blockSize: '100%',
  '&[data-over="true"]': {
    outline: `2px dashed ${theme.vars.palette.primary.main}`,
    outlineOffset: -4,
  },
}));

/** Far above what IAM takes: an account with thousands of roles has 40 MB. */
const maxBytes = 64_000_000;

const refusals: Readonly<Record<FileRefusalReason, string>> = {
  'too-large': 'is larger than 64 MB',
  'not-text': 'is not a text file',
  unreadable: 'cannot be read',
};

/** The files as texts; what is refused is said in a toast. */
export async function readTexts(files: readonly File[]): Promise<readonly AddedText[]> {
  const readings = await Promise.all(files.map((file) => readTextFile(file, maxBytes, encodingOf)));
  const refused = readings.flatMap((reading) =>
    reading.ok ? [] : [`${reading.name} ${refusals[reading.reason]}.`],
  );
  if (refused.length > 0) showToast({ message: refused.join(' ') });
  return readings.flatMap((reading) =>
    reading.ok ? [{ name: reading.name, text: reading.text }] : [],
  );
}

interface DropAreaProps {
  readonly onTexts: (texts: readonly AddedText[]) => void;
  readonly children: ReactNode;
}

const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');

/** Takes files that are dropped anywhere on it, and what is pasted outside of fields. */
export function DropArea({ onTexts, children }: DropAreaProps) {
  const [isOver, setIsOver] = useState(false);
  const read = (files: readonly File[]) =>
    void readTexts(files).then((texts) => {
      if (texts.length > 0) onTexts(texts);
    });
  const handlePaste = (event: ClipboardEvent) => {
    const files = filesOf(event.clipboardData);
    const isField =
      event.target instanceof Element &&
      event.target.closest('input, textarea, select, [contenteditable]') !== null;
    if (files.length > 0) {
      event.preventDefault();
      read(files);
    } else if (!isField) {
      const text = event.clipboardData.getData('text');
      if (text.trim() !== '') onTexts([{ name: '', text }]);
    }
  };
  return (
    <Area
      data-over={isOver}
      onPasteCapture={handlePaste}
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
        read(files);
      }}
    >
      {children}
    </Area>
  );
}
