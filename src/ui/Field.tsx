import type { ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import type { Tone } from '@/theme/tokens';
import { Icon } from './Icon';
import { toneIcon } from './toneIcon';

/** What every field may say about itself. */
export interface FieldText {
  readonly label: string;
  /** Adds "optional" beside the label. */
  readonly optional?: boolean | undefined;
  readonly help?: ReactNode;
  /** A value as it could look, shown as text under the field and never inside it. */
  readonly example?: string | undefined;
  /** Why the value is refused. Marks the control invalid. */
  readonly error?: string | undefined;
  /** Why the value deserves a second look, though it is accepted. */
  readonly warning?: string | undefined;
  /** What was done to the value, such as "2 spaces taken out". */
  readonly note?: string | undefined;
}

interface FieldProps extends FieldText {
  readonly id: string;
  /** Shown at the end of the label row: a small button or a counter. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

const Frame = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(0.5),
  minInlineSize: 0,
  alignContent: 'start',
}));

const LabelRow = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  justifyContent: 'space-between',
  columnGap: theme.spacing(1),
}));

const Label = styled('label')(({ theme }) => ({
  ...theme.typography.body2,
  fontWeight: 600,
  color: theme.vars.palette.text.primary,
}));

const Quiet = styled('span')(({ theme }) => ({
  ...theme.typography.caption,
  fontWeight: 400,
  color: theme.vars.palette.text.secondary,
}));

const Message = styled('p')<{ tone: Tone }>(({ theme, tone }) => ({
  ...theme.typography.caption,
  display: 'flex',
  gap: theme.spacing(0.75),
  alignItems: 'baseline',
  color: theme.vars.palette.tone[tone].text,
  fontWeight: tone === 'error' ? 600 : 500,
  '& svg': { transform: 'translateY(0.125em)' },
}));

const messages: readonly (readonly ['error' | 'warning' | 'note', Tone])[] = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['note', 'info'],
];

/** The ids that the control names in `aria-describedby`: its messages, help and example as far as they are there. */
export function describedBy(id: string, text: FieldText): string | undefined {
  const parts = [
    (text.error ?? text.warning ?? text.note) !== undefined && `${id}-messages`,
    text.help !== undefined && `${id}-help`,
    text.example !== undefined && `${id}-example`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

/** Label, control, messages, help and example of one field, in reading order. */
export function Field({ id, aside, children, ...text }: FieldProps) {
  return (
    <Frame>
      <LabelRow>
        <Label id={`${id}-label`} htmlFor={id}>
          {text.label}
          {text.optional === true && <Quiet> (optional)</Quiet>}
        </Label>
        {aside}
      </LabelRow>
      {children}
      {/* Stays in the page, so that a message that appears is announced, and once only. */}
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
      {text.help !== undefined && <Quiet id={`${id}-help`}>{text.help}</Quiet>}
      {text.example !== undefined && (
        <Quiet id={`${id}-example`}>
          Example: <code>{text.example}</code>
        </Quiet>
      )}
    </Frame>
  );
}
