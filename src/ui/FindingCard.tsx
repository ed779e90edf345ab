import { styled } from '@mui/material/styles';
import { Button } from './Button';
import type { Tone } from '@/theme/tokens';
import { ExternalLink } from './ExternalLink';
import { severityWords, type FindingItem } from './findings';
import { WordBreaks } from './WordBreaks';
import { StatusChip } from './StatusChip';

interface FindingCardProps {
  readonly finding: FindingItem;
  readonly onShow?: ((finding: FindingItem) => void) | undefined;
}

const Card = styled('li')<{ tone: Tone }>(({ theme, tone }) => ({
  ...theme.typography.body2,
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: theme.spacing(0.5),
  padding: theme.spacing(1.25, 1.5),
  borderInlineStart: `4px solid ${theme.vars.palette.tone[tone].border}`,
  '&:not(:last-child)': { borderBlockEnd: `1px solid ${theme.vars.palette.divider}` },
  '& > strong': { fontWeight: 600, overflowWrap: 'anywhere' },
  '& > div': {
    ...theme.typography.caption,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
  },
  '& > div > a': { paddingBlock: theme.spacing(0.5) },
  '& > div > .MuiButton-text': {
    minInlineSize: 0,
    paddingInline: theme.spacing(0.5),
    textAlign: 'start',
    overflowWrap: 'anywhere',
  },
  '& > p': { color: theme.vars.palette.text.secondary },
}));

const place = ({ file, line, column }: FindingItem): string => {
  const where = column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
  return file === undefined ? `L${where.slice(1)}` : `${file}, ${where}`;
};

export function FindingCard({ finding, onShow }: FindingCardProps) {
  const { tone, one } = severityWords[finding.severity];
  return (
    <Card tone={tone}>
      <div>
        <StatusChip tone={tone}>{one}</StatusChip>
        {finding.line !== undefined &&
          (onShow === undefined ? (
            <span>{place(finding)}</span>
          ) : (
            <Button look="quiet" size="small" onClick={() => onShow(finding)}>
              {place(finding)}
            </Button>
          ))}
      </div>
      <strong>
        <WordBreaks>{finding.message}</WordBreaks>
      </strong>
      {finding.reason !== undefined && <p>{finding.reason}</p>}
      {(finding.action !== undefined || finding.source !== undefined) && (
        <div>
          {finding.action}
          {finding.source !== undefined && (
            <ExternalLink href={finding.source}>AWS documentation</ExternalLink>
          )}
        </div>
      )}
    </Card>
  );
}
