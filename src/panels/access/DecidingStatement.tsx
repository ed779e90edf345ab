import Paper from '@mui/material/Paper';
import { styled } from '@mui/material/styles';
import { useMemo } from 'react';
import type { StatementPlace } from '@/documents/accessTexts';
import { CodeView } from '@/ui/code/CodeView';
import { IconButton } from '@/ui/IconButton';

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

const Frame = styled(Paper)(({ theme }) => ({
  overflow: 'clip',
  '& > header': {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    paddingInline: theme.spacing(1.5, 0.5),
    borderBlockEnd: `1px solid ${theme.vars.palette.divider}`,
  },
  '& h3': { ...theme.typography.h3, minInlineSize: 0, overflowWrap: 'break-word' },
}));

interface DecidingStatementProps {
  readonly documents: readonly NamedText[];
  readonly place: StatementPlace;
  readonly onClose: () => void;
}

/** The document of an answer with the deciding statement highlighted. */
export function DecidingStatement({ documents, place, onClose }: DecidingStatementProps) {
  const { text: index, startLine, endLine } = place;
  const marks = useMemo(() => [{ startLine, endLine }], [startLine, endLine]);
  const document = documents[index];
  if (!document) return null;
  return (
    <Frame variant="outlined">
      <header>
        <h3>Deciding statement: {document.name}</h3>
        <IconButton icon="close" label="Close the deciding statement" onClick={onClose} />
      </header>
      <CodeView
        path={`access/${index}/${document.name}`}
        language="json"
        text={document.text}
        label="Document with the deciding statement"
        marks={marks}
        monaco="off"
        isWrapped
        maxHeight="20rem"
      />
    </Frame>
  );
}
