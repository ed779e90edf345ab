import { styled } from '@mui/material/styles';
import { CheckboxInput } from '@/ui/CheckboxInput';
import { KeyHint } from '@/ui/KeyHint';
import { ModalDialog } from '@/ui/ModalDialog';
import type { Action } from './action';

const Keys = styled('dl')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: theme.spacing(1, 2),
  '& > div': { display: 'contents' },
  '& dd': { margin: 0, textAlign: 'end' },
}));

const Remark = styled('p')(({ theme }) => ({ marginBlock: theme.spacing(2) }));

interface KeysDialogProps {
  readonly actions: readonly Action[];
  readonly singleKeys: boolean;
  readonly onSingleKeysChange: (on: boolean) => void;
  readonly onClose: () => void;
}

/** The list of keyboard shortcuts. */
export default function KeysDialog(props: KeysDialogProps) {
  const { actions, singleKeys, onSingleKeysChange, onClose } = props;
  return (
    <ModalDialog open onClose={onClose} title="Keyboard shortcuts">
      <Keys>
        {actions.map(
          ({ id, title, shortcut }) =>
            shortcut && (
              <div key={id}>
                <dt>{title}</dt>
                <dd>
                  <KeyHint keys={shortcut.keys} />
                </dd>
              </div>
            ),
        )}
      </Keys>
      <Remark>
        Pasting outside of a field (<KeyHint keys={['Ctrl', 'V']} />, on a Mac{' '}
        <KeyHint keys={['⌘', 'V']} />) reads the clipboard into the paste field.
      </Remark>
      <CheckboxInput
        label="React to single keys, such as ?"
        help="Switch it off if you dictate, or if keys are pressed by accident."
        checked={singleKeys}
        onChange={(event) => onSingleKeysChange(event.target.checked)}
      />
    </ModalDialog>
  );
}
