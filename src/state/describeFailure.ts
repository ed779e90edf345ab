import type { StorageFailure } from '@/browser/draftStorage';

const sentences = {
  quota:
    'Not saved: the browser’s storage for this page is full. Delete drafts, or export them as a file.',
  unavailable:
    'Not saved: the browser keeps no storage for this page, as in a private window. Export drafts as a file, or copy a link.',
  newer:
    'Not changed: these drafts were saved by a newer version of this page. Reload to get that version.',
  unreadable:
    'Not changed: something else is stored in the place of the drafts. “Delete everything stored” makes room.',
} as const satisfies Record<StorageFailure | 'newer' | 'unreadable', string>;

/** A sentence about a failure of the storage, with what can be done. */
export const describeFailure = (failure: keyof typeof sentences): string => sentences[failure];
