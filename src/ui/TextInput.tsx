import OutlinedInput from '@mui/material/OutlinedInput';
import { styled } from '@mui/material/styles';
import { type ChangeEventHandler, type KeyboardEventHandler, type RefCallback } from 'react';
import { Field, useField, type InputProps } from './Field';
import { VisuallyHidden } from './VisuallyHidden';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

export interface TextInputProps extends InputProps {
  /** Controlled if given; else uncontrolled (`register` of react-hook-form). */
  readonly value?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly onChange?: ChangeEventHandler<TextControl> | undefined;
  readonly onKeyDown?: KeyboardEventHandler<TextControl> | undefined;
  readonly ref?: RefCallback<TextControl> | undefined;
  readonly monospace?: boolean | undefined;
  readonly multiline?: boolean | undefined;
  /** Smallest height of a multiline field, in lines. */
  readonly rows?: number | undefined;
  /** Largest height of a multiline field, in lines; what is longer scrolls. */
  readonly maxRows?: number | undefined;
  /** Shows a count of characters; in an uncontrolled field only the limit. Longer text is not cut, so that an error can explain it. */
  readonly maxCharacters?: number | undefined;
  readonly readOnly?: boolean | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'url' | undefined;
}

const Control = styled(OutlinedInput, { shouldForwardProp: (name) => name !== 'monospace' })<{
  monospace: boolean;
}>(({ theme, monospace }) => ({
  ...(monospace && {
    '& .MuiOutlinedInput-input': { fontFamily: theme.typography.monospace, fontSize: '0.8125rem' },
    '@media (pointer: coarse)': { '& .MuiOutlinedInput-input': { fontSize: '1rem' } },
  }),
}));

const Counter = styled('span')(({ theme }) => ({
  ...theme.typography.caption,
  color: theme.vars.palette.text.secondary,
  fontVariantNumeric: 'tabular-nums',
}));

/** A text field with label and messages. Reads no context, so that it renders only with its own props. */
export function TextInput({
  ref,
  monospace = false,
  multiline = false,
  rows = 1,
  maxRows = 12,
  maxCharacters,
  inputMode,
  ...props
}: TextInputProps) {
  const { field, control, aria, isWarned } = useField(props);
  const length = control.value?.length;
  return (
    <Field
      {...field}
      aside={
        maxCharacters !== undefined && (
          <Counter>
            {length === undefined ? `at most ${maxCharacters}` : `${length} / ${maxCharacters}`}
            <VisuallyHidden> characters</VisuallyHidden>
          </Counter>
        )
      }
    >
      <Control
        {...control}
        {...(multiline && { multiline, minRows: rows, maxRows })}
        inputRef={ref}
        monospace={monospace}
        data-warning={isWarned}
        autoComplete="off"
        slotProps={{
          input: {
            ...aria,
            inputMode,
            // The prerendered height equals the measured one.
            ...(multiline && { rows }),
            autoCapitalize: 'none',
            autoCorrect: 'off',
            spellCheck: false,
          },
        }}
      />
    </Field>
  );
}
