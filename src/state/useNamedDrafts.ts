import { useEffect, useEffectEvent, useState } from 'react';
import { subscribeToStored } from '@/browser/draftStorage';
import { describeFailure } from './describeFailure';
import {
  changeNamedDrafts,
  readNamedDrafts,
  type DraftsResult,
  type NamedDraft,
} from './namedDrafts';
import { namedDraftsKey } from './storageKeys';

export interface NamedDrafts {
  readonly drafts: readonly NamedDraft[];
  /** Why the last reading or writing failed, as a sentence. */
  readonly failure: string | undefined;
  /** Changes the stored drafts. False if that failed. */
  readonly change: (change: (drafts: readonly NamedDraft[]) => readonly NamedDraft[]) => boolean;
  readonly reload: () => void;
}

/** The named drafts, updated when another tab changes them. */
export function useNamedDrafts(): NamedDrafts {
  const [result, setResult] = useState<DraftsResult>(readNamedDrafts);
  const [drafts, setDrafts] = useState(result.ok ? result.drafts : []);
  const take = (next: DraftsResult) => {
    setResult(next);
    if (next.ok) setDrafts(next.drafts);
    return next.ok;
  };
  const handleStored = useEffectEvent(() => take(readNamedDrafts()));
  useEffect(() => subscribeToStored(namedDraftsKey, () => handleStored()), []);
  return {
    drafts,
    failure: result.ok ? undefined : describeFailure(result.failure),
    change: (change) => take(changeNamedDrafts(change)),
    reload: () => take(readNamedDrafts()),
  };
}
