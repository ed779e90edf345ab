import { styled } from '@mui/material/styles';

const visuallyHidden = {
  position: 'absolute',
  inlineSize: 1,
  blockSize: 1,
  margin: -1,
  padding: 0,
  border: 0,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

/** Text for assistive technology only; stays in the layout's place so that a touch reader finds it. */
export const VisuallyHidden = styled('span')(visuallyHidden);
