import type { Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread's own time, without the time in which it waits for a processor. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * Does the work and tells the longest task that it gave the main thread of a page, in milliseconds of the
 * processor. Where that is over the limit, all is brought back to where it began, the work is done again,
 * and the shorter one counts: what is long is long each time, while what other programs do to the
 * processor's caches comes and goes.
 */
export async function longestTask(
  page: Page,
  limit: number,
  work: () => Promise<void>,
  bringBack: () => Promise<void>,
): Promise<number> {
  const first = await traced(page, work);
  if (first < limit) return first;
  await bringBack();
  return Math.min(first, await traced(page, work));
}

async function traced(page: Page, work: () => Promise<void>): Promise<number> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('Only a browser of its own can be traced');
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await work();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the browser
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const place = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const mainThreads = new Set(
    trace.traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(place),
  );
  const tasks = trace.traceEvents.filter(
    (event) => event.name.endsWith('RunTask') && mainThreads.has(place(event)),
  );
  if (tasks.length === 0) throw new Error('The trace tells of no task');
  return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur), 0) / 1_000;
}
