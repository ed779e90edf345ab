import { styled } from '@mui/material/styles';
import { CopyButton } from '../CopyButton';
import { ModalDialog } from '../ModalDialog';
import { CodeView } from './CodeView';
import type { FullScreenCodeProps } from './FullScreenCode';

interface FullScreenCodeDialogProps extends Omit<FullScreenCodeProps, 'shownText'> {
  readonly text: string;
  readonly onClose: () => void;
}

/** Fills the screen; the text scrolls inside. */
const Fill = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplate: 'minmax(0, 1fr) / minmax(0, 1fr)',
  margin: theme.spacing(-2),
  blockSize: `calc(100% + ${theme.spacing(4)})`,
}));

/** A text in full screen, with its title, Copy and Close. */
export default function FullScreenCodeDialog(props: FullScreenCodeDialogProps) {
  const { title, copyLabel, getText, placeholders, onClose, ...code } = props;
  const leave = (act: () => void) => {
    onClose();
    // Later, when the dialog has restored the focus.
    setTimeout(act);
  };
  const getTextOrLeave = () => {
    const text = getText();
    // Again after closing, because fields behind the dialog cannot be focused.
    if (text === undefined) leave(() => void getText());
    return text;
  };
  return (
    <ModalDialog
      open
      onClose={onClose}
      title={title}
      size="full"
      actions={
        <CopyButton label={copyLabel} subject={title} look="primary" getText={getTextOrLeave} />
      }
    >
      <Fill>
        <CodeView
          {...code}
          label={title}
          monaco="off"
          isWrapped
          placeholders={
            placeholders && {
              ...placeholders,
              onFollow: (placeholder) => leave(() => placeholders.onFollow(placeholder)),
            }
          }
        />
      </Fill>
    </ModalDialog>
  );
}
