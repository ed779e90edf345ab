import { lazy } from 'react';
import type { ExportTabsProps } from './ExportTabs';
import { WhenOpened } from './WhenOpened';

const ExportTabs = lazy(() => import('./ExportTabs'));

/** Every file of the folder. */
export function ExportFiles(props: ExportTabsProps) {
  return (
    <WhenOpened title="Every file of the download">
      <ExportTabs {...props} />
    </WhenOpened>
  );
}
