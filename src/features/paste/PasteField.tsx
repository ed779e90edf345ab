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
  /** Opens the check with a pasted policy. */
  readonly onCheck: (text: string) => void;
}

/** A field for pasted text, from which the form is filled in. */
export function PasteField({ onCheck }: PasteFieldProps) {
  const [text, setText] = useState('');
  const shown = useDeferredValue(text);
  /** The action of Enter: accepts the recognised values once there are any. */
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
