import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { IconName } from './Icon';

const ActionMenuList = lazy(() => import('./ActionMenuList'));

/** An entry of a menu; a line separates sections. */
export interface MenuAction {
  readonly label: string;
  readonly icon?: IconName | undefined;
  /** A link instead of an action. */
  readonly href?: string | undefined;
  readonly onSelect?: (() => void) | undefined;
  readonly startsSection?: boolean | undefined;
}

interface ActionMenuProps {
  readonly actions: readonly MenuAction[];
  /** The button that opens the menu. */
  readonly renderButton: (button: {
    readonly onClick: (event: React.MouseEvent<HTMLElement>) => void;
    readonly 'aria-haspopup': 'menu';
    readonly 'aria-expanded': boolean;
  }) => ReactNode;
}

/** A button with a menu. The code of the menu loads when it is first opened. */
export function ActionMenu({ actions, renderButton }: ActionMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement>();
  return (
    <>
      {renderButton({
        onClick: ({ currentTarget }) => setAnchor(currentTarget),
        'aria-haspopup': 'menu',
        'aria-expanded': anchor !== undefined,
      })}
      {anchor !== undefined && (
        <Suspense>
          <ActionMenuList anchor={anchor} actions={actions} onClose={() => setAnchor(undefined)} />
        </Suspense>
      )}
    </>
  );
}
