import { styled } from '@mui/material/styles';

/** Controls beside each other, on further lines where there is no room. */
export const WrappingRow = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1),
}));
