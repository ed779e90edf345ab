import { styled } from '@mui/material/styles';
import type { Artifact } from '@/exporters/artifact';
import { CodeView } from '@/ui/code/CodeView';
import { FullScreenCode } from '@/ui/code/FullScreenCode';
import { CopyButton } from '@/ui/CopyButton';
import type { ExportTabsProps } from './ExportTabs';

const Frame = styled('div')(({ theme }) => ({
  minInlineSize: 0,
  overflow: 'hidden',
  backgroundColor: theme.vars.palette.background.paper,
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: theme.vars.shape.borderRadius,
}));

const Head = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: theme.spacing(1),
  padding: theme.spacing(0.75, 1, 0.75, 2),
  borderBlockEnd: `1px solid ${theme.vars.palette.divider}`,
  '& > div': { display: 'flex', flexWrap: 'wrap' },
}));

interface ArtifactViewProps extends Omit<ExportTabsProps, 'plan'> {
  readonly artifact: Artifact;
}

/** One file as it stands in the archive. */
export function ArtifactView({ artifact, blocked, ...code }: ArtifactViewProps) {
  const { path, language, contents } = artifact;
  return (
    <Frame>
      <Head>
        <code>{path}</code>
        <div>
          <CopyButton
            label="Copy file"
            subject={path}
            size="small"
            getText={() => contents}
            blocked={blocked}
          />
          <FullScreenCode
            path={`files/${path}`}
            language={language}
            text={contents}
            title={path}
            copyLabel="Copy file"
            blocked={blocked}
            placeholders={code.placeholders}
          />
        </div>
      </Head>
      <CodeView
        {...code}
        path={`files/${path}`}
        language={language}
        text={contents}
        label={path}
        maxHeight="32rem"
      />
    </Frame>
  );
}
