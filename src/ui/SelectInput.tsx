import { useId, type ChangeEventHandler, type FocusEventHandler, type Ref } from 'react';
import { styled } from '@mui/material/styles';
import { fieldBox } from './controlStyles';
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
  readonly onBlur?: FocusEventHandler<HTMLSelectElement> | undefined;
  readonly ref?: Ref<HTMLSelectElement> | undefined;
  readonly disabled?: boolean | undefined;
  readonly required?: boolean | undefined;
}

const Wrapper = styled('div')(({ theme }) => ({
  position: 'relative',
  color: theme.vars.palette.text.secondary,
  '& > svg': {
    position: 'absolute',
    insetInlineEnd: theme.spacing(1.25),
    insetBlockStart: 'calc(50% - 0.5em)',
    pointerEvents: 'none',
  },
}));

const Control = styled('select')(({ theme }) => ({
  ...fieldBox(),
  appearance: 'none',
  paddingInlineEnd: theme.spacing(4),
  textOverflow: 'ellipsis',
}));

function OptionList({ options }: { options: readonly SelectOption[] }) {
  return options.map((option) => (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  ));
}

/** The native select: the platform's own list on every device, and nothing to load. */
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
  ...control
}: SelectInputProps) {
  const madeUpId = useId();
  const id = givenId ?? madeUpId;
  const text: FieldText = { label, optional, help, example, error, warning, note };
  const groups = [...new Set(options.map((option) => option.group))];

  return (
    <Field id={id} {...text}>
      <Wrapper>
        <Control
          {...control}
          id={id}
          aria-describedby={describedBy(id, text)}
          aria-invalid={error !== undefined}
          aria-required={required}
          data-warning={error === undefined && warning !== undefined}
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
        </Control>
        <Icon name="chevronDown" />
      </Wrapper>
    </Field>
  );
}
