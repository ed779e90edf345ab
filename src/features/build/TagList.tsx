import { styled } from '@mui/material/styles';
import { lazy, Suspense, useRef, useState, type ClipboardEvent } from 'react';
import { useFieldArray } from 'react-hook-form';
import { showInLine } from '@/iam/unseenCharacters';
import { tagsField } from '@/qbusiness/form/tags';
import { MAX_ROWS } from '@/qbusiness/textLimits';
import { useRoleForm } from '@/state/roleForm';
import { announce } from '@/ui/announcer';
import { Button } from '@/ui/Button';
import { ListPages } from '@/ui/ListPages';
import { showToast } from '@/ui/toast';
import { counted } from '@/words/counts';
import { readPastedTags } from './pastedTags';
import { removeButtonName } from './removeButtonName';
import { useListPage } from './useListPage';

/** Loaded with the first tag: most roles have none. */
const TagTable = lazy(() => import('./TagTable'));

const Help = styled('p')(({ theme }) => ({
  ...theme.typography.caption,
  color: theme.vars.palette.text.secondary,
}));

/** The tags of the role: a table that takes pasted `key=value` lines. */
export function TagList() {
  const { control, getValues } = useRoleForm();
  const { fields, append, remove, insert, replace } = useFieldArray({ control, name: 'tags' });
  const shown = useListPage('tags', fields.length);
  const [wanted, setWanted] = useState<string>();
  const addButton = useRef<HTMLButtonElement>(null);

  const show = (index: number) => {
    shown.turnToEntry(index);
    setWanted(`tags.${index}.key`);
  };
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
    show(kept.length + pasted.length - 1);
    announce(`${counted(pasted.length, 'tag')} added`);
  };
  const handleRemove = (index: number) => {
    const tag = getValues(`tags.${index}`);
    const restore = () => {
      insert(index, tag, { shouldFocus: false });
      show(index);
    };
    remove(index);
    // The pressed button goes with its tag: on to that of the next one.
    const left = fields.length - 1;
    if (left === 0) addButton.current?.focus();
    else setWanted(removeButtonName(Math.min(index, left - 1)));
    showToast({
      message: `Tag ${showInLine(tag.key)} removed`,
      action: { label: 'Undo', onAct: restore },
    });
  };
  return (
    <>
      <Help>On the role. Paste key=value lines to add many.</Help>
      {fields.length > 0 && (
        <Suspense>
          <TagTable
            ids={fields.map(({ id }) => id)}
            shown={shown}
            wanted={wanted}
            onFocused={() => setWanted(undefined)}
            onPaste={handlePaste}
            onRemove={handleRemove}
          />
        </Suspense>
      )}
      <ListPages of={shown} label="Pages of tags" />
      <div>
        <Button
          ref={addButton}
          icon="add"
          disabled={fields.length >= tagsField.maxEntries}
          onClick={() => {
            append({ key: '', value: '' }, { shouldFocus: false });
            show(fields.length);
          }}
        >
          {tagsField.addLabel}
        </Button>
      </div>
    </>
  );
}
