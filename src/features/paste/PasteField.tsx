import { lazy, Suspense, useDeferredValue, useEffect, useRef, useState } from 'react';
import { styled } from '@mui/material/styles';
import { focusById } from '@/browser/focus';
import { subscribeToPaste } from '@/browser/keyboard';
import { MAX_PASTE_LENGTH } from '@/qbusiness/textLimits';
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

/** Characters from which a paste takes the place of all there is: to insert it would keep the field busy. */
const longPaste = 10_000;

interface PasteFieldProps {
  /** Opens the check with a pasted policy. */
  readonly onCheck: (text: string) => void;
}

/** A field for pasted text, from which the form is filled in. */
export function PasteField({ onCheck }: PasteFieldProps) {
  const [whole, setWhole] = useState('');
  const shown = useDeferredValue(whole);
  /** The action of Enter: accepts the recognised values once there are any. */
  const accept = useRef<() => void>(undefined);

  useEffect(
    () =>
      subscribeToPaste((pasted) => {
        showForm();
        setWhole(pasted);
        focusById(PASTE_FIELD_ID);
      }),
    [],
  );

  return (
    <Box
      aria-label="Paste"
      onPaste={(event) => {
        const pasted = event.clipboardData.getData('text/plain');
        if (pasted.length < longPaste) return;
        event.preventDefault();
        setWhole(pasted);
      }}
    >
      <TextInput
        id={PASTE_FIELD_ID}
        label="Paste"
        help="ARN, console URL or AWS CLI output. Ctrl+V works anywhere"
        monospace
        multiline
        maxRows={3}
        // The rest is not read either.
        value={whole.slice(0, MAX_PASTE_LENGTH)}
        onChange={(event) => setWhole(event.target.value)}
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
                setWhole('');
                onCheck(shown);
              }}
              onClose={() => setWhole('')}
            />
          </Suspense>
        )}
      </div>
    </Box>
  );
}
