import { lazy, Suspense, useState } from 'react';
import { styled } from '@mui/material/styles';
import { focusById } from '@/browser/focus';
import { goToField } from '@/features/builder/goToField';
import { useRoleForm } from '@/features/builder/roleForm';
import { redo, undo } from '@/features/drafts/UndoButtons';
import { altShift, primaryOutsideFields, type Command } from '@/features/palette/command';
import { CommandKeys } from '@/features/palette/CommandKeys';
import { PASTE_FIELD_ID } from '@/features/paste/PasteField';
import { Button } from '@/ui/Button';
import { WideText } from '@/ui/WideText';
import { useFormDesk } from './formDesk';
import { views, type ViewId } from './views';

const ShareDialog = lazy(() => import('@/features/share/ShareDialog'));
const DraftsDialog = lazy(() => import('@/features/drafts/DraftsDialog'));

const Row = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  gap: theme.spacing(0.5),
}));

type OpenedDialog = 'share' | 'drafts' | 'palette' | 'keys';

interface FormToolsProps {
  readonly onShowView: (id: ViewId) => void;
}

/** Share, drafts and commands, wherever in the page somebody is. */
export function FormTools({ onShowView }: FormToolsProps) {
  const form = useRoleForm();
  const { keeper, fill } = useFormDesk();
  const [opened, setOpened] = useState<OpenedDialog>();
  const close = () => setOpened(undefined);

  const goToFirstIssue = () => {
    const draft = form.drafts.get();
    if (draft.status === 'ready') return;
    onShowView('build');
    const [{ path }] = draft.issues;
    afterShown(() => goToField(form, path));
  };
  const goToPaste = () => {
    onShowView('build');
    afterShown(() => focusById(PASTE_FIELD_ID));
  };
  const commands: readonly Command[] = [
    { id: 'paste', title: 'Paste anything', shortcut: altShift('P'), run: goToPaste },
    {
      id: 'share',
      title: 'Copy a link to this form',
      shortcut: altShift('L'),
      run: () => setOpened('share'),
    },
    { id: 'drafts', title: 'Drafts', shortcut: altShift('D'), run: () => setOpened('drafts') },
    {
      id: 'issue',
      title: 'Go to the first missing or refused value',
      shortcut: altShift('M'),
      run: goToFirstIssue,
    },
    {
      id: 'undo',
      title: 'Undo the last change of the form',
      shortcut: primaryOutsideFields('Z'),
      run: () => undo(keeper),
    },
    {
      id: 'redo',
      title: 'Redo the change',
      shortcut: primaryOutsideFields('Z', true),
      run: () => redo(keeper),
    },
    ...views.map(({ id, label }) => ({
      id: `view-${id}`,
      title: `Show: ${label}`,
      run: () => onShowView(id),
    })),
  ];
  return (
    <Row>
      <Button size="small" icon="share" onClick={() => setOpened('share')}>
        <WideText>Share</WideText>
      </Button>
      <Button size="small" icon="file" onClick={() => setOpened('drafts')}>
        <WideText>Drafts</WideText>
      </Button>
      <Button size="small" look="quiet" onClick={() => setOpened('palette')}>
        All actions
      </Button>
      <Suspense>
        {opened === 'share' && <ShareDialog values={keeper.getState().values} onClose={close} />}
        {opened === 'drafts' && <DraftsDialog keeper={keeper} onOpen={fill} onClose={close} />}
      </Suspense>
      <CommandKeys
        commands={commands}
        opened={opened === 'palette' || opened === 'keys' ? opened : undefined}
        onOpenedChange={setOpened}
      />
    </Row>
  );
}

/** The view is drawn and the palette has given the focus back. */
const afterShown = (act: () => void) => void setTimeout(act);
