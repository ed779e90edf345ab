import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { readStored, removeStored, writeStored } from '@/browser/draftStorage';
import { subscribeToKeys, type KeyPress } from '@/browser/keyboard';
import { altShift, type Command } from './command';

const PaletteDialog = lazy(() => import('./PaletteDialog'));
const KeysDialog = lazy(() => import('./KeysDialog'));

type Opened = 'palette' | 'keys';

/** `off` where single keys do nothing, for people who speak or tremble. */
const singleKeysStorageKey = 'qbusiness-policies:single-keys';

function areSingleKeysOn(): boolean {
  const stored = readStored(singleKeysStorageKey);
  return !(stored.ok && stored.value === 'off');
}

const paletteShortcut = altShift('K');

const isQuestion = ({ key, primary, alt, inField, inDialog }: KeyPress) =>
  key === '?' && !primary && !alt && !inField && !inDialog && areSingleKeysOn();

interface CommandKeysProps {
  readonly commands: readonly Command[];
  readonly opened: Opened | undefined;
  readonly onOpenedChange: (opened: Opened | undefined) => void;
}

/** Runs commands by their keys, and shows the palette and the list of keys. */
export function CommandKeys({ commands, opened, onOpenedChange }: CommandKeysProps) {
  const [singleKeys, setSingleKeys] = useState(true);
  const close = () => onOpenedChange(undefined);
  const open = (next: Opened) => {
    setSingleKeys(areSingleKeysOn());
    onOpenedChange(next);
  };

  const handlePress = useEffectEvent((press: KeyPress): boolean => {
    if (paletteShortcut.matches(press)) {
      open('palette');
      return true;
    }
    if (isQuestion(press)) {
      open('keys');
      return true;
    }
    const command = commands.find(({ shortcut }) => shortcut?.matches(press));
    command?.run?.();
    return command !== undefined;
  });
  useEffect(() => subscribeToKeys((press) => handlePress(press)), []);

  return (
    <Suspense>
      {opened === 'palette' && (
        <PaletteDialog
          commands={[
            ...commands,
            { id: 'keys', title: 'List the keyboard shortcuts', run: () => open('keys') },
          ]}
          onClose={close}
        />
      )}
      {opened === 'keys' && (
        <KeysDialog
          commands={[
            {
              id: 'palette',
              title: 'Find an action',
              shortcut: paletteShortcut,
            },
            {
              id: 'keys',
              title: 'List these shortcuts',
              shortcut: { keys: ['?'], matches: isQuestion },
            },
            ...commands,
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
