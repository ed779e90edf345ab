// @ts-check
import { chromium } from '@playwright/test';
import { chromiumArguments, systemChromium } from '../browser.mjs';
import { median, percentile } from './statistics.mjs';

const executablePath = systemChromium();

/** @param {readonly string[]} [more] */
export const launch = (more = []) =>
  chromium.launch({
    args: [...chromiumArguments, ...more],
    ...(executablePath && { executablePath }),
  });

/** Without a frame rate limit, so that the figures do not include waiting for the screen. */
export const withoutFrameRate = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

const roomy = { width: 1440, height: 900 };
/** Too narrow for Monaco, so that the plain view is measured. */
const narrow = { width: 800, height: 900 };

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @param {{ readonly hasMonaco: boolean, readonly slowdown?: number }} options
 */
async function open(browser, url, { hasMonaco, slowdown = 1 }) {
  // Without animations, which would take all processor time without a frame rate limit.
  const context = await browser.newContext({
    viewport: hasMonaco ? roomy : narrow,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(() => {
    const shown = () =>
      document.querySelectorAll('.code-editor').length >= 2 &&
      document.querySelector('.code-editor-pending') === null;
    const look = () => {
      if (shown()) Object.assign(globalThis, { monacoAt: performance.now() });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(url);
  await page.locator('form[aria-label="Role"]:not([aria-busy])').waitFor();
  await page.waitForLoadState('networkidle');
  if (hasMonaco) {
    await page.evaluate(() => {
      const note = () => Object.assign(globalThis, { reachedAt: performance.now() });
      addEventListener('pointerover', note, { capture: true, once: true });
    });
    // Hovering over a document loads Monaco at once.
    await page.getByRole('region', { name: 'Permissions policy', exact: true }).hover();
    await page.waitForFunction(() => 'monacoAt' in globalThis);
    // While typing, the pointer is usually over the form.
    await page.getByRole('textbox', { name: 'Account ID', exact: true }).hover();
  }
  return { context, page, devtools };
}

/**
 * Milliseconds from reaching for a document to both editors in place.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @param {number} slowdown
 * @param {number} runs
 */
export async function timeToMonaco(browser, url, slowdown, runs) {
  const times = [];
  for (let run = 0; run < runs; run++) {
    const { context, page } = await open(browser, url, { hasMonaco: true, slowdown });
    times.push(
      await page.evaluate(
        () =>
          Number(Reflect.get(globalThis, 'monacoAt')) -
          Number(Reflect.get(globalThis, 'reachedAt')),
      ),
    );
    await context.close();
  }
  return median(times);
}

/**
 * Milliseconds from each key press to the frame in which every selected element says something else.
 *
 * @param {import('@playwright/test').Page} page
 * @param {readonly string[]} selectors
 * @param {number} presses
 */
async function timePresses(page, selectors, presses) {
  await page.evaluate((wanted) => {
    /** @type {number[]} */
    const times = [];
    Object.assign(globalThis, { times });
    const texts = () =>
      wanted.map((selector) => {
        const element = document.querySelector(selector);
        return element instanceof HTMLInputElement ? element.value : element?.textContent;
      });
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const before = texts();
        const look = () => {
          const now = texts();
          if (now.some((text, index) => text === before[index])) {
            requestAnimationFrame(look);
            return;
          }
          // The message arrives after the frame has been painted.
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => {
            times.push(performance.now() - timeStamp);
            dispatchEvent(new Event('measured'));
          });
          port1.start();
          port2.postMessage(undefined);
        };
        requestAnimationFrame(look);
      },
      { capture: true },
    );
  }, selectors);
  for (let press = 0; press < presses; press++) {
    await page.keyboard.press(press % 2 === 0 ? String(press % 10) : 'Backspace');
    // Notified by an observer: polling in each frame would be work for the page.
    await page.evaluate(
      (count) =>
        new Promise((resolve) => {
          if (/** @type {number[]} */ (Reflect.get(globalThis, 'times')).length > count) {
            resolve(undefined);
          } else {
            addEventListener('measured', resolve, { once: true });
          }
        }),
      press,
    );
    // Ten key presses a second, so that work after one press does not delay the next.
    await page.waitForTimeout(100);
  }
  const times = await page.evaluate(
    () => /** @type {number[]} */ (Reflect.get(globalThis, 'times')),
  );
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

/**
 * Milliseconds from each key press to the frame that shows both documents with it.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @param {{ readonly hasMonaco: boolean, readonly slowdown: number, readonly presses: number }} options
 */
export async function typing(browser, url, options) {
  const { context, page } = await open(browser, url, options);
  await page.getByRole('textbox', { name: 'Account ID', exact: true }).fill('44556677889');
  const documents = ['Permissions policy', 'Trust policy'].map(
    (name) => `[role="region"][aria-label="${name}"]`,
  );
  const times = await timePresses(page, documents, options.presses);
  await context.close();
  return times;
}

/**
 * Bytes of JavaScript heap after load, after some edits and after as many again, garbage collected.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @param {boolean} hasMonaco
 * @param {number} edits
 */
export async function heap(browser, url, hasMonaco, edits) {
  const { context, page, devtools } = await open(browser, url, { hasMonaco });
  const used = async () => {
    // Wait until the change marks have disappeared.
    await page.waitForTimeout(2_500);
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    return usedSize;
  };
  const edit = async () => {
    for (let press = 0; press < edits; press++) {
      await page.keyboard.press(press % 2 === 0 ? String(press % 10) : 'Backspace');
    }
  };
  const loaded = await used();
  await page.getByRole('textbox', { name: 'Account ID', exact: true }).fill('44556677889');
  await edit();
  const afterOnce = await used();
  await edit();
  const afterTwice = await used();
  await context.close();
  return { loaded, afterOnce, afterTwice };
}

/**
 * Milliseconds from the click on the download button to the finished archive.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @param {number} runs the first, which loads the code, does not count
 */
export async function zip(browser, url, runs) {
  const { context, page } = await open(browser, url, { hasMonaco: false });
  await page.getByRole('combobox', { name: 'Region', exact: true }).fill('us-west-2');
  await page.getByRole('textbox', { name: 'Account ID', exact: true }).fill('445566778899');
  await page
    .getByRole('textbox', { name: 'Application ID', exact: true })
    .fill('0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0');
  await page.getByRole('status', { name: 'State of the role' }).getByText('Ready').waitFor();
  await page.evaluate(() => {
    let clicked = 0;
    addEventListener('click', ({ timeStamp }) => (clicked = timeStamp), { capture: true });
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      Object.assign(globalThis, { zipTime: performance.now() - clicked });
      return make(blob);
    };
  });
  const times = [];
  for (let run = 0; run < runs; run++) {
    await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^Download( folder)?$/ }).click(),
    ]);
    times.push(await page.evaluate(() => Number(Reflect.get(globalThis, 'zipTime'))));
    // A click soon after a download is ignored as part of a double click.
    await page.waitForTimeout(1_500);
  }
  await context.close();
  return median(times.slice(1));
}

