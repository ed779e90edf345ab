import { useSyncExternalStore } from 'react';
import { styled } from '@mui/material/styles';
import { announce } from '@/ui/announcer';
import { IconButton } from '@/ui/IconButton';
import type { FormKeeper } from './formKeeper';

/** Stays focusable when there is nothing to do, so that the keyboard keeps its place. */
const Step = styled(IconButton)(({ theme }) => ({
  '&[aria-disabled="true"]': { color: theme.vars.palette.text.disabled, cursor: 'not-allowed' },
}));

const Row = styled('div')({
  display: 'flex',
  marginInlineStart: 'auto',
});

/** Goes back and forth through the states of the form. */
export function UndoButtons({ keeper }: { keeper: FormKeeper }) {
  const canUndo = useSyncExternalStore(
    keeper.subscribe,
    () => keeper.getState().canUndo,
    () => false,
  );
  const canRedo = useSyncExternalStore(
    keeper.subscribe,
    () => keeper.getState().canRedo,
    () => false,
  );
  return (
    <Row role="group" aria-label="Changes of the form">
      <Step icon="undo" label="Undo change" aria-disabled={!canUndo} onClick={() => undo(keeper)} />
      <Step icon="redo" label="Redo change" aria-disabled={!canRedo} onClick={() => redo(keeper)} />
    </Row>
  );
}

export function undo(keeper: FormKeeper) {
  if (!keeper.getState().canUndo) return;
  keeper.undo();
  announce('Change undone');
}

export function redo(keeper: FormKeeper) {
  if (!keeper.getState().canRedo) return;
  keeper.redo();
  announce('Change made again');
}
