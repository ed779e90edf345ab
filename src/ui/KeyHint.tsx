import { styled } from '@mui/material/styles';

const Key = styled('kbd')(({ theme }) => ({
  paddingInline: theme.spacing(0.5),
  border: `1px solid ${theme.vars.palette.control.border}`,
  borderBlockEndWidth: 2,
  borderRadius: 4,
  backgroundColor: theme.vars.palette.background.paper,
  whiteSpace: 'nowrap',
}));

/** A keyboard shortcut: `<KeyHint keys={['Ctrl', 'C']} />`. */
export function KeyHint({ keys }: { keys: readonly string[] }) {
  return keys.map((key, index) => (
    <span key={key}>
      {index > 0 && '+'}
      <Key>{key}</Key>
    </span>
  ));
}
