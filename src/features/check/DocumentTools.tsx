import { styled } from '@mui/material/styles';
import { useRef } from 'react';
import type { AddedText, CheckedText } from '@/state/check/checkSession';
import { ActionMenu } from '@/ui/ActionMenu';
import { Button } from '@/ui/Button';
import type { MonacoMode } from '@/ui/code/loadMonaco';
import { FileInput } from '@/ui/FileInput';
import { IconButton } from '@/ui/IconButton';
import { Tabs } from '@/ui/Tabs';
import { readableFiles, readTexts } from './readTexts';
import { nameOfText } from './textNames';

const Tools = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(0.5),
  minBlockSize: 44,
  paddingInline: theme.spacing(0.5, 1),
  borderBlockEnd: `1px solid ${theme.vars.palette.divider}`,
  '& > .texts': { flex: '1 1 auto', minInlineSize: 0 },
  '& .MuiTab-root': {
    display: 'block',
    maxInlineSize: '14rem',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '& > .MuiButton-root': { flex: '0 0 auto', whiteSpace: 'nowrap' },
}));

export interface DocumentToolsProps {
  readonly texts: readonly CheckedText[];
  readonly shown: CheckedText;
  readonly monaco: MonacoMode;
  readonly onAskForMonaco: () => void;
  readonly onShow: (id: number) => void;
  readonly onAdd: (texts: readonly AddedText[]) => void;
  readonly onExample: (example: 'form' | 'published') => void;
  readonly onRemove: (id: number) => void;
  readonly onFormat: () => void;
}

/** The tabs of the texts, and what can be done with them. */
export function DocumentTools({
  idBase,
  texts,
  shown,
  monaco,
  onAskForMonaco,
  onShow,
  onAdd,
  onExample,
  onRemove,
  onFormat,
}: DocumentToolsProps & { readonly idBase: string }) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <Tools>
      <div className="texts">
        <Tabs
          label="Documents"
          idBase={idBase}
          tabs={texts.map((one) => ({ id: String(one.id), label: nameOfText(texts, one) }))}
          selected={String(shown.id)}
          onSelect={(selected) => onShow(Number(selected))}
        />
      </div>
      <FileInput
        ref={chooser}
        label="Files with roles or policies"
        accept={readableFiles}
        onFiles={(files) => void readTexts(files, onAdd)}
      />
      <ActionMenu
        actions={[
          {
            label: 'Open files',
            icon: 'upload',
            onSelect: () => chooser.current?.click(),
          },
          {
            label: 'Type or paste',
            icon: 'add',
            onSelect: () => onAdd([{ name: '', text: '' }]),
          },
          { label: 'Use the form’s role', onSelect: () => onExample('form') },
          { label: 'Use AWS’s text', onSelect: () => onExample('published') },
        ]}
        renderButton={(button) => (
          <Button {...button} look="quiet" icon="add">
            Add document
          </Button>
        )}
      />
      <ActionMenu
        actions={[
          { label: 'Format', onSelect: onFormat },
          ...(monaco === 'off' ? [{ label: 'Load the editor', onSelect: onAskForMonaco }] : []),
          {
            label: `Remove ${nameOfText(texts, shown)}`,
            icon: 'remove' as const,
            onSelect: () => onRemove(shown.id),
          },
        ]}
        renderButton={(button) => (
          <IconButton {...button} icon="more" label="More for this document" />
        )}
      />
    </Tools>
  );
}
