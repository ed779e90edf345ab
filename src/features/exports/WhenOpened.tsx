import { Suspense, useState, type ReactNode } from 'react';
import { Disclosure } from '@/ui/Disclosure';

interface WhenOpenedProps {
  readonly title: string;
  readonly summary?: string;
  readonly children: ReactNode;
}

/** A folded part whose contents are loaded and rendered when somebody wants to look at them. */
export function WhenOpened({ title, summary, children }: WhenOpenedProps) {
  const [isWanted, setIsWanted] = useState(false);
  return (
    <Disclosure
      title={title}
      {...(summary !== undefined && { summary })}
      headingLevel={3}
      onToggle={(open) => {
        if (open) setIsWanted(true);
      }}
    >
      {isWanted && <Suspense fallback={<p>Loading …</p>}>{children}</Suspense>}
    </Disclosure>
  );
}
