import Autocomplete from '@mui/material/Autocomplete';
import FormControl from '@mui/material/FormControl';
import OutlinedInput from '@mui/material/OutlinedInput';
import { styled } from '@mui/material/styles';
import { KeyHint } from '@/ui/KeyHint';
import { ModalDialog } from '@/ui/ModalDialog';
import type { Action } from './action';

interface ActionsDialogProps {
  readonly actions: readonly Action[];
  readonly onClose: () => void;
}

const Option = styled('li')(({ theme }) => ({
  '&.MuiAutocomplete-option': { ...theme.typography.body2, gap: theme.spacing(2) },
  '& > span': { flex: 'none', marginInlineStart: 'auto' },
}));

/** Room for the list of options inside the dialog, where it is not cut off. */
const Place = styled('div')({
  minBlockSize: 'min(24rem, 60dvh)',
  '& .MuiAutocomplete-popper': {
    position: 'static !important',
    inlineSize: '100% !important',
    transform: 'none !important',
  },
  '& .MuiAutocomplete-listbox': { maxBlockSize: 'min(21rem, 50dvh)' },
});

/** The actions whose titles contain every typed word. */
function matchingActions(actions: Action[], query: string): Action[] {
  const words = query.toLowerCase().split(/\s+/);
  return actions.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)));
}

/** A searchable list of actions; Enter runs the selected one. */
export default function ActionsDialog({ actions, onClose }: ActionsDialogProps) {
  return (
    <ModalDialog open onClose={onClose} title="Actions">
      <Place>
        <Autocomplete
          open
          autoHighlight
          disablePortal
          forcePopupIcon={false}
          options={actions.filter(({ run }) => run !== undefined)}
          getOptionLabel={({ title }) => title}
          getOptionKey={({ id }) => id}
          filterOptions={(all, { inputValue }) => matchingActions(all, inputValue)}
          noOptionsText="No action has these letters"
          onChange={(_, action) => {
            if (action === null) return;
            onClose();
            // Later, when the dialog has restored the focus.
            setTimeout(() => action.run?.());
          }}
          onClose={(_, reason) => {
            if (reason === 'escape') onClose();
          }}
          renderOption={({ key, ...item }, { title, shortcut }) => (
            <Option key={key} {...item}>
              {title}
              {shortcut && (
                <span>
                  <KeyHint keys={shortcut.keys} />
                </span>
              )}
            </Option>
          )}
          renderInput={({ id, slotProps }) => (
            <FormControl>
              <OutlinedInput
                {...slotProps.input}
                id={id}
                inputProps={{ ...slotProps.htmlInput, 'aria-label': 'Find an action' }}
              />
            </FormControl>
          )}
        />
      </Place>
    </ModalDialog>
  );
}
