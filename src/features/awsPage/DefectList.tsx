import { styled } from '@mui/material/styles';
import { documentationDefects, type DocumentationDefect } from '@/qbusiness/documentationDefects';
import { awsPages, FACTS_CHECKED_ON } from '@/qbusiness/facts';
import { ExternalLink } from '@/ui/ExternalLink';
import { RowTable } from '@/ui/RowTable';

const topics: readonly (readonly [DocumentationDefect['topic'], string])[] = [
  ['documents', 'Documents'],
  ['commands', 'Commands'],
  ['missing', 'Missing'],
];

const Day = styled('time')({ whiteSpace: 'nowrap' });

/** For each mistake of the page: the text, its consequence, and what this tool writes instead. */
export function DefectList() {
  return (
    <section>
      <h2>What the page says, what fails, what this tool writes</h2>
      <p>
        Checked on <Day>{FACTS_CHECKED_ON}</Day> by parsing every document of{' '}
        <ExternalLink href={awsPages.anonymousPolicies}>the page</ExternalLink> and running every
        command: no document is valid JSON, and no command runs as printed.
      </p>
      {topics.map(([topic, title]) => (
        <Topic key={topic} topic={topic} title={title} />
      ))}
    </section>
  );
}

const columns = [
  { label: 'AWS’s page', width: '33%' },
  { label: 'What fails', width: '33%' },
  { label: 'This tool', width: '34%' },
];

function Topic({ topic, title }: { topic: DocumentationDefect['topic']; title: string }) {
  const defects = documentationDefects.filter((defect) => defect.topic === topic);
  return (
    <>
      <h3>
        {title} ({defects.length})
      </h3>
      <RowTable
        label={title}
        columns={columns}
        rows={defects.map(({ id, page, fails, made }) => ({ key: id, cells: [page, fails, made] }))}
      />
    </>
  );
}
