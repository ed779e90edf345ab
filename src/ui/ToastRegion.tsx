import { useEffect, useState, useSyncExternalStore } from 'react';
import { css } from '@emotion/react';
import styled from '@emotion/styled';
import { Button } from './Button';
import { IconButton } from './IconButton';
import { dismissToast, toastStore } from './toast';
import { theme } from './theme';

/** Long enough to read the message and reach the button with the keyboard. */
const showForMs = 10_000;

const Place = styled('div')(
  css({
    position: 'fixed',
    insetBlockEnd: theme.spacing(2),
    insetInline: theme.spacing(2),
    zIndex: theme.zIndex.snackbar,
    display: 'flex',
    justifyContent: 'center',
    pointerEvents: 'none',
  }),
);

const Card = styled('div')(
  css({
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
  }),
);

/** Shows what `showToast` is given, one at a time; waits while the pointer or the focus is on it. One per page. */
export function ToastRegion() {
  const toast = useSyncExternalStore(
    toastStore.subscribe,
    toastStore.getSnapshot,
    toastStore.getServerSnapshot,
  );
  const [paused, setPaused] = useState(false);

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
