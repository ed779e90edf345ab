import { styled } from '@mui/material/styles';
import type { ComparedPair, PairVerdict } from '@/documents/compareTexts';
import type { Tone } from '@/theme/tokens';
import { Notice } from '@/ui/Notice';

const tones: Readonly<Record<PairVerdict, Tone>> = {
  same: 'success',
  formatting: 'success',
  more: 'security',
  both: 'security',
  less: 'warning',
  notDecided: 'warning',
  onlyBefore: 'info',
  onlyAfter: 'info',
};

const List = styled('ul')(({ theme }) => ({
  paddingInlineStart: theme.spacing(2.5),
  marginBlockStart: theme.spacing(0.5),
}));

/** The verdict in words, and what it rests on. */
export function VerdictNotice({ pair }: { readonly pair: ComparedPair }) {
  const { verdict, summary, more, less, refusals, undecided, assumption } = pair;
  const details = [...more, ...less, ...undecided, ...refusals];
  return (
    <Notice tone={tones[verdict]} title={summary} live>
      {details.length > 0 && (
        <List>
          {details.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </List>
      )}
      {assumption !== undefined && <p>{assumption}</p>}
    </Notice>
  );
}
