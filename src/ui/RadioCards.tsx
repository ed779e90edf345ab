import {
  useId,
  type ChangeEventHandler,
  type FocusEventHandler,
  type ReactNode,
  type Ref,
} from 'react';
import { styled } from '@mui/material/styles';
import { checkBox } from './controlStyles';
import { theme } from '@/theme/theme';

export interface RadioCard {
  readonly value: string;
  /** The radio's accessible name. */
  readonly title: string;
  readonly description?: ReactNode;
  /** A small decoration beside the text. */
  readonly picture?: ReactNode;
  readonly disabled?: boolean | undefined;
}

export interface RadioCardsProps {
  readonly legend: string;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly name: string;
  readonly options: readonly RadioCard[];
  readonly value?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly onChange?: ChangeEventHandler<HTMLInputElement> | undefined;
  readonly onBlur?: FocusEventHandler<HTMLInputElement> | undefined;
  /** Given to every radio, as `register` of react-hook-form expects. */
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

const Group = styled('fieldset')(({ theme }) => ({
  border: 0,
  margin: 0,
  padding: 0,
  minInlineSize: 0,
  '& > legend': { ...theme.typography.body2, fontWeight: 600, padding: 0 },
  '& > p': { ...theme.typography.caption, color: theme.vars.palette.text.secondary },
  '& > [role="alert"]': { color: theme.vars.palette.tone.error.text, fontWeight: 600 },
}));

const Cards = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(14rem, 100%), 1fr))',
  gap: theme.spacing(1),
  marginBlockStart: theme.spacing(0.75),
}));

const { palette, shape } = theme.vars;

const Card = styled('label')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  alignContent: 'start',
  columnGap: theme.spacing(1.25),
  rowGap: theme.spacing(0.25),
  padding: theme.spacing(1.25, 1.5),
  backgroundColor: palette.background.paper,
  border: `1px solid ${palette.control.border}`,
  borderRadius: shape.borderRadius,
  cursor: 'pointer',
  transition: theme.transitions.create(['background-color', 'border-color'], {
    duration: theme.transitions.duration.shorter,
  }),
  '&:hover': { backgroundColor: palette.control.hoverSurface },
  '&:has(:checked)': {
    backgroundColor: palette.control.selectedSurface,
    borderColor: palette.primary.main,
    boxShadow: `inset 0 0 0 1px ${palette.primary.main}`,
  },
  '&:has(:focus-visible)': {
    outline: `2px solid ${palette.control.focus}`,
    outlineOffset: 2,
  },
  '&:has(:disabled)': { cursor: 'not-allowed', color: palette.text.disabled },
  '@media (forced-colors: active)': { '&:has(:checked)': { outline: '2px solid Highlight' } },
  '& input': { ...checkBox(), marginBlockStart: '0.0625rem' },
  '& input:focus-visible': { outline: 'none' },
}));

const Title = styled('span')(({ theme }) => ({ ...theme.typography.body2, fontWeight: 600 }));

const Description = styled('span')(({ theme }) => ({
  ...theme.typography.caption,
  gridColumn: 2,
  color: theme.vars.palette.text.secondary,
}));

const Picture = styled('span')(({ theme }) => ({
  gridColumn: 2,
  marginBlockStart: theme.spacing(0.75),
  '& svg': { display: 'block', maxInlineSize: '100%', blockSize: 'auto' },
}));

/** One choice of few, each with room to say what it means. */
export function RadioCards({
  legend,
  help,
  error,
  options,
  value,
  defaultValue,
  ...radio
}: RadioCardsProps) {
  const id = useId();
  return (
    <Group aria-describedby={help === undefined ? undefined : `${id}-help`}>
      <legend>{legend}</legend>
      {help !== undefined && <p id={`${id}-help`}>{help}</p>}
      <Cards>
        {options.map((option, index) => (
          <Card key={option.value}>
            <input
              {...radio}
              type="radio"
              value={option.value}
              disabled={option.disabled}
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value })}
              aria-labelledby={`${id}-title-${index}`}
              aria-describedby={
                option.description === undefined ? undefined : `${id}-description-${index}`
              }
            />
            <Title id={`${id}-title-${index}`}>{option.title}</Title>
            {option.description !== undefined && (
              <Description id={`${id}-description-${index}`}>{option.description}</Description>
            )}
            {option.picture !== undefined && <Picture aria-hidden>{option.picture}</Picture>}
          </Card>
        ))}
      </Cards>
      {error !== undefined && <p role="alert">{error}</p>}
    </Group>
  );
}
