import { styled } from '@mui/material/styles';
import type { AddedText } from '@/state/check/checkSession';
import { readTexts } from './DropArea';

const Hidden = styled('input')({ display: 'none' });

interface FileChooserProps {
  readonly id: string;
  readonly onTexts: (texts: readonly AddedText[]) => void;
}

/** For who does not drag: the browser's own file chooser, opened by `chooseFiles`. */
export function FileChooser({ id, onTexts }: FileChooserProps) {
  return (
    <Hidden
      id={id}
      type="file"
      multiple
      aria-label="Files with roles or policies"
      accept=".json,.txt,.md,.html,.yaml,.yml,.tf,.tfstate,.sh,.ps1,application/json,text/*"
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        // The same file may be opened again after it has changed.
        event.target.value = '';
        void readTexts(files).then((texts) => {
          if (texts.length > 0) onTexts(texts);
        });
      }}
    />
  );
}
