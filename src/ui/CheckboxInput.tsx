import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import { useId, type ChangeEventHandler, type Ref } from 'react';
import type { InputProps } from './Field';

export interface CheckboxInputProps extends Omit<
  InputProps,
  'label' | 'optional' | 'required' | 'example' | 'error' | 'warning' | 'note'
> {
  readonly label: string;
  readonly value?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly onChange?: ChangeEventHandler<HTMLInputElement> | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

export function CheckboxInput({ label, help, id: givenId, ref, ...control }: CheckboxInputProps) {
  const generatedId = useId();
  const id = givenId ?? generatedId;
  return (
    <FormControl>
      <FormControlLabel
        label={label}
        control={
          <Checkbox
            {...control}
            id={id}
            slotProps={{
              input: {
                ...(ref !== undefined && { ref }),
                'aria-describedby': help === undefined ? undefined : `${id}-help`,
              },
            }}
          />
        }
      />
      {help !== undefined && (
        <FormHelperText id={`${id}-help`} sx={{ marginBlockStart: 0 }}>
          {help}
        </FormHelperText>
      )}
    </FormControl>
  );
}
