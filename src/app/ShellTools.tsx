import { useColorScheme } from '@mui/material/styles';
import { styled } from '@mui/material/styles';
import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { actionsShortcut } from '@/features/actions/action';
import { ActionKeys, type OpenedActions } from '@/features/actions/ActionKeys';
import { isApple } from '@/browser/keyboard';
import { ActionMenu, type MenuAction } from '@/ui/ActionMenu';
import { Button } from '@/ui/Button';
import { IconButton } from '@/ui/IconButton';
import type { IconName } from '@/ui/Icon';
import { useActions, type OpenedDialog } from './useActions';
import { hrefOfView } from './views';

const ShareDialog = lazy(() => import('@/features/share/ShareDialog'));
const DraftsDialog = lazy(() => import('@/features/drafts/DraftsDialog'));

const Row = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(0.5),
  '& kbd': { fontFamily: 'inherit', fontWeight: 400, marginInlineStart: theme.spacing(0.75) },
  // Icons without labels on medium screens; on phones, the menu has these tools.
  '& .wide': { '@media (max-width: 1199.95px)': { display: 'none' } },
  '& .narrow': { '@media (max-width: 599.95px), (min-width: 1200px)': { display: 'none' } },
}));

const modes = [
  { mode: 'light', label: 'Light colours', icon: 'sun' },
  { mode: 'dark', label: 'Dark colours', icon: 'moon' },
  { mode: 'system', label: 'Colours of the system', icon: 'system' },
] as const satisfies readonly { mode: string; label: string; icon: IconName }[];

const never = () => () => {};

/** The tools for drafts, sharing, actions and the colour scheme, in every view. */
export function ShellTools() {
  const { mode: chosen, setMode } = useColorScheme();
  const [dialog, setDialog] = useState<OpenedDialog>();
  const [opened, setOpened] = useState<OpenedActions>();
  const actions = useActions({ onDialog: setDialog });
  const isMac = useSyncExternalStore(never, isApple, () => false);
  const close = () => setDialog(undefined);
  const menu: readonly MenuAction[] = [
    { label: 'Drafts', icon: 'file', onSelect: () => setDialog('drafts') },
    { label: 'Share a link', icon: 'share', onSelect: () => setDialog('share') },
    { label: 'Find an action', icon: 'terminal', onSelect: () => setOpened('actions') },
    { label: 'Keyboard shortcuts', icon: 'menu', onSelect: () => setOpened('keys') },
    { label: 'AWS’s page', icon: 'info', href: hrefOfView('aws'), startsSection: true },
    ...modes.map(({ mode, label, icon }, index) => ({
      label: mode === chosen ? `${label} ✓` : label,
      icon,
      onSelect: () => setMode(mode),
      startsSection: index === 0,
    })),
  ];
  return (
    <Row>
      <span className="wide">
        <Button look="quiet" onClick={() => setDialog('drafts')}>
          Drafts
        </Button>
        <Button look="quiet" onClick={() => setDialog('share')}>
          Share
        </Button>
        <Button onClick={() => setOpened('actions')}>
          Actions <kbd>{isMac ? '⌘K' : 'Ctrl K'}</kbd>
        </Button>
      </span>
      <span className="narrow">
        <IconButton icon="file" label="Drafts" onClick={() => setDialog('drafts')} />
        <IconButton icon="share" label="Share" onClick={() => setDialog('share')} />
        <IconButton icon="terminal" label="Actions" onClick={() => setOpened('actions')} />
      </span>
      <ActionMenu
        actions={menu}
        renderButton={(button) => <IconButton {...button} icon="more" label="Menu" />}
      />
      <Suspense>
        {dialog === 'share' && <ShareDialog onClose={close} />}
        {dialog === 'drafts' && <DraftsDialog onClose={close} />}
      </Suspense>
      <ActionKeys
        actions={actions}
        shortcut={actionsShortcut}
        opened={opened}
        onOpenedChange={setOpened}
      />
    </Row>
  );
}
