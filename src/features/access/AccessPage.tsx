import { useId, useMemo, useState } from 'react';
import { styled } from '@mui/material/styles';
import type { AccessReport, AccessReports, StatementPlace } from '@/documents/accessTexts';
import { reportSentences } from '@/documents/accessWords';
import { Button } from '@/ui/Button';
import type { MonacoMode } from '@/ui/code/loadMonaco';
import { EmptyState } from '@/ui/EmptyState';
import { ToggleGroup } from '@/ui/ToggleGroup';
import { accessDiagram } from './accessDiagram';
import { AccessTable } from './AccessTable';
import { DecidingText } from './DecidingText';
import { DiagramView } from './DiagramView';
import { RequesterTable } from './RequesterTable';

type Subject = 'plan' | 'pasted';

export interface AccessPageProps {
  readonly subject: Subject;
  readonly onSubject: (subject: Subject) => void;
  /** Absent until the first answer is there. */
  readonly answer: AccessReports | undefined;
  /** The texts that the report is about. */
  readonly documents: readonly { readonly name: string; readonly text: string }[];
  readonly roleName: string;
  readonly monaco: MonacoMode;
  /** Leads to where documents are pasted. */
  readonly onPaste: () => void;
}

const Page = styled('div')(({ theme }) => ({
  blockSize: '100%',
  boxSizing: 'border-box',
  overflowY: 'auto',
  display: 'grid',
  alignContent: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: theme.spacing(3),
  padding: theme.spacing(3),
  '@media (max-width: 600px)': { padding: theme.spacing(2) },
  '& section': {
    display: 'grid',
    gap: theme.spacing(1.5),
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  '& h2': theme.typography.h2,
  '& ul': {
    ...theme.typography.body1,
    display: 'grid',
    gap: theme.spacing(0.5),
    maxInlineSize: '64rem',
    paddingInlineStart: theme.spacing(2.5),
  },
}));

/** What a role can do and who can become it: in sentences, as a picture, as tables. */
export function AccessPage(props: AccessPageProps) {
  const { subject, onSubject, answer, documents, roleName, monaco, onPaste } = props;
  return (
    <Page>
      <ToggleGroup<Subject>
        label="Show the access of"
        options={[
          { value: 'plan', label: 'The role in the form' },
          { value: 'pasted', label: 'Pasted documents' },
        ]}
        value={subject}
        onChange={onSubject}
      />
      {answer === undefined && <p>Working it out …</p>}
      {answer?.reports.length === 0 && (
        <EmptyState
          title="No policy document yet"
          icon="paste"
          actions={<Button onClick={onPaste}>Paste documents</Button>}
        >
          What you paste under Audit is explained here.
        </EmptyState>
      )}
      {answer?.reports.map((report, position) => (
        // One for each role and application, always in the same order.
        <Report
          key={`${report.role ?? ''} ${position}`}
          report={report}
          documents={documents}
          roleName={roleName}
          monaco={monaco}
        />
      ))}
    </Page>
  );
}

function Report({
  report,
  documents,
  roleName,
  monaco,
}: Pick<AccessPageProps, 'documents' | 'roleName' | 'monaco'> & { readonly report: AccessReport }) {
  const sentencesId = useId();
  const [place, setPlace] = useState<StatementPlace>();
  const diagram = useMemo(() => accessDiagram(report, roleName), [report, roleName]);
  return (
    <>
      <section>
        <h2>In words</h2>
        <ul id={sentencesId}>
          {reportSentences(report).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>As a picture</h2>
        <DiagramView
          diagram={diagram}
          title="Who can become the role, and what it can do"
          describedBy={sentencesId}
        />
      </section>
      {place && <DecidingText documents={documents} place={place} monaco={monaco} />}
      {report.requesters.length > 0 && (
        <section>
          <h2>Who can become it</h2>
          <RequesterTable rows={report.requesters} onPlace={setPlace} />
        </section>
      )}
      {report.actions.length > 0 && (
        <section>
          <h2>What it can do</h2>
          <AccessTable rows={report.actions} onPlace={setPlace} />
        </section>
      )}
    </>
  );
}
