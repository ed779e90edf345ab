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
  const state = useSyncExternalStore(undo.subscribe, undo.getState, undo.getState);
  return (
    <div role="group" aria-label="Changes of the form">
      <Step
        icon="undo"
        label="Undo change"
        aria-disabled={!state.canUndo}
        onClick={() => undo.undo() && announce('Change undone')}
      />
      <Step
        icon="redo"
        label="Redo change"
        aria-disabled={!state.canRedo}
        onClick={() => undo.redo() && announce('Change made again')}
      />
    </div>
  );
}
