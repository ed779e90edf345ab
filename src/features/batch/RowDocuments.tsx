import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import IconButton from '@mui/material/IconButton';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { styled } from '@mui/material/styles';
import type { BatchRow } from '@/batch/batchRow';
import { judgeRow } from '@/batch/judgeRows';
import type { RowVerdict } from '@/batch/tasks';
import { goTo } from '@/browser/focus';
import { printPolicy, permissionsPolicyPath, trustPolicyPath } from '@/exporters/policyDocuments';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { CodeView } from '@/ui/code/CodeView';
import { CopyButton } from '@/ui/CopyButton';
import { Icon } from '@/ui/Icon';

const Documents = styled('section')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: theme.spacing(2),
  scrollMarginBlockStart: theme.spacing(2),
}));

const Panel = styled(Paper)(({ theme }) => ({
  display: 'grid',
  alignContent: 'start',
  minInlineSize: 0,
  '& > header': {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    padding: theme.spacing(0.75, 1, 0.75, 2),
    borderBlockEnd: `1px solid ${theme.vars.palette.divider}`,
  },
}));

interface RowDocumentsProps {
  readonly row: BatchRow;
  readonly shared: RoleFormValues;
  /** With what collides with other rows. */
  readonly verdict: RowVerdict | undefined;
  /** How often somebody has asked to be taken to them. */
  readonly asked: number;
  readonly onClose: () => void;
}

/** Both documents of one row, or what keeps them from being complete. */
export function RowDocuments({ row, shared, verdict, asked, onClose }: RowDocumentsProps) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (asked > 0) goTo(section.current);
  }, [asked]);
  // After the table, which shows the edit.
  const judged = useDeferredValue(row);
  const { plan, notes, leftOut, values } = useMemo(
    () => judgeRow(judged, shared),
    [judged, shared],
  );
  const messages = [...new Set([...(verdict?.notes ?? notes)].map(({ message }) => message))];
  const title = row.name === '' ? values.applicationId : row.name;
  return (
    <Documents ref={section} tabIndex={-1} aria-label="Documents of the row">
      <Panel variant="outlined">
        <header>
          <Typography component="h3" variant="h3">
            <bdi>{title === '' ? 'New row' : title}</bdi>
          </Typography>
          <IconButton aria-label="Close the documents" onClick={onClose}>
            <Icon name="close" />
          </IconButton>
        </header>
        {leftOut !== undefined && <Typography sx={textLayout}>{leftOut}.</Typography>}
        {messages.length > 0 && (
          <List dense>
            {messages.map((message) => (
              <ListItem key={message}>{message}</ListItem>
            ))}
          </List>
        )}
      </Panel>
      {plan !== undefined && (
        <>
          <Document
            title="Permissions policy"
            path={permissionsPolicyPath(plan)}
            text={printPolicy(plan.permissionsPolicy.document).text}
          />
          {plan.target === 'new-role' && (
            <Document
              title="Trust policy"
              path={trustPolicyPath(plan)}
              text={printPolicy(plan.role.trustPolicy).text}
            />
          )}
        </>
      )}
    </Documents>
  );
}

const textLayout = { padding: 2 } as const;

interface DocumentProps {
  readonly title: string;
  readonly path: string;
  readonly text: string;
}

function Document({ title, path, text }: DocumentProps) {
  return (
    <Panel variant="outlined">
      <header>
        <Typography component="h4" variant="h3">
          {title}
        </Typography>
        <CopyButton
          label="Copy"
          name={`Copy ${title.toLowerCase()}`}
          subject={title}
          getText={() => text}
        />
      </header>
      <CodeView
        path={`batch/${path}`}
        language="json"
        text={text}
        label={title}
        monaco="off"
        isWrapped
      />
    </Panel>
  );
}
