import { expect, type Page } from '@playwright/test';

/** Until the prerendered page answers to clicks and keys: only then is the colour scheme marked. */
export async function becomeAlive(page: Page): Promise<void> {
  await expect(
    page.getByRole('group', { name: 'Colour scheme' }).getByRole('radio', { checked: true }),
  ).toHaveCount(1);
}

export async function openPage(page: Page, address = './'): Promise<void> {
  await page.goto(address);
  await becomeAlive(page);
}
