import { styled } from '@mui/material/styles';
import type { AccessReport } from '@/documents/accessTexts';

const Line = styled('p')(({ theme }) => ({
  ...theme.typography.body2,
  color: theme.vars.palette.text.secondary,
  textWrap: 'pretty',
  // An identifier is read as one word.
  '& code': { whiteSpace: 'nowrap' },
}));

/** What the answers are about. */
export function TestedApplication({ report }: { readonly report: AccessReport }) {
  const { applicationId, region, accountId } = report.setting;
  return (
    <Line>
      Tested: application <code>{applicationId}</code>, Region <code>{region}</code>, account{' '}
      <code>{accountId}</code>
    </Line>
  );
}
