import { css } from '@emotion/react';
import styled from '@emotion/styled';
import { theme } from './theme';

const Key = styled('kbd')(
  css({
    paddingInline: theme.spacing(0.5),
    border: `1px solid ${theme.vars.palette.control.border}`,
    borderBlockEndWidth: 2,
    borderRadius: 4,
    backgroundColor: theme.vars.palette.background.paper,
    whiteSpace: 'nowrap',
  }),
);

/** Keys pressed together: `<KeyHint keys={['Ctrl', 'C']} />`. */
export function KeyHint({ keys }: { keys: readonly string[] }) {
  return keys.map((key, index) => (
    <span key={key}>
      {index > 0 && '+'}
      <Key>{key}</Key>
    </span>
  ));
}
