import { useState } from 'react';
import { styled } from '@mui/material/styles';
import { canShare, share } from '@/browser/share';
import { addressWithFragment } from '@/browser/urlFragment';
import { encodeBatchLink } from '@/batch/batchLink';
import { tableFile } from '@/batch/tableFile';
import { MAX_TABLE_LINK_LENGTH } from '@/qbusiness/textLimits';
import { batchStore, useBatch } from '@/state/batchStore';
import { countRows } from '@/state/namedDrafts';
import { useRoleForm } from '@/state/roleForm';
import { Button } from '@/ui/Button';
import { CheckboxInput } from '@/ui/CheckboxInput';
import { CopyButton } from '@/ui/CopyButton';
import { DownloadButton } from '@/ui/DownloadButton';
import { ModalDialog } from '@/ui/ModalDialog';
import { Notice } from '@/ui/Notice';
import { TextInput } from '@/ui/TextInput';
import { showToast } from '@/ui/toast';
import { counted, showNumber } from '@/words/counts';

const Stack = styled('div')(({ theme }) => ({ display: 'grid', gap: theme.spacing(2) }));

interface ShareDialogProps {
  readonly onClose: () => void;
}

/** Rows up to which the length of their link is computed; with more, that would block the page. */
const MAX_COUNTED_ROWS = 1_000;

/** The form as a link, shown before it is copied; includes the table of applications if the link is not too long. */
export default function ShareDialog({ onClose }: ShareDialogProps) {
  const { getValues } = useRoleForm();
  const [withoutIds, setWithoutIds] = useState(false);
  const { rows } = useBatch(batchStore);
  const linkWith = (table: typeof rows) =>
    addressWithFragment(encodeBatchLink(getValues(), table, { withoutIds }));
  const isFarTooLong = rows.length > MAX_COUNTED_ROWS;
  const whole = linkWith(isFarTooLong ? [] : rows);
  const isTooLong =
    rows.length > 0 && !withoutIds && (isFarTooLong || whole.length > MAX_TABLE_LINK_LENGTH);
  const file = tableFile(rows);
  const link = isTooLong ? linkWith([]) : whole;
  return (
    <ModalDialog
      open
      onClose={onClose}
      title="Share the form"
      actions={
        <>
          {canShare({ url: link }) && (
            <Button icon="share" onClick={() => void shareLink(link)}>
              Share with another app
            </Button>
          )}
          <CopyButton label="Copy link" subject="Link" look="primary" getText={() => link} />
        </>
      }
    >
      <Stack>
        <CheckboxInput
          label="Leave out account and application IDs"
          help={`Texts that mention one are left out too, such as the ARN of a permissions boundary${rows.length > 0 ? ', and the table of applications' : ''}.`}
          checked={withoutIds}
          onChange={(event) => setWithoutIds(event.target.checked)}
        />
        {isTooLong && (
          <Notice
            tone="warning"
            title={`The link holds the form only: with ${countRows(rows)} it would ${isFarTooLong ? 'be far too long' : `have ${counted(whole.length, 'character')}`}`}
            actions={
              <DownloadButton
                label={`Save the table as ${file.kind}`}
                size="small"
                getFile={() => ({ name: file.name, contents: file.print(), mime: file.mime })}
              />
            }
          >
            Not every program takes more than {showNumber(MAX_TABLE_LINK_LENGTH)}. Send the table as
            a file beside the link.
          </Notice>
        )}
        {rows.length > 0 && !isTooLong && !withoutIds && (
          <Notice tone="info">The link holds the form and {countRows(rows)}.</Notice>
        )}
        <TextInput
          label="Link"
          help="The values stand behind the #, which browsers send to no server. Whoever has the link can read them."
          value={link}
          readOnly
          multiline
          monospace
          rows={3}
        />
      </Stack>
    </ModalDialog>
  );
}

async function shareLink(url: string): Promise<void> {
  try {
    await share({ url });
  } catch {
    showToast({ message: 'The browser did not share the link. Copy it instead.' });
  }
}
