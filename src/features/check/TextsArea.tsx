import { styled } from '@mui/material/styles';
import type { ClipboardEvent, ReactNode } from 'react';
import { filesOf } from '@/browser/files';
import type { AddedText } from '@/state/check/checkSession';
import { DropArea } from '@/ui/DropArea';
import { addPasted, readTexts } from './readTexts';

const Area = styled(DropArea)({ blockSize: '100%' });

/** Characters; a longer text becomes a separate document, because inserting it would block the page. */
const mostInField = 500_000;

interface TextsAreaProps {
  readonly onTexts: (texts: readonly AddedText[]) => void;
  readonly children: ReactNode;
}

/** Takes files that are dropped anywhere on it, and text that is pasted outside of fields. */
export function TextsArea({ onTexts, children }: TextsAreaProps) {
  const handlePaste = (event: ClipboardEvent) => {
    const files = filesOf(event.clipboardData);
    const isField =
      event.target instanceof Element &&
      event.target.closest('input, textarea, select, [contenteditable]') !== null;
    if (files.length > 0) {
      event.preventDefault();
      void readTexts(files, onTexts);
      return;
    }
    const text = event.clipboardData.getData('text');
    if (text.trim() === '' || (isField && text.length <= mostInField)) return;
    event.preventDefault();
    addPasted(text, onTexts);
  };
  return (
    <Area
      data-long-texts=""
      onFiles={(files) => void readTexts(files, onTexts)}
      onPasteCapture={handlePaste}
    >
      {children}
    </Area>
  );
}
