import { useState } from 'react';
import { styled } from '@mui/material/styles';
import { addressWithFragment } from '@/browser/urlFragment';
import { encodeShareLink } from '@/qbusiness/form/shareLink';
import { useRoleForm } from '@/state/roleForm';
import { CheckboxInput } from '@/ui/CheckboxInput';
import { CopyButton } from '@/ui/CopyButton';
import { ModalDialog } from '@/ui/ModalDialog';
import { TextInput } from '@/ui/TextInput';

const Stack = styled('div')(({ theme }) => ({ display: 'grid', gap: theme.spacing(2) }));

interface ShareDialogProps {
  readonly onClose: () => void;
}

/** The form as a link, shown before it is copied. */
export default function ShareDialog({ onClose }: ShareDialogProps) {
  const { getValues } = useRoleForm();
  const [withoutIds, setWithoutIds] = useState(false);
  const link = addressWithFragment(encodeShareLink(getValues(), { withoutIds }));
  return (
    <ModalDialog
      open
      onClose={onClose}
      title="Share the form"
      actions={<CopyButton label="Copy link" subject="Link" look="primary" getText={() => link} />}
    >
      <Stack>
        <CheckboxInput
          label="Leave out account and application IDs"
          help="Texts that mention one are left out too, such as the ARN of a permissions boundary."
          checked={withoutIds}
          onChange={(event) => setWithoutIds(event.target.checked)}
        />
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
