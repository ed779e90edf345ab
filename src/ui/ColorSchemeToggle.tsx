import { useColorScheme } from '@mui/material/styles';
import { Icon } from './Icon';
import { ToggleGroup } from './ToggleGroup';

const modes = [
  { value: 'light', label: 'Light', picture: <Icon name="sun" /> },
  { value: 'dark', label: 'Dark', picture: <Icon name="moon" /> },
  { value: 'system', label: 'As the system', picture: <Icon name="system" /> },
] as const;

/** Nothing is marked until the page is alive: the prerendered page cannot know what was chosen. */
export function ColorSchemeToggle() {
  const { mode, setMode } = useColorScheme();
  return <ToggleGroup label="Colour scheme" options={modes} value={mode} onChange={setMode} />;
}
