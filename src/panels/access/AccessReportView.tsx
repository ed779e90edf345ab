import { styled } from '@mui/material/styles';
import { useMemo, useState, type ReactNode } from 'react';
import type { AccessReport, StatementPlace } from '@/documents/accessTexts';
import { diagramContents } from './answers';
import { VisuallyHidden } from '@/ui/VisuallyHidden';
import { DecidingStatement, type NamedText } from './DecidingStatement';
import { DiagramFigure } from './DiagramFigure';
import { TestedApplication } from './TestedApplication';
import { WhatItCanDo } from './WhatItCanDo';
import { WhoCanAssume } from './WhoCanAssume';

const Page = styled('div')(({ theme }) => ({
  display: 'grid',
  alignContent: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: theme.spacing(1.5),
  '& h2': theme.typography.h2,
}));

export interface AccessReportViewProps {
  /** The reports of one role, one for each application. */
  readonly reports: readonly AccessReport[];
  /** The texts that the reports are about. */
  readonly documents: readonly NamedText[];
  /** The name of the role in the diagram. */
  readonly roleName: string;
  /** The part to show; both if left out. */
  readonly part?: 'who-can-assume' | 'what-it-can-do' | undefined;
  /** Shows a deciding statement in its document; if left out, it is shown below the answer. */
  readonly onPlace?: ((place: StatementPlace) => void) | undefined;
}

/** Who can assume a role and what it can do: as tables and as a diagram. */
export function AccessReportView(props: AccessReportViewProps) {
  const { reports, documents, roleName, part } = props;
  const [chosen, setChosen] = useState(0);
  const [place, setPlace] = useState<StatementPlace>();
  const report = reports[chosen] ?? reports[0];
  const contents = useMemo(
    () => (report ? diagramContents(report, roleName) : undefined),
    [report, roleName],
  );
  if (!report || !contents) return null;
  const onPlace = props.onPlace ?? setPlace;
  // A single part has the title of its tab.
  const titled = (title: string, children: ReactNode) => (
    <>
      {part === undefined ? <h2>{title}</h2> : <VisuallyHidden as="h2">{title}</VisuallyHidden>}
      {children}
    </>
  );
  return (
    <Page>
      <TestedApplication reports={reports} shown={report} onShow={setChosen} />
      {place && (
        <DecidingStatement
          documents={documents}
          place={place}
          onClose={() => setPlace(undefined)}
        />
      )}
      {part !== 'what-it-can-do' && (
        <>
          {titled('Who can assume', <WhoCanAssume report={report} onPlace={onPlace} />)}
          <DiagramFigure contents={contents} title="Who can assume the role, and what it can do" />
        </>
      )}
      {part !== 'who-can-assume' &&
        titled('What it can do', <WhatItCanDo report={report} onPlace={onPlace} />)}
    </Page>
  );
}
