import { styled } from '@mui/material/styles';
import { useSyncExternalStore } from 'react';
import { useRoleForm } from '@/state/roleForm';
import { announce } from '@/ui/announcer';
import { IconButton } from '@/ui/IconButton';

/** Stays focusable when disabled, so that keyboard users do not lose the focus. */
const Step = styled(IconButton)(({ theme }) => ({
  '&[aria-disabled="true"]': { color: theme.vars.palette.text.disabled, cursor: 'not-allowed' },
}));

/** Undo and Redo for the form. */
export function UndoButtons() {
  const { undo } = useRoleForm();
  // Not the whole state, which changes at each key press.
  const canUndo = () => undo.getState().canUndo;
  const canRedo = () => undo.getState().canRedo;
  const hasBefore = useSyncExternalStore(undo.subscribe, canUndo, canUndo);
  const hasAfter = useSyncExternalStore(undo.subscribe, canRedo, canRedo);
  return (
    <div role="group" aria-label="Changes of the form">
      <Step
        icon="undo"
        label="Undo change"
        aria-disabled={!hasBefore}
        onClick={() => undo.undo() && announce('Change undone')}
      />
      <Step
        icon="redo"
        label="Redo change"
        aria-disabled={!hasAfter}
        onClick={() => undo.redo() && announce('Change made again')}
      />
    </div>
  );
}
