import IconButton from '@mui/material/IconButton';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { styled } from '@mui/material/styles';
import type { ClipboardEvent } from 'react';
import { useFieldArray } from 'react-hook-form';
import { showInLine } from '@/iam/unseenCharacters';
import { tagsField } from '@/qbusiness/form/tags';
import { MAX_ROWS } from '@/qbusiness/textLimits';
import { useRoleForm } from '@/state/roleForm';
import { announce } from '@/ui/announcer';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { showToast } from '@/ui/toast';
import { VisuallyHidden } from '@/ui/VisuallyHidden';
import { counted } from '@/words/counts';
import { readPastedTags } from './pastedTags';
import { RoleTextField } from './RoleTextField';

const Help = styled('p')(({ theme }) => ({
  ...theme.typography.caption,
  color: theme.vars.palette.text.secondary,
}));

const Rows = styled(Table)(({ theme }) => ({
  '& th, & td': { padding: theme.spacing(0.5, 0.5, 0.5, 0), border: 0, verticalAlign: 'top' },
  '& td:last-of-type, & th:last-of-type': { inlineSize: '2rem', paddingInlineEnd: 0 },
  // Visually, the header of the column is the label.
  '& label': {
    position: 'absolute',
    inlineSize: 1,
    blockSize: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
}));

/** The tags of the role: a table that takes pasted `key=value` lines. */
export function TagList() {
  const { control, getValues } = useRoleForm();
  const { fields, append, remove, insert, replace } = useFieldArray({ control, name: 'tags' });

  const handlePaste = (event: ClipboardEvent) => {
    const pasted = readPastedTags(event.clipboardData.getData('text/plain'));
    if (pasted.length === 0) return;
    event.preventDefault();
    const kept = getValues('tags').filter(({ key, value }) => key !== '' || value !== '');
    if (kept.length + pasted.length > MAX_ROWS) {
      showToast({
        message: `Nothing was added: the paste has ${counted(pasted.length, 'tag')}, a role takes ${tagsField.maxEntries}`,
      });
      return;
    }
    replace([...kept, ...pasted]);
    announce(`${pasted.length} tags added`);
  };
  const handleRemove = (index: number) => {
    const tag = getValues(`tags.${index}`);
    remove(index);
    showToast({
      message: `Tag ${showInLine(tag.key)} removed`,
      action: { label: 'Undo', onAct: () => insert(index, tag, { shouldFocus: false }) },
    });
  };
  return (
    <>
      <Help>On the role. Paste key=value lines to add many.</Help>
      {fields.length > 0 && (
        <Rows size="small" aria-label="Tags" onPaste={handlePaste}>
          <TableHead>
            <TableRow>
              <TableCell>Key</TableCell>
              <TableCell>Value</TableCell>
              <TableCell>
                <VisuallyHidden>Remove</VisuallyHidden>
              </TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {fields.map(({ id }, index) => (
              <TableRow key={id}>
                <TableCell>
                  <RoleTextField
                    path={`tags.${index}.key`}
                    field={tagsField.key}
                    label={`Key ${index + 1}`}
                    help=""
                  />
                </TableCell>
                <TableCell>
                  <RoleTextField
                    path={`tags.${index}.value`}
                    field={tagsField.value}
                    label={`Value ${index + 1}`}
                    help=""
                  />
                </TableCell>
                <TableCell>
                  <IconButton
                    aria-label={`Remove tag ${index + 1}`}
                    title={`Remove tag ${index + 1}`}
                    onClick={() => handleRemove(index)}
                  >
                    <Icon name="remove" />
                  </IconButton>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Rows>
      )}
      <div>
        <Button
          icon="add"
          disabled={fields.length >= tagsField.maxEntries}
          onClick={() => append({ key: '', value: '' }, { focusName: `tags.${fields.length}.key` })}
        >
          {tagsField.addLabel}
        </Button>
      </div>
    </>
  );
}
