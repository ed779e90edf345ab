import { styled } from '@mui/material/styles';

export const visuallyHidden = {
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

/** Text for assistive technology only; keeps its place in the layout, where touch screen readers look for it. */
export const VisuallyHidden = styled('span')(visuallyHidden);
