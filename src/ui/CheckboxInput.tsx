import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import {
  useId,
  type ChangeEventHandler,
  type FocusEventHandler,
  type ReactNode,
  type Ref,
} from 'react';

export interface CheckboxInputProps {
  readonly label: string;
  readonly help?: ReactNode;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly defaultChecked?: boolean | undefined;
  readonly onChange?: ChangeEventHandler<HTMLInputElement> | undefined;
  readonly onBlur?: FocusEventHandler<HTMLElement> | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
  readonly disabled?: boolean | undefined;
}

export function CheckboxInput({ label, help, id: givenId, ref, ...control }: CheckboxInputProps) {
  const madeUpId = useId();
  const id = givenId ?? madeUpId;
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
