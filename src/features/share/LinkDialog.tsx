import { describeProblems } from '@/qbusiness/form/describeProblems';
import { summarizeForm } from '@/qbusiness/form/summarizeForm';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { Button } from '@/ui/Button';
import { ModalDialog } from '@/ui/ModalDialog';
import { Notice } from '@/ui/Notice';
import type { OpenedLink } from './openedLink';

interface LinkDialogProps {
  readonly link: OpenedLink;
  readonly current: RoleFormValues;
  readonly isEmpty: boolean;
  readonly onOpen: (values: RoleFormValues) => void;
  readonly onKeep: () => void;
}

/** Asks before a link takes the place of what is in the form, and names what it cannot bring. */
export default function LinkDialog({ link, current, isEmpty, onOpen, onKeep }: LinkDialogProps) {
  if (link.kind === 'unknown-version') {
    return (
      <ModalDialog
        open
        onClose={onKeep}
        title="This link cannot be read"
        actions={<Button onClick={onKeep}>Close</Button>}
      >
        <p>It was made by another version of this page. The form is as it was.</p>
      </ModalDialog>
    );
  }
  return (
    <ModalDialog
      open
      onClose={onKeep}
      title="Open the form of the link?"
      actions={
        <>
          <Button onClick={onKeep}>{isEmpty ? 'Do not open' : 'Keep my form'}</Button>
          <Button look="primary" onClick={() => onOpen(link.values)}>
            Open the link
          </Button>
        </>
      }
    >
      <dl>
        <dt>The link holds</dt>
        <dd>{summarizeForm(link.values)}</dd>
        {!isEmpty && (
          <>
            <dt>It would take the place of</dt>
            <dd>{summarizeForm(current)}</dd>
          </>
        )}
      </dl>
      {link.problems.length > 0 && (
        <Notice tone="warning" title="Some of it could not be read and is left out">
          <ul>
            {describeProblems(link.problems).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
    </ModalDialog>
  );
}
