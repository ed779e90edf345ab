import { useId, type ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import { VisuallyHidden } from './VisuallyHidden';
import { theme } from '@/theme/theme';

export interface ToggleOption<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  /** Shown instead of the label, which stays the accessible name. */
  readonly picture?: ReactNode;
}

export interface ToggleGroupProps<Value extends string> {
  readonly legend: string;
  readonly legendHidden?: boolean | undefined;
  readonly options: readonly ToggleOption<Value>[];
  /** None is chosen while undefined. */
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
}

const Group = styled('fieldset')(({ theme }) => ({
  border: 0,
  margin: 0,
  padding: 0,
  minInlineSize: 0,
  '& > legend': { ...theme.typography.body2, fontWeight: 600, padding: 0 },
}));

const Track = styled('div')(({ theme }) => ({
  display: 'inline-flex',
  flexWrap: 'wrap',
  padding: 2,
  gap: 2,
  borderRadius: theme.vars.shape.borderRadius,
  border: `1px solid ${theme.vars.palette.control.border}`,
  backgroundColor: theme.vars.palette.background.paper,
}));

const { palette } = theme.vars;

const Option = styled('label')(({ theme }) => ({
  ...theme.typography.button,
  fontSize: '0.8125rem',
  position: 'relative',
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  gap: theme.spacing(0.75),
  minBlockSize: '1.75rem',
  minInlineSize: '1.75rem',
  paddingInline: theme.spacing(1),
  borderRadius: 4,
  color: palette.text.secondary,
  cursor: 'pointer',
  '&:hover': { backgroundColor: palette.control.hoverSurface },
  '&:has(:checked)': {
    color: palette.primary.main,
    backgroundColor: palette.control.selectedSurface,
    boxShadow: `inset 0 0 0 1px ${palette.primary.main}`,
  },
  '&:has(:focus-visible)': { outline: `2px solid ${palette.control.focus}`, outlineOffset: 2 },
  '& input': { position: 'absolute', inset: 0, margin: 0, opacity: 0, cursor: 'inherit' },
  '@media (forced-colors: active)': { '&:has(:checked)': { outline: '2px solid Highlight' } },
  '@media (pointer: coarse)': { minBlockSize: '2.25rem', minInlineSize: '2.25rem' },
}));

/** A few short choices in one row; radios underneath. */
export function ToggleGroup<Value extends string>(props: ToggleGroupProps<Value>) {
  const { legend, legendHidden = false, options, value, onChange } = props;
  const name = useId();
  return (
    <Group>
      <legend>{legendHidden ? <VisuallyHidden>{legend}</VisuallyHidden> : legend}</legend>
      <Track>
        {options.map((option) => (
          <Option
            key={option.value}
            title={option.picture === undefined ? undefined : option.label}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              aria-label={option.picture === undefined ? undefined : option.label}
            />
            {option.picture ?? option.label}
          </Option>
        ))}
      </Track>
    </Group>
  );
}
