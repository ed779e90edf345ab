import { lazy, Suspense, useDeferredValue, useEffect, useId, useState } from 'react';
import { styled } from '@mui/material/styles';
import { focusById } from '@/browser/focus';
import { subscribeToPaste } from '@/browser/keyboard';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { TextInput } from '@/ui/TextInput';

const PasteReview = lazy(() => import('./PasteReview'));

/** What a paste needs of the form. */
export interface PasteTarget {
  readonly subscribe: (listener: () => void) => () => void;
  /** The same object until the form changes. */
  readonly getValues: () => RoleFormValues;
  /** Puts the values into the form and offers to take them out again. */
  readonly onFill: (values: RoleFormValues, message: string) => void;
}

export const PASTE_FIELD_ID = 'paste-anything';

const Box = styled('section')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(1.5),
  padding: theme.spacing(1.5),
  marginBlockEnd: theme.spacing(3),
  backgroundColor: theme.vars.palette.sunken,
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: theme.vars.shape.borderRadius,
  // A long output must not push away what was read in it.
  '& textarea': { maxBlockSize: '7.5rem' },
  '& > :empty': { display: 'none' },
}));

/** Takes what is on the clipboard and offers to fill in the form from it. */
export function PasteField(target: PasteTarget) {
  const [text, setText] = useState('');
  const shown = useDeferredValue(text);
  const reviewId = useId();

  useEffect(
    () =>
      subscribeToPaste((pasted) => {
        setText(pasted);
        focusById(PASTE_FIELD_ID);
      }),
    [],
  );

  const close = () => {
    setText('');
    focusById(PASTE_FIELD_ID);
  };
  return (
    <Box aria-label="Paste">
      <TextInput
        id={PASTE_FIELD_ID}
        label="Paste anything"
        help="An ARN, a console URL, output of the AWS CLI, a policy, an error message. Nothing changes before you agree."
        monospace
        multiline
        rows={1}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div id={reviewId}>
        {shown.trim() !== '' && (
          <Suspense fallback={<p>Reading …</p>}>
            <PasteReview key={shown} text={shown} target={target} onClose={close} />
          </Suspense>
        )}
      </div>
    </Box>
  );
}
