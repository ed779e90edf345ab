// @ts-check
import { freePort } from '../freePort.mjs';
import { launch } from './pageMeasures.mjs';
import { median } from './statistics.mjs';

/** Only installed for the bench. As a variable, so that compiler and linter do not resolve it. */
const packageName = ['lighthouse'].join('');
const { default: lighthouse, desktopConfig } = await import(packageName);

const audits = {
  fcp: 'first-contentful-paint',
  lcp: 'largest-contentful-paint',
  tbt: 'total-blocking-time',
  cls: 'cumulative-layout-shift',
  tti: 'interactive',
  bytes: 'total-byte-weight',
};

/**
 * The medians of several runs of Lighthouse.
 *
 * @param {string} url
 * @param {'mobile' | 'desktop'} device
 * @param {number} count
 */
export async function judge(url, device, count) {
  /** @type {Record<string, number>[]} */
  const runs = [];
  for (let run = 0; run < count; run++) {
    // A new browser, without the cache and service worker of the former run.
    const port = await freePort();
    const browser = await launch([`--remote-debugging-port=${port}`]);
    try {
      const result = await lighthouse(
        url,
        { port, onlyCategories: ['performance'], logLevel: 'error' },
        device === 'desktop' ? desktopConfig : undefined,
      );
      if (result === undefined) throw new Error('Lighthouse says nothing');
      const { lhr } = result;
      if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
      runs.push({
        score: (lhr.categories['performance']?.score ?? 0) * 100,
        ...Object.fromEntries(
          Object.entries(audits).map(([name, id]) => [
            name,
            lhr.audits[id]?.numericValue ?? Number.NaN,
          ]),
        ),
      });
    } finally {
      await browser.close();
    }
  }
  return Object.fromEntries(
    ['score', ...Object.keys(audits)].map((name) => [
      name,
      median(runs.map((run) => run[name] ?? Number.NaN)),
    ]),
  );
}
