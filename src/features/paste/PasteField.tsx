import { lazy, Suspense, useDeferredValue, useEffect, useRef, useState } from 'react';
import { styled } from '@mui/material/styles';
import { focusById } from '@/browser/focus';
import { subscribeToPaste } from '@/browser/keyboard';
import { showForm } from '@/state/goToField';
import { TextInput } from '@/ui/TextInput';

const PasteReading = lazy(() => import('./PasteReading'));

export const PASTE_FIELD_ID = 'paste-anything';

const Box = styled('section')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: theme.spacing(1),
  '& > :empty': { display: 'none' },
}));

interface PasteFieldProps {
  /** Takes a policy to where it is checked. */
  readonly onCheck: (text: string) => void;
}

/** Takes what is on the clipboard and fills in the form from it. */
export function PasteField({ onCheck }: PasteFieldProps) {
  const [text, setText] = useState('');
  const shown = useDeferredValue(text);
  /** What Enter does: accepts what was recognised, as soon as it is. */
  const accept = useRef<() => void>(undefined);

  useEffect(
    () =>
      subscribeToPaste((pasted) => {
        showForm();
        setText(pasted);
        focusById(PASTE_FIELD_ID);
      }),
    [],
  );

  return (
    <Box aria-label="Paste">
      <TextInput
        id={PASTE_FIELD_ID}
        label="Paste"
        help="ARN, console URL or AWS CLI output. Ctrl+V works anywhere"
        monospace
        multiline
        maxRows={3}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          accept.current?.();
        }}
      />
      <div>
        {shown.trim() !== '' && (
          <Suspense fallback={<p>Reading …</p>}>
            <PasteReading
              text={shown}
              accept={accept}
              onCheck={() => {
                setText('');
                onCheck(shown);
              }}
              onClose={() => setText('')}
            />
          </Suspense>
        )}
      </div>
    </Box>
  );
}
