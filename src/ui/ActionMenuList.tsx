import Divider from '@mui/material/Divider';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { MenuAction } from './ActionMenu';
import { Icon } from './Icon';

interface ActionMenuListProps {
  readonly anchor: HTMLElement;
  readonly actions: readonly MenuAction[];
  readonly onClose: () => void;
}

export default function ActionMenuList({ anchor, actions, onClose }: ActionMenuListProps) {
  return (
    <Menu open anchorEl={anchor} onClose={onClose}>
      {actions.flatMap(({ label, icon, href, onSelect, startsSection = false }) => [
        startsSection && <Divider key={`before ${label}`} />,
        <MenuItem
          key={label}
          {...(href !== undefined && { component: 'a' as const, href })}
          onClick={() => {
            onClose();
            onSelect?.();
          }}
        >
          {icon !== undefined && <Icon name={icon} />}
          <ListItemText>{label}</ListItemText>
        </MenuItem>,
      ])}
    </Menu>
  );
}
