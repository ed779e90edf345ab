import { useId, useState, type KeyboardEvent } from 'react';
import { styled } from '@mui/material/styles';
import { scrollIntoNearestView } from '@/browser/focus';
import { fieldBox } from '@/ui/controlStyles';
import { KeyHint } from '@/ui/KeyHint';
import { ModalDialog } from '@/ui/ModalDialog';
import type { Command } from './command';

const Search = styled('input')(fieldBox());

const List = styled('div')(({ theme }) => ({
  marginBlockStart: theme.spacing(1),
  '& > [role="option"]': {
    display: 'flex',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
    padding: theme.spacing(0.75, 1.25),
    borderRadius: theme.vars.shape.borderRadius,
    cursor: 'pointer',
    '& > span': { flex: 'none' },
  },
  '& > [aria-selected="true"]': {
    backgroundColor: theme.vars.palette.control.selectedSurface,
    boxShadow: `inset 3px 0 0 ${theme.vars.palette.primary.main}`,
  },
  '@media (forced-colors: active)': {
    '& > [aria-selected="true"]': { outline: '2px solid Highlight' },
  },
}));

interface PaletteDialogProps {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}

/** Every word typed must stand somewhere in the title. */
const fits = ({ title }: Command, query: string) =>
  query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => title.toLowerCase().includes(word));

/** Finds a command by a few letters; the arrows choose, Enter runs it. */
export default function PaletteDialog({ commands, onClose }: PaletteDialogProps) {
  const id = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const found = commands.filter((command) => command.run && fits(command, query));
  const optionId = (index: number) => `${id}-${index}`;

  const runCommand = (command: Command | undefined) => {
    if (command === undefined) return;
    onClose();
    command.run?.();
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      const next = (active + step + found.length) % found.length;
      setActive(next);
      scrollIntoNearestView(optionId(next));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      runCommand(found[active]);
    }
  };
  return (
    <ModalDialog open onClose={onClose} title="All actions">
      <Search
        type="text"
        role="combobox"
        aria-label="Find an action"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? optionId(active) : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={handleKeyDown}
      />
      <List id={`${id}-list`} role="listbox" aria-label="Actions">
        {found.map((command, index) => (
          <div
            key={command.id}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseMove={() => setActive(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => runCommand(command)}
            onKeyDown={handleKeyDown}
          >
            {command.title}
            {command.shortcut && (
              <span>
                <KeyHint keys={command.shortcut.keys} />
              </span>
            )}
          </div>
        ))}
      </List>
      <p role="status">{found.length === 0 ? 'No action has these letters' : ''}</p>
    </ModalDialog>
  );
}
