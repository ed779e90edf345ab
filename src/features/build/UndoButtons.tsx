import { styled } from '@mui/material/styles';
import { useSyncExternalStore } from 'react';
import { useRoleForm } from '@/state/roleForm';
import { announce } from '@/ui/announcer';
import { IconButton } from '@/ui/IconButton';

/** Stays focusable when there is nothing to do, so that the keyboard keeps its place. */
const Step = styled(IconButton)(({ theme }) => ({
  '&[aria-disabled="true"]': { color: theme.vars.palette.text.disabled, cursor: 'not-allowed' },
}));

/** Goes back and forth through the states of the form. */
export function UndoButtons() {
  const { undo } = useRoleForm();
  // Not the state: each key press makes another, and nearly none of them changes the buttons.
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
