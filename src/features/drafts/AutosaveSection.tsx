import { styled } from '@mui/material/styles';
import { Button } from '@/ui/Button';
import { CheckboxInput } from '@/ui/CheckboxInput';
import { Notice } from '@/ui/Notice';
import { clearStorage } from '@/state/clearStorage';
import { describeFailure } from '@/state/describeFailure';
import { formatTime } from './formatTime';
import type { OnOutcome } from './outcome';
import { useRoleForm } from '@/state/roleForm';
import { useSyncExternalStore } from 'react';

const Stack = styled('div')(({ theme }) => ({
  display: 'grid',
  justifyItems: 'start',
  gap: theme.spacing(1.25),
}));

interface AutosaveSectionProps {
  readonly onCleared: () => void;
  readonly onOutcome: OnOutcome;
}

/** The switch for autosave, and a button that removes everything stored. */
export function AutosaveSection({ onCleared, onOutcome }: AutosaveSectionProps) {
  const { autosave } = useRoleForm();
  const { isOn, failure, savedAt } = useSyncExternalStore(
    autosave.subscribe,
    autosave.getState,
    autosave.getState,
  );
  return (
    <Stack>
      <CheckboxInput
        label="Save the form while it is filled in"
        help="In this browser’s local storage for this page, on this device only. Each tab saves its own form. Switched off, the form lasts as long as its tab."
        checked={isOn}
        onChange={(event) => autosave.setOn(event.target.checked)}
      />
      {failure !== undefined && <Notice tone="error">{describeFailure(failure)}</Notice>}
      {savedAt !== undefined && failure === undefined && isOn && (
        <p>Last saved: {formatTime(savedAt)}</p>
      )}
      <Button
        look="danger"
        icon="remove"
        size="small"
        onClick={() => {
          const putBack = clearStorage();
          autosave.noteCleared();
          onCleared();
          onOutcome({
            tone: 'success',
            words: 'Everything stored was deleted. The form on the page is untouched.',
            undo: () => {
              putBack();
              onCleared();
            },
          });
        }}
      >
        Delete everything stored
      </Button>
    </Stack>
  );
}
