import NativeSelect from '@mui/material/NativeSelect';
import OutlinedInput from '@mui/material/OutlinedInput';
import { Icon } from './Icon';

export interface CompactSelectProps<Value extends string> {
  readonly id?: string | undefined;
  /** The accessible name, unless a label points to the id. */
  readonly label?: string | undefined;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

const Chevron = (props: { className?: string }) => (
  <span {...props}>
    <Icon name="chevronDown" />
  </span>
);

/** A native select without a visible label, for toolbars. */
export function CompactSelect<Value extends string>(props: CompactSelectProps<Value>) {
  const { id, label, options, value, onChange } = props;
  return (
    <NativeSelect
      value={value}
      onChange={({ target }) => {
        const chosen = options.find((option) => option.value === target.value);
        if (chosen) onChange(chosen.value);
      }}
      IconComponent={Chevron}
      input={<OutlinedInput />}
      inputProps={{ id, 'aria-label': label }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </NativeSelect>
  );
}
