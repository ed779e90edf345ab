import FormControl from '@mui/material/FormControl';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import { styled } from '@mui/material/styles';
import { useId, type FocusEventHandler, type ReactNode } from 'react';
import type { Tone } from '@/theme/tokens';
import { Icon } from './Icon';
import { toneIcon } from './tone';

/** The texts of a field. */
export interface FieldText {
  readonly label: ReactNode;
  /** Adds "optional" beside the label. */
  readonly optional?: boolean | undefined;
  /** Adds a mark beside the label. */
  readonly required?: boolean | undefined;
  readonly help?: ReactNode;
  /** An example value, shown under the field and never inside it. */
  readonly example?: string | undefined;
  /** Why the value is refused. Marks the control invalid; stands in place of the help. */
  readonly error?: string | undefined;
  /** A warning about a value that is accepted. */
  readonly warning?: string | undefined;
  /** A note about the value, such as "Taken out: spaces". */
  readonly note?: string | undefined;
}

/** Props of every input with a label. */
export interface InputProps extends FieldText {
  /** Generated if absent. */
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly onBlur?: FocusEventHandler<HTMLElement> | undefined;
  readonly disabled?: boolean | undefined;
}

/** Splits the props of an input into those of its `Field`, of its control, and what the two share. */
export function useField<Props extends InputProps>({
  id: givenId,
  label,
  optional,
  required,
  help,
  example,
  error,
  warning,
  note,
  ...control
}: Props) {
  const generatedId = useId();
  const id = givenId ?? generatedId;
  const text: FieldText = { label, optional, required, help, example, error, warning, note };
  return {
    field: { id, ...text },
    control: { id, ...control },
    /** For the element that has the focus. */
    aria: { 'aria-describedby': describedBy(id, text), 'aria-required': required },
    /** For the frame of the control: an error takes the place of a warning. */
    isWarned: error === undefined && warning !== undefined,
  };
}

interface FieldProps extends FieldText {
  readonly id: string;
  /** Shown at the end of the label row: a small button or a counter. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

const LabelRow = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  justifyContent: 'space-between',
  columnGap: theme.spacing(1),
}));

const Quiet = styled('span')(({ theme }) => ({
  ...theme.typography.caption,
  fontWeight: 400,
  color: theme.vars.palette.text.secondary,
}));

const Message = styled(FormHelperText, { shouldForwardProp: (name) => name !== 'tone' })<{
  tone: Tone;
}>(({ theme, tone }) => ({
  display: 'flex',
  gap: theme.spacing(0.75),
  alignItems: 'baseline',
  fontWeight: tone === 'error' ? 600 : 500,
  '&, &.Mui-error': { color: theme.vars.palette.tone[tone].text },
  '& svg': { flex: 'none', fontSize: '0.875rem', transform: 'translateY(0.125em)' },
}));

const messages: readonly (readonly ['error' | 'warning' | 'note', Tone])[] = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['note', 'info'],
];

const showsHelp = ({ help, example, error }: FieldText): boolean =>
  error === undefined && (help !== undefined || example !== undefined);

/** The value of `aria-describedby` for the control: the ids of its messages and help, if there are any. */
function describedBy(id: string, text: FieldText): string | undefined {
  const parts = [
    (text.error ?? text.warning ?? text.note) !== undefined && `${id}-messages`,
    showsHelp(text) && `${id}-help`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

/** Label, control, messages and help of one field, in reading order. */
export function Field({ id, aside, children, ...text }: FieldProps) {
  return (
    <FormControl error={text.error !== undefined}>
      <LabelRow>
        <FormLabel id={`${id}-label`} htmlFor={id} required={text.required === true}>
          {text.label}
          {text.optional === true && <Quiet> (optional)</Quiet>}
        </FormLabel>
        {aside}
      </LabelRow>
      {children}
      {/* Always rendered: a live region announces only changes of its content. */}
      <div id={`${id}-messages`} aria-live="polite">
        {messages.map(
          ([kind, tone]) =>
            text[kind] !== undefined && (
              <Message key={kind} tone={tone}>
                <Icon name={toneIcon[tone]} />
                <span>{text[kind]}</span>
              </Message>
            ),
        )}
      </div>
      {showsHelp(text) && (
        <FormHelperText id={`${id}-help`} error={false}>
          {text.help}
          {text.help !== undefined && text.example !== undefined && ' '}
          {text.example !== undefined && (
            <>
              Example: <code>{text.example}</code>
            </>
          )}
        </FormHelperText>
      )}
    </FormControl>
  );
}
