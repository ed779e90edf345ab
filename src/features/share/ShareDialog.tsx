import { useState } from 'react';
import { styled } from '@mui/material/styles';
import { addressWithFragment } from '@/browser/urlFragment';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { encodeShareLink } from '@/qbusiness/form/shareLink';
import { CheckboxInput } from '@/ui/CheckboxInput';
import { CopyButton } from '@/ui/CopyButton';
import { ModalDialog } from '@/ui/ModalDialog';
import { TextInput } from '@/ui/TextInput';

const Stack = styled('div')(({ theme }) => ({ display: 'grid', gap: theme.spacing(2) }));

interface ShareDialogProps {
  readonly values: RoleFormValues;
  readonly onClose: () => void;
}

/** The form as a link, shown before it is copied. */
export default function ShareDialog({ values, onClose }: ShareDialogProps) {
  const [withoutIds, setWithoutIds] = useState(false);
  const link = addressWithFragment(encodeShareLink(values, { withoutIds }));
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
          help="Every text that mentions one is left out too, such as the ARN of a permissions boundary."
          checked={withoutIds}
          onChange={(event) => setWithoutIds(event.target.checked)}
        />
        <TextInput
          label="Link"
          help="Holds the values that differ from an empty form, behind the #, which browsers keep to themselves: no server gets to see them. Whoever has the link can read them."
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
