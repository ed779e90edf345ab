import IconButton from '@mui/material/IconButton';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { styled } from '@mui/material/styles';
import { useEffect, useEffectEvent, type ClipboardEventHandler } from 'react';
import { focusByName } from '@/browser/focus';
import { tagsField } from '@/qbusiness/form/tags';
import { Icon } from '@/ui/Icon';
import type { ListPage } from '@/ui/ListPages';
import { VisuallyHidden } from '@/ui/VisuallyHidden';
import { removeButtonName } from './removeButtonName';
import { RoleTextField } from './RoleTextField';

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

interface TagTableProps {
  /** Of all tags; stable for the lifetime of a tag. */
  readonly ids: readonly string[];
  readonly shown: ListPage;
  /** The name of the control that is to take the focus. */
  readonly wanted: string | undefined;
  readonly onFocused: () => void;
  readonly onPaste: ClipboardEventHandler;
  readonly onRemove: (index: number) => void;
}

/** The tags of a page, with a field each for key and value. */
export default function TagTable(props: TagTableProps) {
  const { ids, shown, wanted, onFocused, onPaste, onRemove } = props;
  const handleFocused = useEffectEvent(onFocused);
  useEffect(() => {
    if (wanted === undefined) return;
    focusByName(wanted);
    handleFocused();
  }, [wanted]);
  return (
    <Rows size="small" aria-label="Tags" onPaste={onPaste}>
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
        {ids.slice(shown.start, shown.end).map((id, place) => {
          const index = shown.start + place;
          return (
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
                  name={removeButtonName(index)}
                  aria-label={`Remove tag ${index + 1}`}
                  title={`Remove tag ${index + 1}`}
                  onClick={() => onRemove(index)}
                >
                  <Icon name="remove" />
                </IconButton>
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Rows>
  );
}
