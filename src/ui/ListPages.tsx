import { styled } from '@mui/material/styles';
import { lazy, Suspense } from 'react';

const Pagination = lazy(() => import('@mui/material/Pagination'));

const Line = styled('div')(({ theme }) => ({
  marginBlockStart: theme.spacing(1),
  // What it takes when it is there, so that nothing moves when it comes.
  minBlockSize: '1.625rem',
}));

/** The page of a list that is shown. */
export interface ListPage {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** The index of the first entry that is shown. */
  readonly start: number;
  /** The index after the last one; may lie beyond the end of the list. */
  readonly end: number;
  readonly turnTo: (page: number) => void;
  readonly turnToEntry: (index: number) => void;
}

interface ListPagesProps {
  readonly of: Pick<ListPage, 'page' | 'pages' | 'turnTo'>;
  /** Such as "Pages of tags". */
  readonly label: string;
}

/** Turns the pages of a long list; nothing where there is one page. */
export function ListPages({ of: { page, pages, turnTo }, label }: ListPagesProps) {
  return (
    pages > 1 && (
      <Line>
        <Suspense>
          <Pagination
            aria-label={label}
            size="small"
            count={pages}
            page={page}
            onChange={(_, next) => turnTo(next)}
          />
        </Suspense>
      </Line>
    )
  );
}
