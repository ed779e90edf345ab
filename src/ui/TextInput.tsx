import OutlinedInput from '@mui/material/OutlinedInput';
import { styled } from '@mui/material/styles';
import {
  useId,
  type ChangeEventHandler,
  type FocusEventHandler,
  type KeyboardEventHandler,
  type ReactNode,
  type RefCallback,
} from 'react';
import { describedBy, Field, type FieldText } from './Field';
import { VisuallyHidden } from './VisuallyHidden';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

export interface TextInputProps extends FieldText {
  /** Made up when absent. */
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** Controlled when given; else the page owns the text (`register` of react-hook-form). */
  readonly value?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly onChange?: ChangeEventHandler<TextControl> | undefined;
  readonly onBlur?: FocusEventHandler<TextControl> | undefined;
  readonly onKeyDown?: KeyboardEventHandler<TextControl> | undefined;
  readonly ref?: RefCallback<TextControl> | undefined;
  readonly monospace?: boolean | undefined;
  readonly multiline?: boolean | undefined;
  /** Smallest height of a multiline field, in lines. */
  readonly rows?: number | undefined;
  /** Largest height of a multiline field, in lines; what is longer scrolls. */
  readonly maxRows?: number | undefined;
  /** Shows how much of it is used. A controlled field counts as the text changes; longer text stays, for the error to explain. */
  readonly maxCharacters?: number | undefined;
  readonly disabled?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'url' | undefined;
  /** Shown at the end of the label row: a small button. */
  readonly aside?: ReactNode;
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

/** One text field. Renders alone: it reads no context. */
export function TextInput({
  id: givenId,
  label,
  optional,
  help,
  example,
  error,
  warning,
  note,
  aside,
  ref,
  monospace = false,
  multiline = false,
  rows = 1,
  maxRows = 12,
  maxCharacters,
  required,
  inputMode,
  ...control
}: TextInputProps) {
  const madeUpId = useId();
  const id = givenId ?? madeUpId;
  const text: FieldText = { label, optional, required, help, example, error, warning, note };
  const length = control.value?.length;
  return (
    <Field
      id={id}
      {...text}
      aside={
        <>
          {aside}
          {maxCharacters !== undefined && (
            <Counter>
              {length === undefined ? `at most ${maxCharacters}` : `${length} / ${maxCharacters}`}
              <VisuallyHidden> characters</VisuallyHidden>
            </Counter>
          )}
        </>
      }
    >
      <Control
        {...control}
        {...(multiline && { multiline, minRows: rows, maxRows })}
        id={id}
        inputRef={ref}
        monospace={monospace}
        data-warning={error === undefined && warning !== undefined}
        autoComplete="off"
        slotProps={{
          input: {
            inputMode,
            // As high in the prerendered page as when it has been measured.
            ...(multiline && { rows }),
            'aria-describedby': describedBy(id, text),
            'aria-required': required,
            autoCapitalize: 'none',
            autoCorrect: 'off',
            spellCheck: false,
          },
        }}
      />
    </Field>
  );
}
