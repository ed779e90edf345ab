import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import { focusFirstControlIn } from '@/browser/focus';
import { IconButton } from './IconButton';
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

const widths = { medium: '34rem', wide: '60rem', full: '100%' };

const Dialog = styled('dialog')<{ extent: keyof typeof widths }>(({ theme, extent }) => ({
  inlineSize: `min(${widths[extent]}, 100vw - ${extent === 'full' ? '0px' : '2rem'})`,
  ...(extent === 'full' && { blockSize: '100dvh', maxInlineSize: 'none' }),
  maxBlockSize: extent === 'full' ? 'none' : 'calc(100dvh - 2rem)',
  padding: 0,
  overflow: 'hidden',
  color: theme.vars.palette.text.primary,
  backgroundColor: theme.vars.palette.background.paper,
  border: `1px solid ${theme.vars.palette.control.border}`,
  borderRadius: extent === 'full' ? 0 : theme.vars.shape.borderRadius,
  boxShadow: theme.shadows[12],
  '&[open]': { display: 'flex', flexDirection: 'column' },
  '&::backdrop': { backgroundColor: 'black', opacity: 0.5 },
}));

const Head = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: theme.spacing(1),
  padding: theme.spacing(1.5, 2),
  borderBlockEnd: `1px solid ${theme.vars.palette.divider}`,
  '& > h2': theme.typography.h2,
}));

const Body = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  flex: 1,
  minBlockSize: 0,
  overflow: 'auto',
  overscrollBehavior: 'contain',
  padding: theme.spacing(2),
}));

const Foot = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'flex-end',
  gap: theme.spacing(1),
  padding: theme.spacing(1.5, 2),
  borderBlockStart: `1px solid ${theme.vars.palette.divider}`,
}));

/** The native modal dialog: it keeps the focus inside and gives it back when it closes. */
export function ModalDialog(props: ModalDialogProps) {
  const { open, onClose, title, size = 'medium', children, actions } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  // While it stands in the page still, also when its owner takes it away: else the focus would be lost.
  useLayoutEffect(() => {
    if (!open) return undefined;
    const element = dialog.current;
    element?.showModal();
    // The browser would take the close button, which stands first.
    focusFirstControlIn(`${id}-body`);
    return () => element?.close();
  }, [open, id]);

  return (
    <Dialog
      ref={dialog}
      extent={size}
      aria-labelledby={id}
      onCancel={(event) => {
        // `open` decides; else the dialog would close before its owner agrees.
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      {open && (
        <>
          <Head>
            <h2 id={id}>{title}</h2>
            <IconButton icon="close" label="Close" onClick={onClose} />
          </Head>
          <Body id={`${id}-body`}>{children}</Body>
          {actions !== undefined && <Foot>{actions}</Foot>}
          {/* The page around a modal dialog takes no clicks. */}
          <ToastRegion />
        </>
      )}
    </Dialog>
  );
}