/**
 * Milliseconds from a file with many applications to the table, to the last verdict, from the click on
 * the download button to the archive, and from a key press in a cell to its frame; with the longest
 * task of the page on each way, while pages are turned, and while the table is sorted.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @param {{ readonly file: string, readonly count: number, readonly presses: number }} options the
 *   path of a CSV file, its rows, and the key presses in a cell
 */
export async function manyApplications(browser, url, { file, count, presses }) {
  const shown = count.toLocaleString('en-US');
  const context = await browser.newContext({ viewport: roomy, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${url}#/build/applications`);
  await page.getByRole('textbox', { name: 'Applications', exact: true }).waitFor();
  // The view prepares its table where nobody is faster.
  await page.waitForTimeout(1_500);
  await page.evaluate(() => {
    /** @type {number[]} */
    const tasks = [];
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  // Shorter tasks than 50 ms are not told: none counts as 0.
  const longest = async () => {
    // What comes after the last thing that was waited for belongs to it.
    await page.waitForTimeout(500);
    return page.evaluate(() => Math.max(0, ...Reflect.get(globalThis, 'tasks').splice(0)));
  };
  const heap = await context.newCDPSession(page);
  const used = async () => {
    await heap.send('HeapProfiler.collectGarbage');
    return (await heap.send('Runtime.getHeapUsage')).usedSize;
  };
  // What waits looks into each frame: by selectors, since names of roles take long to find.
  const cell = page.locator('[role="row"][data-rowindex="0"] [data-field="accountId"]');
  const rows = page.locator('[role="status"][aria-label="Rows"]');
  const input = await page.getByLabel('Files with applications').elementHandle();
  await longest();
  let start = performance.now();
  await input?.setInputFiles(file);
  await cell.waitFor();
  const table = performance.now() - start;
  await rows.filter({ hasText: `${shown} ready` }).waitFor();
  const judged = performance.now() - start;
  const longestToTable = await longest();
  const before = await used();
  const button = await page
    .getByRole('button', { name: `Download ${shown} roles` })
    .elementHandle();
  start = performance.now();
  await Promise.all([page.waitForEvent('download', { timeout: 300_000 }), button?.click()]);
  const archive = performance.now() - start;
  const longestToArchive = await longest();
  const after = await used();
  const next = await page.getByRole('button', { name: 'Go to next page' }).elementHandle();
  const heading = await page
    .locator('[role="columnheader"][data-field="applicationId"]')
    .elementHandle();
  /** @param {typeof next} button the longest task after clicks on it, as long as there is more to show */
  const longestAfter = async (button) => {
    const tasks = [0];
    for (let click = 0; click < 3 && (await button.isEnabled()); click++) {
      await button.click();
      tasks.push(await longest());
    }
    return Math.max(...tasks);
  };
  const longestToTurn = await longestAfter(next);
  // Three clicks: ascending, descending, and as before.
  const longestToSort = await longestAfter(heading);
  const previous = page.getByRole('button', { name: 'Go to previous page' });
  while (await previous.isEnabled()) await previous.click();
  await cell.click();
  await page.keyboard.press('Enter');
  await cell.locator('input').waitFor();
  const keys = await timePresses(page, ['[role="gridcell"] input[type="text"]'], presses);
  await page.keyboard.type('x');
  await page.keyboard.press('Enter');
  await rows.filter({ hasText: '1 with errors' }).waitFor();
  const longestToEdit = await longest();
  await context.close();
  return {
    table,
    judged,
    longestToTable,
    archive,
    longestToArchive,
    longestToTurn,
    longestToSort,
    before,
    after,
    keys,
    longestToEdit,
  };
}
