import { useMemo } from 'react';
import { styled } from '@mui/material/styles';
import type { StatementPlace } from '@/documents/accessTexts';
import { CodeView } from '@/ui/code/CodeView';
import { FullScreenCode } from '@/ui/code/FullScreenCode';
import type { MonacoMode } from '@/ui/code/loadMonaco';

const Frame = styled('div')(({ theme }) => ({
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: theme.vars.shape.borderRadius,
  overflow: 'hidden',
}));

const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
});

interface DecidingTextProps {
  readonly documents: readonly { readonly name: string; readonly text: string }[];
  readonly place: StatementPlace;
  readonly monaco: MonacoMode;
}

/** The document of a decision, the deciding statement pointed out. */
export function DecidingText({ documents, place, monaco }: DecidingTextProps) {
  const { text: index, startLine, endLine } = place;
  const marks = useMemo(() => [{ startLine, endLine }], [startLine, endLine]);
  const document = documents[index];
  if (!document) return null;
  return (
    <section>
      <Head>
        <h2>The deciding statement</h2>
        <FullScreenCode
          path={`access/${index}/${document.name}`}
          language="json"
          text={document.text}
          title={document.name}
          copyLabel="Copy document"
          marks={marks}
        />
      </Head>
      <Frame>
        <CodeView
          path={`access/${index}/${document.name}`}
          language="json"
          text={document.text}
          label="Document with the deciding statement"
          marks={marks}
          monaco={monaco}
          isWrapped
          maxHeight="24rem"
        />
      </Frame>
    </section>
  );
}
