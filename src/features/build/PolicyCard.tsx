import Collapse from '@mui/material/Collapse';
import Paper from '@mui/material/Paper';
import { styled } from '@mui/material/styles';
import { useId, useState, type ReactNode } from 'react';
import type { RolePlan } from '@/qbusiness/plan';
import { useCompleteRole } from '@/state/exportRole';
import { usePlanPart, useRoleForm } from '@/state/roleForm';
import { CodeView } from '@/ui/code/CodeView';
import { FullScreenCode } from '@/ui/code/FullScreenCode';
import type { MonacoMode } from '@/ui/code/loadMonaco';
import type { PlaceholderLinks } from '@/ui/code/placeholderLinks';
import { CopyButton } from '@/ui/CopyButton';
import { IconButton } from '@/ui/IconButton';
import { showRefusal } from './refusal';

export interface PolicyCardProps {
  /** Such as "Trust policy". */
  readonly title: string;
  /** The path of the file, which starts with `policies`. */
  readonly path: string;
  /** The text of a plan: the shown one, or the one at the moment of copying. */
  readonly textOf: (plan: RolePlan) => string | undefined;
  readonly monaco: MonacoMode;
  readonly placeholders: PlaceholderLinks;
  /** The meter of the document's size. */
  readonly size?: ReactNode;
  /** The reasons for the statements. */
  readonly children?: ReactNode;
}

export const Card = styled(Paper)({ minInlineSize: 0, overflow: 'clip' });

export const CardHead = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(0, 1.5),
  minBlockSize: '2.25rem',
  paddingInline: theme.spacing(1.5, 0.5),
  position: 'sticky',
  insetBlockStart: theme.spacing(-1.5),
  zIndex: 6,
  backgroundColor: theme.vars.palette.background.paper,
  borderBlockEnd: `1px solid ${theme.vars.palette.divider}`,
  '& > h2': { ...theme.typography.h2, whiteSpace: 'nowrap' },
  '& > code': {
    flex: 1,
    minInlineSize: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: '0.75rem',
    color: theme.vars.palette.text.secondary,
  },
  '@container (max-width: 560px)': {
    flexWrap: 'wrap',
    gap: 0,
    '& > h2': { flex: 1 },
    '& > code': { order: 1, flexBasis: '100%', paddingBlockEnd: theme.spacing(0.75) },
    '& > .size': { display: 'none' },
  },
}));

const Reasons = styled('div')(({ theme }) => ({
  padding: theme.spacing(1, 1.5),
  borderBlockEnd: `1px solid ${theme.vars.palette.divider}`,
}));

/** One document with its file name, its size and, on demand, the reasons for its statements. */
export function PolicyCard({ title, path, textOf, size, children, ...view }: PolicyCardProps) {
  const id = useId();
  const [isExplained, setIsExplained] = useState(false);
  const { store } = useRoleForm();
  const completeRole = useCompleteRole(showRefusal);
  const getText = () => {
    const role = completeRole();
    return role && textOf(role.plan);
  };
  const inSentence = title.charAt(0).toLowerCase() + title.slice(1);
  const fileName = path.slice(path.lastIndexOf('/') + 1);
  return (
    <Card variant="outlined">
      <CardHead>
        <h2>{title}</h2>
        <code title={path}>{fileName}</code>
        <span className="size">{size}</span>
        {children !== undefined && (
          <IconButton
            icon="info"
            label={`Why: ${title}`}
            aria-expanded={isExplained}
            aria-controls={isExplained ? id : undefined}
            onClick={() => setIsExplained(!isExplained)}
          />
        )}
        <FullScreenCode
          path={path}
          language="json"
          shownText={() => textOf(store.getPlan()) ?? ''}
          title={title}
          copyLabel="Copy"
          getText={getText}
          placeholders={view.placeholders}
        />
        <CopyButton label="Copy" name={`Copy ${inSentence}`} subject={title} getText={getText} />
      </CardHead>
      <Collapse in={isExplained} id={id} timeout="auto" mountOnEnter>
        <Reasons>{children}</Reasons>
      </Collapse>
      <DocumentText {...view} path={path} label={title} textOf={textOf} />
    </Card>
  );
}

interface DocumentTextProps extends Pick<
  PolicyCardProps,
  'path' | 'textOf' | 'monaco' | 'placeholders'
> {
  readonly label: string;
}

/** The text. Separate, so that nothing else of the card renders at each key press. */
function DocumentText({ textOf, ...view }: DocumentTextProps) {
  const text = usePlanPart(textOf) ?? '';
  // Without the line feed at the end of the file, which would show as an empty line.
  return <CodeView {...view} language="json" text={text.trimEnd()} isWrapped />;
}
