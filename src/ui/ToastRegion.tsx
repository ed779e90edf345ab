import { useEffect, useId, useState, useSyncExternalStore } from 'react';
import { styled } from '@mui/material/styles';
import { Button } from './Button';
import { IconButton } from './IconButton';
import { addToastRegion, dismissToast, shownToastRegion, toastStore } from './toast';

/** Long enough to read the message and reach the button with the keyboard. */
const showForMs = 10_000;

const Place = styled('div')(({ theme }) => ({
  position: 'fixed',
  // Above the bar with the state of the role.
  insetBlockEnd: theme.spacing(9),
  insetInline: theme.spacing(2),
  zIndex: theme.zIndex.snackbar,
  display: 'flex',
  justifyContent: 'center',
  pointerEvents: 'none',
}));

const Card = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  pointerEvents: 'auto',
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(1),
  padding: theme.spacing(0.75, 1, 0.75, 2),
  color: theme.vars.palette.text.primary,
  backgroundColor: theme.vars.palette.background.paper,
  border: `1px solid ${theme.vars.palette.control.border}`,
  borderInlineStart: `4px solid ${theme.vars.palette.primary.main}`,
  borderRadius: theme.vars.shape.borderRadius,
  boxShadow: theme.shadows[8],
  '& > button': { flex: 'none', maxInlineSize: '50%' },
}));

/** Shows what `showToast` is given, one at a time; waits while the pointer or the focus is on it. One for the page, one in each modal dialog. */
export function ToastRegion() {
  const id = useId();
  const { subscribe, getSnapshot, getServerSnapshot } = toastStore;
  const current = useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot);
  const shownRegion = useSyncExternalStore(subscribe, shownToastRegion, getServerSnapshot);
  const toast = shownRegion === id ? current : undefined;
  const [paused, setPaused] = useState(false);

  useEffect(() => addToastRegion(id), [id]);

  useEffect(() => {
    if (toast === undefined || paused) return undefined;
    const timer = setTimeout(() => dismissToast(toast), showForMs);
    return () => clearTimeout(timer);
  }, [toast, paused]);

  return (
    <Place role="status">
      {toast !== undefined && (
        <Card
          onMouseEnter={() => setPaused(true)}
          onMouseLeave={() => setPaused(false)}
          onFocus={() => setPaused(true)}
          onBlur={() => setPaused(false)}
        >
          <span>{toast.message}</span>
          {toast.action !== undefined && (
            <Button
              look="quiet"
              size="small"
              onClick={() => {
                toast.action?.onAct();
                setPaused(false);
                dismissToast(toast);
              }}
            >
              {toast.action.label}
            </Button>
          )}
          <IconButton
            icon="close"
            label="Dismiss"
            onClick={() => {
              setPaused(false);
              dismissToast(toast);
            }}
          />
        </Card>
      )}
    </Place>
  );
}
