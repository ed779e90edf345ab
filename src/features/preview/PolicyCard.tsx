import type { ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import { CodeView } from '@/ui/code/CodeView';
import { FullScreenCode } from '@/ui/code/FullScreenCode';
import type { MonacoMode } from '@/ui/code/loadMonaco';
import type { PlaceholderLinks } from '@/ui/code/placeholderLinks';
import { CopyButton, type Blocked } from '@/ui/CopyButton';

export interface PolicyCardProps {
  /** Such as "Trust policy". */
  readonly title: string;
  /** Such as "Copy trust policy". */
  readonly copyLabel: string;
  /** Below the folder that holds `policies`. */
  readonly path: string;
  readonly text: string;
  readonly monaco: MonacoMode;
  readonly placeholders: PlaceholderLinks;
  readonly blocked: Blocked | undefined;
  /** Size and reasons. */
  readonly children?: ReactNode;
}

export const Card = styled('div')(({ theme }) => ({
  minInlineSize: 0,
  display: 'grid',
  alignContent: 'start',
  overflow: 'hidden',
  backgroundColor: theme.vars.palette.background.paper,
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: theme.vars.shape.borderRadius,
}));

export const CardHead = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: theme.spacing(0.25, 1.5),
  padding: theme.spacing(1, 1, 1, 2),
  borderBlockEnd: `1px solid ${theme.vars.palette.divider}`,
  '& h3': theme.typography.h3,
  '& > div': { display: 'flex', flexWrap: 'wrap' },
  '& > code': {
    flexBasis: '100%',
    color: theme.vars.palette.text.secondary,
    fontSize: '0.75rem',
  },
}));

export const CardFoot = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(1.5),
  padding: theme.spacing(1.5, 2),
  borderBlockStart: `1px solid ${theme.vars.palette.divider}`,
}));

/** One document with its file name, and what is to be known about it. */
export function PolicyCard({
  title,
  copyLabel,
  path,
  text,
  blocked,
  children,
  ...code
}: PolicyCardProps) {
  return (
    <Card>
      <CardHead>
        <h3>{title}</h3>
        <div>
          <CopyButton
            label={copyLabel}
            subject={title}
            size="small"
            getText={() => text}
            blocked={blocked}
          />
          <FullScreenCode
            path={path}
            language="json"
            text={text}
            title={title}
            copyLabel={copyLabel}
            blocked={blocked}
            placeholders={code.placeholders}
          />
        </div>
        <code>{path}</code>
      </CardHead>
      <CodeView {...code} path={path} language="json" text={text} label={title} isWrapped />
      <CardFoot>{children}</CardFoot>
    </Card>
  );
}
