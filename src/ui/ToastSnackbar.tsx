import Button from '@mui/material/Button';
import Snackbar from '@mui/material/Snackbar';
import SnackbarContent from '@mui/material/SnackbarContent';
import { styled } from '@mui/material/styles';
import { useRef } from 'react';
import { IconButton } from './IconButton';
import { dismissToast, type Toast } from './toast';

/** Milliseconds; enough to read the message and to reach the button with the keyboard. */
const showForMs = 8_000;

const Place = styled(Snackbar)(({ theme }) => ({
  // Above the bars at the bottom of a phone.
  '@media (max-width: 899.95px)': { insetBlockEnd: theme.spacing(15) },
}));

const Content = styled(SnackbarContent)(({ theme }) => ({
  ...theme.typography.body2,
  flexWrap: 'nowrap',
  paddingBlock: theme.spacing(0.25),
  color: theme.vars.palette.text.primary,
  backgroundColor: theme.vars.palette.background.paper,
  // Without MUI's overlay of the dark scheme, which would change the measured contrasts.
  backgroundImage: 'none',
  border: `1px solid ${theme.vars.palette.control.border}`,
  borderInlineStart: `4px solid ${theme.vars.palette.primary.main}`,
  boxShadow: theme.shadows[6],
  '& .MuiSnackbarContent-message': { minWidth: 0, overflowWrap: 'anywhere' },
  '& .MuiSnackbarContent-action': { flex: 'none', paddingInlineStart: theme.spacing(1) },
}));

/**
 * A message with an action; stays as long as the pointer or the focus is on it. If it closes with the
 * focus inside, the focus returns to the element that had it before.
 */
export default function ToastSnackbar({ toast }: { toast: Toast }) {
  const focusCameFrom = useRef<EventTarget>(null);
  const dismiss = () => {
    const { current } = focusCameFrom;
    if (current instanceof HTMLElement) current.focus({ preventScroll: true });
    dismissToast(toast);
  };
  return (
    <Place
      open
      autoHideDuration={showForMs}
      onClose={(_, reason) => {
        if (reason !== 'clickaway') dismiss();
      }}
      onFocus={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) focusCameFrom.current = relatedTarget;
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) focusCameFrom.current = null;
      }}
    >
      <Content
        // The live region around it announces the message.
        role="presentation"
        message={toast.message}
        action={
          <>
            {toast.action !== undefined && (
              <Button
                variant="text"
                color="primary"
                onClick={() => {
                  toast.action?.onAct();
                  dismiss();
                }}
              >
                {toast.action.label}
              </Button>
            )}
            <IconButton icon="close" label="Dismiss" onClick={dismiss} />
          </>
        }
      />
    </Place>
  );
}
