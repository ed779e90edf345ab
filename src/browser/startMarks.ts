import { readStored, removeStored, storedKeys, writeStored } from './draftStorage';
import { randomId, tabIdentity } from './tabIdentity';

/*
 * Each start of the page leaves a mark of its own, and a lock of the same name that its document holds
 * as long as it lives. A mark without its lock is left of a document that went without a word: it froze,
 * or crashed. The tab alone would not tell: a duplicated tab has the same name, and both may be starting.
 */

const markPrefix = 'qbusiness-policies:starting:';

/** Age in milliseconds up to which a mark may be there before its lock is. */
const lockedWithin = 1_000;

/** Age in milliseconds from which a living document is none that is still starting: it hangs. */
const overdueAfter = 15_000;

/** Nobody waits less for a page that hangs; needed where there are no locks. */
const waitedFor = 5_000;

const marks = (): readonly string[] => {
  const keys = storedKeys(markPrefix);
  return keys.ok ? keys.value : [];
};

const ageOf = (mark: string): number => {
  const stored = readStored(mark);
  return Date.now() - Number((stored.ok ? stored.value : null) ?? 0);
};

/** Names of the locks that living documents hold or wait for; undefined where the browser has none. */
async function locksHeld(): Promise<ReadonlySet<string | undefined> | undefined> {
  try {
    const { held = [], pending = [] } = await navigator.locks.query();
    return new Set([...held, ...pending].map(({ name }) => name));
  } catch {
    // Only secure pages with an origin have locks.
    return undefined;
  }
}

/** The marks of starts that came to no end. */
async function frozenMarks(found: readonly string[]): Promise<readonly string[]> {
  const held = await locksHeld();
  const ownTab = `${markPrefix}${tabIdentity().id}:`;
  return found.filter((mark) => {
    const age = ageOf(mark);
    if (age > overdueAfter) return true;
    if (held !== undefined) return age > lockedWithin && !held.has(mark);
    return age > waitedFor && mark.startsWith(ownTab);
  });
}

/**
 * Whether an earlier start came to no end; its marks are gone then. Answers at once where nobody else is
 * starting, as nearly always.
 */
export function hasFrozenStart(): boolean | Promise<boolean> {
  const found = marks();
  if (found.length === 0) return false;
  return frozenMarks(found).then((frozen) => {
    for (const mark of frozen) removeStored(mark);
    return frozen.length > 0;
  });
}

/** Marks this start. Returns what ends it. */
export function markStart(): () => void {
  const own = `${markPrefix}${tabIdentity().id}:${randomId()}`;
  let end: (() => void) | undefined;
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  void holdLock(own, over);
  writeStored(own, String(Date.now()));
  return () => {
    end?.();
    removeStored(own);
  };
}

async function holdLock(name: string, over: Promise<void>): Promise<void> {
  try {
    await navigator.locks.request(name, () => over);
  } catch {
    // Only secure pages with an origin have locks.
  }
}
