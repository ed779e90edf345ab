import { describeCleaned, describeProblems } from '@/qbusiness/form/describeProblems';
import { styled } from '@mui/material/styles';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { Button } from '@/ui/Button';
import { ModalDialog } from '@/ui/ModalDialog';
import { Notice } from '@/ui/Notice';
import { countRows } from '@/state/namedDrafts';
import { LinkRows } from './LinkRows';
import type { OpenedLink } from './openedLink';
import { ValueTable } from './ValueTable';

const Stack = styled('div')(({ theme }) => ({ display: 'grid', gap: theme.spacing(1.5) }));

interface LinkDialogProps {
  readonly link: OpenedLink;
  readonly current: RoleFormValues;
  /** The rows of the table, which those of the link would replace. */
  readonly currentRows: readonly unknown[];
  readonly isEmpty: boolean;
  readonly onOpen: () => void;
  readonly onKeep: () => void;
}

/** Asks before a link replaces the form, and lists the values of the link that could not be read. */
export default function LinkDialog({
  link,
  current,
  currentRows,
  isEmpty,
  onOpen,
  onKeep,
}: LinkDialogProps) {
  if (link.kind === 'unreadable') {
    return (
      <ModalDialog
        open
        onClose={onKeep}
        title="This link cannot be read"
        actions={<Button onClick={onKeep}>Close</Button>}
      >
        <LineList lines={describeProblems(link.problems)} />
        <p>Nothing was changed. Ask for the link again.</p>
      </ModalDialog>
    );
  }
  const { problems, cleaned, rows } = link;
  const replacesRows = rows.length > 0 && currentRows.length > 0;
  return (
    <ModalDialog
      open
      onClose={onKeep}
      size="wide"
      title={isEmpty ? 'Open this link?' : 'Replace your form with this link?'}
      actions={
        <>
          <Button size="medium" onClick={onKeep}>
            {isEmpty ? 'Do not open' : 'Keep my form'}
          </Button>
          <Button size="medium" look="primary" onClick={onOpen}>
            Open the link
          </Button>
        </>
      }
    >
      <Stack>
        {problems.length > 0 && (
          <Notice tone="warning" title="Some of it could not be read and is left out">
            <LineList lines={describeProblems(problems)} />
          </Notice>
        )}
        {cleaned.length > 0 && (
          <Notice tone="info" title="Taken out of values">
            <LineList lines={describeCleaned(cleaned)} />
          </Notice>
        )}
        {replacesRows && (
          <Notice tone="warning">
            Its table takes the place of yours, which has {countRows(currentRows)}.
          </Notice>
        )}
        <ValueTable title="The link holds" values={link.values} />
        {rows.length > 0 && <LinkRows rows={rows} values={link.values} />}
        {!isEmpty && <ValueTable title="Your form holds" values={current} />}
      </Stack>
    </ModalDialog>
  );
}

const LineList = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul>
    {lines.map((line, index) => (
      <li key={index}>
        <bdi>{line}</bdi>
      </li>
    ))}
  </ul>
);
