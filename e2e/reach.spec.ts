import { test as unguarded } from '@playwright/test';
import { expect, test } from './fixtures';
import { application, BuilderPage } from './pages/BuilderPage';
import { otherViews, openView } from './pages/states';

test('a refused clipboard is explained beside the button', async ({ page, context }) => {
  await context.clearPermissions();
  await page.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException('Not allowed', 'NotAllowedError'));
    navigator.clipboard.writeText = refuse;
    navigator.clipboard.write = refuse;
    document.execCommand = () => false;
  });
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await builder.button('Copy trust policy').click();
  await expect(
    page
      .getByText('Not copied. The browser refused access to the clipboard', { exact: false })
      .first(),
  ).toBeVisible();
  await expect(builder.status).toContainText('Ready');
});

// Not guarded: the browser reports what it refuses.
unguarded(
  'a download that the browser refuses is explained, and the form stays',
  async ({ page }) => {
    await page.addInitScript(() => {
      URL.createObjectURL = () => {
        throw new DOMException('Blocked', 'SecurityError');
      };
    });
    const builder = await BuilderPage.open(page);
    await builder.fillIn(application);
    await builder.button('Download folder').click();
    await expect(page.getByText(/The file could not be created/).first()).toBeVisible();
    await expect(builder.accountId).toHaveValue(application.accountId);
  },
);

test('without storage the page works as ever', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('Denied', 'SecurityError');
      },
    });
  });
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await expect(builder.status).toContainText('Ready');
  await builder.button('Menu').click();
  await page.getByRole('menuitem', { name: 'Dark colours' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'dark');
  const { files } = await builder.download();
  expect(Object.keys(files).length).toBeGreaterThan(5);
});

test('a browser without workers shows every view', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'Worker');
  });
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await expect(builder.status).toContainText('Ready');
  for (const view of otherViews) {
    await openView(page, view);
    await expect(page.getByText('could not be shown')).toHaveCount(0);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a sentence says what is missing', async ({ page }) => {
    await page.goto('./');
    const sentence = page.locator('noscript');
    await expect(sentence).toBeInViewport();
    expect(await sentence.textContent()).toContain('with JavaScript, which is switched off here');
  });
});

test('a print of the change record is black on white, without the page around it', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await openView(page, 'Change record');
  await page.getByRole('textbox', { name: 'Planned for' }).fill('the week after next');
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  const record = page.getByRole('article');
  await expect(record).toContainText('the week after next');
  await expect(record).toHaveCSS('color', 'rgb(0, 0, 0)');
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print change record' })).toBeHidden();
});
