import { expect, type Locator, type Page } from '@playwright/test';
import { becomeAlive } from './openPage';

export type CheckTab = 'findings' | 'who-can-assume' | 'what-it-can-do' | 'compare' | 'repair';

export interface PastedText {
  readonly name: string;
  readonly text: string;
}

/** The workspace in which roles are checked, compared and repaired. */
export class CheckPage {
  readonly page: Page;
  readonly findings: Locator;
  readonly roles: Locator;

  constructor(page: Page) {
    this.page = page;
    this.findings = page.getByRole('region', { name: 'Findings' });
    this.roles = page.getByRole('listbox', { name: 'Roles' });
  }

  static async open(page: Page, tab: CheckTab = 'findings'): Promise<CheckPage> {
    await page.goto(`./#/check/${tab}`);
    const check = new CheckPage(page);
    await expect(check.pasteField.or(check.tab('Findings'))).toBeVisible();
    return check;
  }

  /** Opens the form first, so that it is alive and can be filled in. */
  static async openFromBuild(page: Page): Promise<CheckPage> {
    await page.goto('./');
    await becomeAlive(page);
    await page.getByRole('link', { name: 'Check roles' }).click();
    const check = new CheckPage(page);
    await expect(check.pasteField).toBeVisible();
    return check;
  }

  /** Where a first text goes. */
  get pasteField(): Locator {
    return this.page.getByRole('textbox', { name: /^Paste or drop roles/ });
  }

  get editor(): Locator {
    return this.page.getByRole('textbox', { name: 'Document text' });
  }

  tab(name: string): Locator {
    return this.page.getByRole('tablist', { name: 'Answers' }).getByRole('tab', { name });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Waits for Monaco, which replaces the text area on a wide screen. */
  async whenEditorIsThere(): Promise<void> {
    await expect(this.page.locator('.monaco-editor').first()).toBeVisible();
  }

  /** Pastes into the empty workspace, or in place of what the editor holds. */
  async paste(text: string): Promise<void> {
    const isEmpty = await this.pasteField.isVisible();
    await (isEmpty ? this.pasteField : this.editor).focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await this.page.keyboard.press('ControlOrMeta+v');
  }

  /** Drops files on the workspace. */
  async drop(...files: readonly PastedText[]): Promise<void> {
    const transfer = await this.page.evaluateHandle((dropped) => {
      const data = new DataTransfer();
      for (const { name, text } of dropped) {
        data.items.add(new File([text], name, { type: 'application/json' }));
      }
      return data;
    }, files);
    await this.page
      .getByRole('tablist', { name: 'Answers' })
      .or(this.pasteField)
      .dispatchEvent('drop', { dataTransfer: transfer });
  }

  /** The shown text without white space: the text area's, or Monaco's lines in their order. */
  async text(): Promise<string> {
    const text = await this.page.locator('main').evaluate((main) => {
      const lines = Array.from(
        main.querySelectorAll<HTMLElement>('[aria-label="Document"] .view-line'),
      );
      if (lines.length === 0) return main.querySelector('textarea')?.value ?? '';
      return lines
        .toSorted((above, below) => above.offsetTop - below.offsetTop)
        .map((line) => line.textContent)
        .join('');
    });
    return text.replaceAll(/[\s\u00a0]/g, '');
  }

  async expectSummary(
    text: string | RegExp,
    options?: { readonly timeout: number },
  ): Promise<void> {
    await expect(this.findings.getByRole('status').first()).toHaveText(text, options);
  }
}
