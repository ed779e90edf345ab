import Autocomplete from '@mui/material/Autocomplete';
import FormControl from '@mui/material/FormControl';
import OutlinedInput from '@mui/material/OutlinedInput';
import { styled } from '@mui/material/styles';
import type { Ref } from 'react';
import { Field, useField, type InputProps } from './Field';
import { Icon } from './Icon';

export interface ComboboxOption {
  /** The text of the field once the option is chosen. */
  readonly value: string;
  readonly description?: string | undefined;
}

export interface ComboboxInputProps extends Omit<InputProps, 'disabled'> {
  readonly value: string;
  /** Any typed text, or the value of a chosen suggestion. */
  readonly onChange: (value: string) => void;
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
export function ComboboxInput({ value, onChange, ref, options, ...props }: ComboboxInputProps) {
  const { field, control, aria, isWarned } = useField(props);
  return (
    <Field {...field}>
      <Autocomplete
        id={field.id}
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
          <FormControl fullWidth={fullWidth} error={field.error !== undefined}>
            <OutlinedInput
              {...slotProps.input}
              {...control}
              id={inputId}
              inputRef={ref}
              data-warning={isWarned}
              autoComplete="off"
              inputProps={{
                ...slotProps.htmlInput,
                ...aria,
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
