import {
  useId,
  type ChangeEventHandler,
  type FocusEventHandler,
  type ReactNode,
  type Ref,
} from 'react';
import { styled } from '@mui/material/styles';
import { checkBox } from './controlStyles';

export interface CheckboxInputProps {
  readonly label: string;
  readonly help?: ReactNode;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly defaultChecked?: boolean | undefined;
  readonly onChange?: ChangeEventHandler<HTMLInputElement> | undefined;
  readonly onBlur?: FocusEventHandler<HTMLInputElement> | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
  readonly disabled?: boolean | undefined;
}

const Row = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  columnGap: theme.spacing(1),
  alignItems: 'start',
  '& > label': {
    ...theme.typography.body2,
    paddingBlock: theme.spacing(0.25),
    minBlockSize: '1.5rem',
  },
  '& > input': { ...checkBox(), marginBlock: '0.1875rem' },
  '& > p': {
    ...theme.typography.caption,
    gridColumn: 2,
    color: theme.vars.palette.text.secondary,
  },
}));

export function CheckboxInput({ label, help, id: givenId, ...control }: CheckboxInputProps) {
  const madeUpId = useId();
  const id = givenId ?? madeUpId;
  return (
    <Row>
      <input
        {...control}
        id={id}
        type="checkbox"
        aria-describedby={help === undefined ? undefined : `${id}-help`}
      />
      <label htmlFor={id}>{label}</label>
      {help !== undefined && <p id={`${id}-help`}>{help}</p>}
    </Row>
  );
}
