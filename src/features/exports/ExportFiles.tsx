import { lazy, Suspense, useState } from 'react';
import { Disclosure } from '@/ui/Disclosure';
import type { ExportTabsProps } from './ExportTabs';

const ExportTabs = lazy(() => import('./ExportTabs'));

/** Every file of the folder, loaded and rendered when somebody wants to look at them. */
export function ExportFiles(props: ExportTabsProps) {
  const [isWanted, setIsWanted] = useState(false);
  return (
    <Disclosure
      title="Every file of the download"
      headingLevel={3}
      onToggle={(open) => {
        if (open) setIsWanted(true);
      }}
    >
      {isWanted && (
        <Suspense fallback={<p>Loading …</p>}>
          <ExportTabs {...props} />
        </Suspense>
      )}
    </Disclosure>
  );
}
