import type { ReactNode } from 'react';

/** Visible text whose changes are spoken. Keep it mounted and change what is inside. */
export function LiveRegion({ children }: { children?: ReactNode }) {
  return <div role="status">{children}</div>;
}
