import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { styled } from '@mui/material/styles';
import { useId, type ReactNode, type Ref } from 'react';
import { Fieldset } from './Fieldset';

export interface RadioCard {
  readonly value: string;
  /** The radio's accessible name. */
  readonly title: string;
  readonly description?: ReactNode;
  readonly disabled?: boolean | undefined;
}

export interface RadioCardsProps {
  readonly legend: string;
  readonly error?: string | undefined;
  readonly name: string;
  readonly options: readonly RadioCard[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

const Cards = styled(RadioGroup)(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(9rem, 100%), 1fr))',
  gap: theme.spacing(1),
}));

const Card = styled(FormControlLabel)(({ theme }) => ({
  margin: 0,
  padding: theme.spacing(0.25, 1, 1, 0.5),
  border: `1px solid ${theme.vars.palette.control.border}`,
  borderRadius: theme.vars.shape.borderRadius,
  '&:has(:checked)': {
    backgroundColor: theme.vars.palette.control.selectedSurface,
    borderColor: theme.vars.palette.primary.main,
  },
  '& .MuiFormControlLabel-label > b': { display: 'block', fontWeight: 600 },
  '& .MuiFormControlLabel-label > span': {
    ...theme.typography.caption,
    display: 'block',
    color: theme.vars.palette.text.secondary,
  },
  '@media (forced-colors: active)': { '&:has(:checked)': { outline: '2px solid Highlight' } },
}));

/** A choice among a few options, as radio buttons with descriptions. */
export function RadioCards({
  legend,
  error,
  name,
  options,
  value,
  onChange,
  onBlur,
  ref,
}: RadioCardsProps) {
  const id = useId();
  return (
    <Fieldset id={id} legend={legend} error={error}>
      <Cards
        aria-labelledby={`${id}-legend`}
        name={name}
        value={value}
        onChange={(_, chosen) => onChange(chosen)}
        onBlur={onBlur}
      >
        {options.map(({ value: option, title, description, disabled = false }, index) => (
          <Card
            key={option}
            value={option}
            disabled={disabled}
            control={
              <Radio
                slotProps={{
                  input: {
                    ...(ref !== undefined && index === 0 && { ref }),
                    'aria-labelledby': `${id}-${index}`,
                    'aria-describedby': description === undefined ? undefined : `${id}-${index}-is`,
                  },
                }}
              />
            }
            label={
              <>
                <b id={`${id}-${index}`}>{title}</b>
                {description !== undefined && <span id={`${id}-${index}-is`}>{description}</span>}
              </>
            }
          />
        ))}
      </Cards>
    </Fieldset>
  );
}
