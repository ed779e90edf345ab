import { styled } from '@mui/material/styles';

/** A view that scrolls as a whole. */
export const ScrollingView = styled('div')({
  '@media screen': { position: 'relative', blockSize: '100%', overflowY: 'auto' },
});
