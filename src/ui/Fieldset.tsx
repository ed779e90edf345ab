import FormControl from '@mui/material/FormControl';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import type { ReactNode } from 'react';
import { VisuallyHidden } from './VisuallyHidden';

interface FieldsetProps {
  /** The legend's id is `<id>-legend`. */
  readonly id: string;
  readonly legend: string;
  /** Hides the legend, for a group under a heading with the same text. */
  readonly legendHidden?: boolean | undefined;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly children: ReactNode;
  /** Below the error. */
  readonly foot?: ReactNode;
}

/** A group of controls with a legend, a help text and an error. */
export function Fieldset(props: FieldsetProps) {
  const { id, legend, legendHidden = false, help, error, children, foot } = props;
  return (
    <FormControl
      component="fieldset"
      error={error !== undefined}
      aria-describedby={help === undefined ? undefined : `${id}-help`}
    >
      <FormLabel component="legend" id={`${id}-legend`}>
        {legendHidden ? <VisuallyHidden>{legend}</VisuallyHidden> : legend}
      </FormLabel>
      {help !== undefined && <FormHelperText id={`${id}-help`}>{help}</FormHelperText>}
      {children}
      {error !== undefined && <FormHelperText role="alert">{error}</FormHelperText>}
      {foot}
    </FormControl>
  );
}
