import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { longestTask } from './longestTask';
import { CheckPage } from './pages/CheckPage';
import { accountDetails, permissions, roleDetail } from './pages/roles';

/**
 * Makes the first workers of the page never answer, as when their process was killed. What the page waits
 * for with such a worker ends at the event `endWaits`.
 */
const killWorkers = (page: Page, count: number) =>
  page.addInitScript((dead) => {
    let left = dead;
    let isNewestDead = false;
    const Real = globalThis.Worker;
    globalThis.Worker = class extends Real {
      override postMessage(...message: [unknown]): void {
        if (this.isDead) return;
        super.postMessage(...message);
      }
      private readonly isDead = (isNewestDead = left-- > 0);
    };
    const waits = new Map<unknown, () => void>();
    globalThis.setTimeout = new Proxy(globalThis.setTimeout, {
      apply: (wait, self, [act, delay = 0, ...args]: [() => void, number?, ...unknown[]]) => {
        const timer: unknown = Reflect.apply(wait, self, [act, delay, ...args]);
        if (isNewestDead && delay >= 5_000) waits.set(timer, act);
        return timer;
      },
    });
    globalThis.clearTimeout = new Proxy(globalThis.clearTimeout, {
      apply: (clear, self, [timer]: [unknown]): void => {
        waits.delete(timer);
        Reflect.apply(clear, self, [timer]);
      },
    });
    addEventListener('endWaits', () => {
      const ended = [...waits];
      waits.clear();
      for (const [timer, act] of ended) {
        if (typeof timer === 'number') clearTimeout(timer);
        act();
      }
    });
  }, count);

/** Lets no time pass with dead workers until the page shows what is expected of it. */
const withoutWaits = (page: Page, expected: () => Promise<void>) =>
  expect(async () => {
    await page.evaluate(() => dispatchEvent(new Event('endWaits')));
    await expected();
  }).toPass();

const clean = JSON.stringify(permissions('qbusiness:Chat'));

const noProblems = 'No problems found by the offline checks';

/** Before the waits are ended once more. */
const soon = { timeout: 500 };

test('a worker that dies silently is replaced, and nothing old looks current', async ({ page }) => {
  await killWorkers(page, 1);
  const check = await CheckPage.open(page);
  await check.paste(clean);
  await check.expectSummary('Checking …');
  await withoutWaits(page, () => check.expectSummary(noProblems, soon));
});

test('a check that hangs twice ends in a sentence with a way to go on', async ({ page }) => {
  await killWorkers(page, 2);
  const check = await CheckPage.open(page);
  await check.paste(clean);
  const notice = page.getByText('Checking took too long and was stopped');
  await withoutWaits(page, () => expect(notice).toBeVisible(soon));
  await check.button('Try again').click();
  await check.expectSummary(noProblems);
});

test('checks are done in a worker, not in the page', async ({ page }) => {
  const check = await CheckPage.open(page);
  await check.paste(clean);
  await check.expectSummary(noProblems);
  // One that could not start would be gone, and the page would do its work.
  expect(page.workers().map((worker) => worker.url())).toEqual(
    expect.arrayContaining([expect.stringContaining('taskWorker')]),
  );
});

test('a check can be stopped and taken up again', async ({ page }) => {
  await killWorkers(page, 1);
  const check = await CheckPage.open(page);
  await check.paste(clean);
  await check.button('Stop').click();
  await expect(page.getByText('Checking was stopped')).toBeVisible();
  await check.button('Try again').click();
  await withoutWaits(page, () => check.expectSummary(noProblems, soon));
});

/** Made in the page: 40 MB through the test's own channel would count as the page's work. */
const fiveThousandRoles = (page: Page) =>
  page.evaluateHandle((role) => {
    const statement = (i: number, n: number) => ({
      Sid: `S${n}`,
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject', 'dynamodb:GetItem'],
      Resource: [`arn:aws:s3:::bucket-${i}/${n}/*`, `arn:aws:s3:::another-bucket-${i}/${n}/*`],
    });
    const lambda = {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'lambda.amazonaws.com' },
          Action: 'sts:AssumeRole',
        },
      ],
    };
    const roles = Array.from({ length: 5_000 }, (_, i) => ({
      ...role,
      RoleName: `Role-${i}`,
      Arn: role.Arn.replace('ROLE', `Role-${i}`),
      // Two of them are for Amazon Q Business.
      AssumeRolePolicyDocument: i % 2_500 === 7 ? role.AssumeRolePolicyDocument : lambda,
      RolePolicyList: [
        {
          PolicyName: 'large',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: Array.from({ length: 22 }, (_unused, n) => statement(i, n)),
          },
        },
      ],
    }));
    const data = new DataTransfer();
    data.items.add(new File([JSON.stringify({ RoleDetailList: roles })], 'account.json'));
    return data;
  }, roleDetail('ROLE'));

test('5,000 roles keep the page answering', async ({ page }) => {
  const check = await CheckPage.open(page);
  let dropped = await fiveThousandRoles(page);
  const limit = 50;
  const longest = await longestTask(
    page,
    limit,
    async () => {
      await check.pasteField.dispatchEvent('drop', { dataTransfer: dropped });
      await expect(check.roles).toBeVisible({ timeout: 90_000 });
    },
    async () => {
      await page.reload();
      await expect(check.pasteField).toBeVisible();
      dropped = await fiveThousandRoles(page);
    },
  );
  console.log(`the longest task took ${longest.toFixed(1)} ms`);
  expect(longest).toBeLessThanOrEqual(limit);
  await check.roles.focus();
  await page.keyboard.press('End');
  await expect(page.getByText('5,000 roles read, 2 concern Amazon Q Business')).toBeVisible();
  await expect(check.roles.getByRole('option', { name: /^Role-2507/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('a large account says how many of its roles concern the product', async ({ page }) => {
  const other = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
  };
  const lambda = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ],
  };
  const check = await CheckPage.open(page);
  await check.drop({
    name: 'account.json',
    text: accountDetails(
      roleDetail('Ours'),
      ...Array.from({ length: 200 }, (_, i) =>
        roleDetail(`Other-${i}`, { trust: lambda, policy: other }),
      ),
    ),
  });
  await expect(page.getByText('201 roles read, 1 concerns Amazon Q Business')).toBeVisible();
  await check.button('Show every role').click();
  await expect(check.roles.getByRole('option').first()).toHaveAttribute('aria-setsize', '201');
});
