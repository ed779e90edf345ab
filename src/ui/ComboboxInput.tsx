import Autocomplete from '@mui/material/Autocomplete';
import FormControl from '@mui/material/FormControl';
import OutlinedInput from '@mui/material/OutlinedInput';
import { styled } from '@mui/material/styles';
import { useId, type FocusEventHandler, type Ref } from 'react';
import { describedBy, Field, type FieldText } from './Field';
import { Icon } from './Icon';

export interface ComboboxOption {
  /** What is typed into the field when the option is chosen. */
  readonly value: string;
  readonly description?: string | undefined;
}

export interface ComboboxInputProps extends FieldText {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly value: string;
  /** Any typed text, or the value of a chosen suggestion. */
  readonly onChange: (value: string) => void;
  readonly onBlur?: FocusEventHandler<HTMLElement> | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
  readonly options: readonly ComboboxOption[];
}

/** The options that contain every typed word; all of them while the text is one of them. */
function matchingOptions(options: ComboboxOption[], typed: string): ComboboxOption[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (options.some(({ value }) => value === typed)) return options;
  return options.filter(({ value, description = '' }) => {
    const text = `${value} ${description}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

const Option = styled('li')(({ theme }) => ({
  '&.MuiAutocomplete-option': { ...theme.typography.body2, gap: theme.spacing(1) },
  '& > span': { marginInlineStart: 'auto', color: theme.vars.palette.text.secondary },
}));

/** Free text with suggestions. */
export function ComboboxInput({
  id: givenId,
  label,
  optional,
  help,
  example,
  error,
  warning,
  note,
  name,
  value,
  onChange,
  onBlur,
  ref,
  options,
  required,
}: ComboboxInputProps) {
  const madeUpId = useId();
  const id = givenId ?? madeUpId;
  const text: FieldText = { label, optional, required, help, example, error, warning, note };
  return (
    <Field id={id} {...text}>
      <Autocomplete
        id={id}
        freeSolo
        disableClearable
        forcePopupIcon
        disablePortal
        selectOnFocus={false}
        popupIcon={<Icon name="chevronDown" />}
        openText="Show suggestions"
        closeText="Hide suggestions"
        options={[...options]}
        inputValue={value}
        onInputChange={(_, typed, reason) => {
          if (reason !== 'reset') onChange(typed);
        }}
        getOptionLabel={(option) => (typeof option === 'string' ? option : option.value)}
        filterOptions={(all, { inputValue }) => matchingOptions(all, inputValue)}
        renderOption={({ key, ...item }, option) => (
          <Option key={key} {...item}>
            {option.value}
            {option.description !== undefined && <span>{option.description}</span>}
          </Option>
        )}
        renderInput={({ id: inputId, fullWidth, slotProps }) => (
          <FormControl fullWidth={fullWidth} error={error !== undefined}>
            <OutlinedInput
              {...slotProps.input}
              id={inputId}
              name={name}
              inputRef={ref}
              onBlur={onBlur}
              data-warning={error === undefined && warning !== undefined}
              autoComplete="off"
              inputProps={{
                ...slotProps.htmlInput,
                'aria-describedby': describedBy(id, text),
                'aria-required': required,
                autoCapitalize: 'none',
                spellCheck: false,
              }}
            />
          </FormControl>
        )}
      />
    </Field>
  );
}
