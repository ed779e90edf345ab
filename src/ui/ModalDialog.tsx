import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, type ReactNode } from 'react';
import { focusFirstControlIn } from '@/browser/focus';
import { IconButton } from './IconButton';
import { StatusAnnouncer } from './StatusAnnouncer';
import { ToastRegion } from './ToastRegion';

export interface ModalDialogProps {
  readonly open: boolean;
  /** Escape, the close button or a press beside the dialog. */
  readonly onClose: () => void;
  readonly title: string;
  readonly size?: 'medium' | 'wide' | 'full' | undefined;
  readonly children: ReactNode;
  /** The row of buttons at the end. */
  readonly actions?: ReactNode;
}

const widths = { medium: 'sm', wide: 'md', full: false } as const;

const head = {
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  '& > h2': { font: 'inherit' },
} as const;

/** MUI's dialog, which traps the focus and restores it when it closes. */
export function ModalDialog(props: ModalDialogProps) {
  const { open, onClose, title, size = 'medium', children, actions } = props;
  const id = useId();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      aria-labelledby={id}
      maxWidth={widths[size]}
      fullScreen={size === 'full'}
      slotProps={{
        // MUI focuses the dialog itself; the first form control is more useful.
        transition: { onEntered: () => void focusFirstControlIn(`${id}-body`) },
      }}
    >
      <DialogTitle component="div" sx={head}>
        <h2 id={id}>{title}</h2>
        <IconButton icon="close" label="Close" onClick={onClose} edge="end" />
      </DialogTitle>
      <DialogContent dividers id={`${id}-body`}>
        {children}
      </DialogContent>
      {actions !== undefined && <DialogActions>{actions}</DialogActions>}
      {/* Toasts outside of a modal dialog could be neither reached nor read. */}
      <ToastRegion />
      <StatusAnnouncer />
    </Dialog>
  );
}
