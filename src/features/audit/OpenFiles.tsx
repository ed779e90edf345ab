import { useRef } from 'react';
import { styled } from '@mui/material/styles';
import { Button } from '@/ui/Button';
import { readTexts, type DroppedText } from './DropArea';

const Hidden = styled('input')({ display: 'none' });

/** For who does not drag: the browser's own file chooser. */
export function OpenFiles({
  onTexts,
}: {
  readonly onTexts: (texts: readonly DroppedText[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="small" icon="upload" onClick={() => input.current?.click()}>
        Open files
      </Button>
      <Hidden
        ref={input}
        type="file"
        multiple
        aria-label="Files with policy documents"
        accept=".json,.txt,.md,.html,application/json,text/*"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file may be opened again after it has changed.
          event.target.value = '';
          void readTexts(files).then((texts) => {
            if (texts.length > 0) onTexts(texts);
          });
        }}
      />
    </>
  );
}
