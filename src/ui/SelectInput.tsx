import NativeSelect from '@mui/material/NativeSelect';
import OutlinedInput from '@mui/material/OutlinedInput';
import type { ChangeEventHandler, Ref } from 'react';
import { Field, useField, type InputProps } from './Field';
import { Icon } from './Icon';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly group?: string | undefined;
  readonly disabled?: boolean | undefined;
}

export interface SelectInputProps extends InputProps {
  readonly options: readonly SelectOption[];
  readonly value?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly onChange?: ChangeEventHandler<HTMLSelectElement> | undefined;
  readonly ref?: Ref<HTMLSelectElement> | undefined;
}

function OptionList({ options }: { options: readonly SelectOption[] }) {
  return options.map((option) => (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  ));
}

const Chevron = (props: { className?: string }) => (
  <span {...props}>
    <Icon name="chevronDown" />
  </span>
);

/** A native select with a label and messages. */
export function SelectInput({ options, ref, ...props }: SelectInputProps) {
  const { field, control, aria } = useField(props);
  const groups = [...new Set(options.map((option) => option.group))];
  return (
    <Field {...field}>
      <NativeSelect
        {...control}
        inputRef={ref}
        IconComponent={Chevron}
        input={<OutlinedInput />}
        inputProps={aria}
      >
        {groups.map((group) => {
          const members = options.filter((option) => option.group === group);
          return group === undefined ? (
            <OptionList key="" options={members} />
          ) : (
            <optgroup key={group} label={group}>
              <OptionList options={members} />
            </optgroup>
          );
        })}
      </NativeSelect>
    </Field>
  );
}
