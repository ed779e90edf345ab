import { styled } from '@mui/material/styles';
import { documentationDefects, type DocumentationDefect } from '@/qbusiness/documentationDefects';
import { awsPages, FACTS_CHECKED_ON } from '@/qbusiness/facts';
import { ExternalLink } from '@/ui/ExternalLink';

const topics: readonly (readonly [DocumentationDefect['topic'], string])[] = [
  ['documents', 'The documents'],
  ['commands', 'The commands'],
  ['missing', 'What is not there'],
];

const List = styled('ul')(({ theme }) => ({
  listStyle: 'none',
  padding: 0,
  backgroundColor: theme.vars.palette.background.paper,
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: theme.vars.shape.borderRadius,
}));

const Item = styled('li')(({ theme }) => ({
  padding: theme.spacing(1.5, 2),
  '&:not(:last-child)': { borderBlockEnd: `1px solid ${theme.vars.palette.divider}` },
  '& > dl': {
    ...theme.typography.body2,
    display: 'grid',
    gap: theme.spacing(0.5, 3),
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    '@media (max-width: 700px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  // Side by side, the first row names the columns for all.
  '@media (min-width: 700px)': {
    '&:not(:first-of-type) dt': {
      position: 'absolute',
      inlineSize: 1,
      blockSize: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
  '& dt': {
    ...theme.typography.caption,
    fontWeight: 600,
    color: theme.vars.palette.text.secondary,
  },
}));

const Day = styled('time')({ whiteSpace: 'nowrap' });

export function DefectList() {
  return (
    <section>
      <h2>How this differs from AWS’s page</h2>
      <p>
        <ExternalLink href={awsPages.anonymousPolicies}>AWS’s page</ExternalLink> gives the policies
        and the commands for anonymous access. As it stands, none of its documents can be read and
        none of its commands runs. Compared on <Day>{FACTS_CHECKED_ON}</Day> by reading every
        document with a parser and running every command.
      </p>
      {topics.map(([topic, title]) => (
        <Topic key={topic} topic={topic} title={title} />
      ))}
    </section>
  );
}

function Topic({ topic, title }: { topic: DocumentationDefect['topic']; title: string }) {
  return (
    <>
      <h3>{title}</h3>
      {/* Safari drops the list role of lists without markers. */}
      <List role="list">
        {documentationDefects
          .filter((defect) => defect.topic === topic)
          .map((defect) => (
            <Item key={defect.id}>
              <dl>
                <div>
                  <dt>The page</dt>
                  <dd>{defect.page}</dd>
                </div>
                <div>
                  <dt>What fails</dt>
                  <dd>{defect.fails}</dd>
                </div>
                <div>
                  <dt>Here</dt>
                  <dd>{defect.made}</dd>
                </div>
              </dl>
            </Item>
          ))}
      </List>
    </>
  );
}
