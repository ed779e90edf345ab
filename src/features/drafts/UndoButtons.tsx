import { useSyncExternalStore } from 'react';
import { styled } from '@mui/material/styles';
import { announce } from '@/ui/announcer';
import { Button } from '@/ui/Button';
import type { FormKeeper } from './formKeeper';

/** Stays focusable when there is nothing to do, so that the keyboard keeps its place. */
const Step = styled(Button)(({ theme }) => ({
  '&[aria-disabled="true"]': { color: theme.vars.palette.text.disabled, cursor: 'not-allowed' },
}));

const Row = styled('div')(({ theme }) => ({
  display: 'flex',
  gap: theme.spacing(1),
  marginBlockEnd: theme.spacing(1),
}));

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
      <Step
        size="small"
        look="quiet"
        icon="undo"
        aria-disabled={!canUndo}
        onClick={() => undo(keeper)}
      >
        Undo change
      </Step>
      <Step size="small" look="quiet" aria-disabled={!canRedo} onClick={() => redo(keeper)}>
        Redo change
      </Step>
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
