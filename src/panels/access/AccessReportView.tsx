import { styled } from '@mui/material/styles';
import { useMemo, useState, type ReactNode } from 'react';
import type { AccessReport, StatementPlace } from '@/documents/accessTexts';
import { diagramContents } from './answers';
import { DecidingStatement, type NamedText } from './DecidingStatement';
import { DiagramFigure } from './DiagramFigure';
import { TestedApplication } from './TestedApplication';
import { WhatItCanDo } from './WhatItCanDo';
import { WhoCanAssume } from './WhoCanAssume';

const Page = styled('div')(({ theme }) => ({
  display: 'grid',
  alignContent: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: theme.spacing(2),
  '& h2': theme.typography.h2,
}));

export interface AccessReportViewProps {
  readonly report: AccessReport;
  /** The texts that the report is about. */
  readonly documents: readonly NamedText[];
  /** As it is called in the picture. */
  readonly roleName: string;
  /** Both, one below the other, if left out. */
  readonly part?: 'who-can-assume' | 'what-it-can-do' | undefined;
}

/** Who can assume a role and what it can do: as a picture and in tables. */
export function AccessReportView({ report, documents, roleName, part }: AccessReportViewProps) {
  const [place, setPlace] = useState<StatementPlace>();
  const contents = useMemo(() => diagramContents(report, roleName), [report, roleName]);
  const titled = (title: string, children: ReactNode) =>
    part === undefined ? (
      <>
        <h2>{title}</h2>
        {children}
      </>
    ) : (
      children
    );
  return (
    <Page>
      <TestedApplication report={report} />
      {place && (
        <DecidingStatement
          documents={documents}
          place={place}
          onClose={() => setPlace(undefined)}
        />
      )}
      {part !== 'what-it-can-do' && (
        <>
          {titled('Who can assume', <WhoCanAssume report={report} onPlace={setPlace} />)}
          <DiagramFigure contents={contents} title="Who can assume the role, and what it can do" />
        </>
      )}
      {part !== 'who-can-assume' &&
        titled('What it can do', <WhatItCanDo report={report} onPlace={setPlace} />)}
    </Page>
  );
}
