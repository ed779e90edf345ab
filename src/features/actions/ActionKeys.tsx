import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { readStored, removeStored, writeStored } from '@/browser/draftStorage';
import { subscribeToKeys, type KeyPress } from '@/browser/keyboard';
import type { Action, Shortcut } from './action';

const ActionsDialog = lazy(() => import('./ActionsDialog'));
const KeysDialog = lazy(() => import('./KeysDialog'));

export type OpenedActions = 'actions' | 'keys';

/** `off` if the person has switched off single-key shortcuts, for example because of speech input. */
const singleKeysStorageKey = 'qbusiness-policies:single-keys';

function areSingleKeysOn(): boolean {
  const stored = readStored(singleKeysStorageKey);
  return !(stored.ok && stored.value === 'off');
}

const isQuestion = ({ key, primary, alt, inField, inDialog }: KeyPress) =>
  key === '?' && !primary && !alt && !inField && !inDialog && areSingleKeysOn();

interface ActionKeysProps {
  readonly actions: readonly Action[];
  /** Opens the list of actions. */
  readonly shortcut: Shortcut;
  readonly opened: OpenedActions | undefined;
  readonly onOpenedChange: (opened: OpenedActions | undefined) => void;
}

/** Handles keyboard shortcuts, and shows the dialogs for actions and for shortcuts. */
export function ActionKeys({ actions, shortcut, opened, onOpenedChange }: ActionKeysProps) {
  const [singleKeys, setSingleKeys] = useState(true);
  const close = () => onOpenedChange(undefined);
  const open = (next: OpenedActions) => {
    setSingleKeys(areSingleKeysOn());
    onOpenedChange(next);
  };

  const handlePress = useEffectEvent((press: KeyPress): boolean => {
    if (shortcut.matches(press)) {
      open('actions');
      return true;
    }
    if (isQuestion(press)) {
      open('keys');
      return true;
    }
    const action = actions.find((candidate) => candidate.shortcut?.matches(press));
    action?.run?.();
    return action !== undefined;
  });
  useEffect(() => subscribeToKeys((press) => handlePress(press)), []);

  return (
    <Suspense>
      {opened === 'actions' && (
        <ActionsDialog
          actions={[
            ...actions,
            { id: 'keys', title: 'Keyboard shortcuts', run: () => open('keys') },
          ]}
          onClose={close}
        />
      )}
      {opened === 'keys' && (
        <KeysDialog
          actions={[
            {
              id: 'actions',
              title: 'Find an action',
              shortcut,
            },
            {
              id: 'keys',
              title: 'List these shortcuts',
              shortcut: { keys: ['?'], matches: isQuestion },
            },
            ...actions,
          ]}
          singleKeys={singleKeys}
          onSingleKeysChange={(on) => {
            if (on) removeStored(singleKeysStorageKey);
            else writeStored(singleKeysStorageKey, 'off');
            setSingleKeys(on);
          }}
          onClose={close}
        />
      )}
    </Suspense>
  );
}
