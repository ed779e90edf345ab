import { readStored, removeStored, storedKeys, writeStored } from './draftStorage';
import { randomId, tabIdentity } from './tabIdentity';

/*
 * Each start of the page stores a mark, and its document holds a Web Lock of the same name as long as it
 * exists. A mark without its lock was left by a document that froze or crashed. The ID of the tab would
 * not be enough: a duplicated tab has the same one, and both may be starting.
 */

const markPrefix = 'qbusiness-policies:starting:';

/** Milliseconds within which a mark may exist before its lock is held. */
const lockedWithin = 1_000;

/** Milliseconds after which a document that has not finished its start counts as hung. */
const overdueAfter = 15_000;

/** Milliseconds within which the end of a start is known to every process. */
const settledWithin = 500;

/** Without locks: milliseconds after which a mark means a frozen start; people wait longer for a hung page. */
const waitedFor = 5_000;

const marks = (): readonly string[] => {
  const keys = storedKeys(markPrefix);
  return keys.ok ? keys.value : [];
};

/** Milliseconds since the mark was stored; undefined if it has been removed. */
const ageOf = (mark: string): number | undefined => {
  const stored = readStored(mark);
  return stored.ok && stored.value !== null ? Date.now() - Number(stored.value) : undefined;
};

/** Names of the locks that documents hold or wait for; undefined if the browser has no locks. */
async function locksHeld(): Promise<ReadonlySet<string | undefined> | undefined> {
  try {
    const { held = [], pending = [] } = await navigator.locks.query();
    return new Set([...held, ...pending].map(({ name }) => name));
  } catch {
    // Only secure pages with an origin have locks.
    return undefined;
  }
}

/** The marks that, at this moment, look like those of starts that froze or crashed. */
async function marksWithoutLife(found: readonly string[]): Promise<readonly string[]> {
  const held = await locksHeld();
  const ownTab = `${markPrefix}${tabIdentity().id}:`;
  return found.filter((mark) => {
    const age = ageOf(mark);
    if (age === undefined) return false;
    if (age > overdueAfter) return true;
    if (held !== undefined) return age > lockedWithin && !held.has(mark);
    return age > waitedFor && mark.startsWith(ownTab);
  });
}

/**
 * The marks of starts that froze or crashed. Looks twice: a document that ends its start removes its mark
 * and its lock, and another process may see the one long before the other.
 */
async function frozenMarks(found: readonly string[]): Promise<readonly string[]> {
  const suspects = await marksWithoutLife(found);
  if (suspects.length === 0) return suspects;
  await new Promise((resolve) => {
    setTimeout(resolve, settledWithin);
  });
  return marksWithoutLife(suspects);
}

/**
 * Whether an earlier start froze or crashed; removes its marks. Returns the answer synchronously if there
 * are no other marks, as in most cases.
 */
export function hasFrozenStart(): boolean | Promise<boolean> {
  const found = marks();
  if (found.length === 0) return false;
  return frozenMarks(found).then((frozen) => {
    for (const mark of frozen) removeStored(mark);
    return frozen.length > 0;
  });
}

/** Marks this start. Returns a function that removes the mark. */
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
