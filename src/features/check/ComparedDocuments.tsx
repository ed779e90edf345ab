import Paper from '@mui/material/Paper';
import { styled } from '@mui/material/styles';
import { DiffView } from '@/ui/code/DiffView';
import type { MonacoMode } from '@/ui/code/loadMonaco';

const Frame = styled(Paper)(({ theme }) => ({
  overflow: 'clip',
  marginBlockStart: theme.spacing(1.5),
  '& > header': {
    ...theme.typography.caption,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    fontWeight: 600,
    backgroundColor: theme.vars.palette.sunken,
    borderBlockEnd: `1px solid ${theme.vars.palette.divider}`,
    '& > span': {
      padding: theme.spacing(0.75, 1.5),
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
  },
}));

interface ComparedDocumentsProps {
  readonly before: string;
  readonly after: string;
  readonly beforeName: string;
  readonly afterName: string;
  readonly monaco: MonacoMode;
}

/** Two documents side by side with their names: old on the left, new on the right. */
export function ComparedDocuments(props: ComparedDocumentsProps) {
  const { before, after, beforeName, afterName, monaco } = props;
  return (
    <Frame variant="outlined">
      <header>
        <span title={beforeName}>− Old: {beforeName}</span>
        <span title={afterName}>+ New: {afterName}</span>
      </header>
      <DiffView
        language="json"
        original={before}
        modified={after}
        label="Old and new document"
        originalLabel={`Old: ${beforeName}`}
        modifiedLabel={`New: ${afterName}`}
        monaco={monaco}
        height="clamp(14rem, 46vh, 40rem)"
      />
    </Frame>
  );
}
