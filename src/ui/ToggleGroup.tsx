import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';

export interface ToggleOption<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
}

export interface ToggleGroupProps<Value extends string> {
  /** What is chosen, for assistive technology. */
  readonly label: string;
  readonly options: readonly ToggleOption<Value>[];
  /** None is chosen while undefined. */
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
}

/** A few short choices in one row, of which one is chosen. */
export function ToggleGroup<Value extends string>({
  label,
  options,
  value,
  onChange,
}: ToggleGroupProps<Value>) {
  return (
    <ToggleButtonGroup
      exclusive
      aria-label={label}
      value={value ?? null}
      onChange={(_, chosen: Value | null) => {
        if (chosen !== null) onChange(chosen);
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.value} value={option.value}>
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
