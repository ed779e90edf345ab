import NativeSelect from '@mui/material/NativeSelect';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId, type ChangeEventHandler, type FocusEventHandler, type Ref } from 'react';
import { describedBy, Field, type FieldText } from './Field';
import { Icon } from './Icon';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly group?: string | undefined;
  readonly disabled?: boolean | undefined;
}

export interface SelectInputProps extends FieldText {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly options: readonly SelectOption[];
  readonly value?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly onChange?: ChangeEventHandler<HTMLSelectElement> | undefined;
  readonly onBlur?: FocusEventHandler<HTMLElement> | undefined;
  readonly ref?: Ref<HTMLSelectElement> | undefined;
  readonly disabled?: boolean | undefined;
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

/** The platform's own list on every device. */
export function SelectInput({
  id: givenId,
  label,
  optional,
  help,
  example,
  error,
  warning,
  note,
  options,
  required,
  ref,
  ...control
}: SelectInputProps) {
  const madeUpId = useId();
  const id = givenId ?? madeUpId;
  const text: FieldText = { label, optional, required, help, example, error, warning, note };
  const groups = [...new Set(options.map((option) => option.group))];
  return (
    <Field id={id} {...text}>
      <NativeSelect
        {...control}
        id={id}
        inputRef={ref}
        IconComponent={Chevron}
        input={<OutlinedInput />}
        inputProps={{ 'aria-describedby': describedBy(id, text), 'aria-required': required }}
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
