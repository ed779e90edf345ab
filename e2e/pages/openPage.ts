import { expect, type Page } from '@playwright/test';

/** Until the prerendered page answers to clicks and keys. */
export async function becomeAlive(page: Page): Promise<void> {
  const form = page.locator('form[aria-label="Role"]');
  await expect(form).toHaveCount(1);
  await expect(form).not.toHaveAttribute('aria-busy');
}

export async function openPage(page: Page, address = './'): Promise<void> {
  await page.goto(address);
  await becomeAlive(page);
}
