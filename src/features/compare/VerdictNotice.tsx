import { css } from '@emotion/react';
import styled from '@emotion/styled';
import type { ComparedPair, PairVerdict } from '@/documents/compareTexts';
import type { Tone } from '@/ui/designTokens';
import { Notice } from '@/ui/Notice';
import { theme } from '@/ui/theme';

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

const List = styled('ul')(
  css({
    paddingInlineStart: theme.spacing(2.5),
    marginBlockStart: theme.spacing(0.5),
  }),
);

/** The verdict in words, and what it rests on. */
export function VerdictNotice({ pair }: { readonly pair: ComparedPair }) {
  const { verdict, summary, more, less, undecided, assumption } = pair;
  return (
    <Notice tone={tones[verdict]} title={summary} live>
      {[...more, ...less, ...undecided].length > 0 && (
        <List>
          {[...more, ...less, ...undecided].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </List>
      )}
      {assumption !== undefined && <p>{assumption}</p>}
    </Notice>
  );
}
