import { expect, type Page } from '@playwright/test';

/** Something that the page can show, and the way there from the start. */
export interface PageState {
  readonly name: string;
  readonly reach: (page: Page) => Promise<void>;
  /** Whether Monaco takes over a part of it on a wide screen. */
  readonly hasEditor?: boolean | 'when reached';
}

/** Waits until a view that was opened is there: until then its place is empty, or shows the former one. */
export async function whenLoaded(page: Page): Promise<void> {
  await expect(page.getByText('Loading …')).toHaveCount(0);
  await expect(page.locator('[role="tabpanel"][aria-busy="true"]')).toHaveCount(0);
}

/** Waits until what comes by itself is there, and nothing is added, taken away, moved or faded any more. */
export async function settle(page: Page, { hasEditor = false }: Partial<PageState> = {}) {
  // Somebody who reaches for a document need not wait until the page has been left alone.
  const policy = page.getByRole('region', { name: 'Permissions policy', exact: true });
  // On a phone the form stands alone.
  if (hasEditor === 'when reached' && (await policy.isVisible())) {
    await policy.hover();
    await page.mouse.move(0, 0);
  }
  await page.evaluate(async (isEditorAwaited) => {
    let changed = true;
    const observer = new MutationObserver(() => {
      changed = true;
    });
    observer.observe(document.body, { childList: true, subtree: true });
    const hasMonaco = matchMedia('(min-width: 900px) and (pointer: fine)').matches;
    // What other workspaces hold is not on the page while they are hidden.
    const inSight = (selector: string) =>
      Array.from(document.querySelectorAll(selector)).filter((part) => part.checkVisibility());
    const isComing = () =>
      inSight('.code-editor-pending').length > 0 ||
      (isEditorAwaited && hasMonaco && inSight('.monaco-editor').length === 0);
    const isMoving = () => document.getAnimations().some((one) => one.playState === 'running');
    for (let stillFrames = 0; stillFrames < 10; stillFrames += 1) {
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
      if (changed || isComing() || isMoving()) stillFrames = 0;
      changed = false;
    }
    observer.disconnect();
  }, hasEditor !== false);
}
