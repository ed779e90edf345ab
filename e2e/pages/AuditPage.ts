import { expect, type Locator, type Page } from '@playwright/test';

/** The view in which documents are pasted and checked. */
export class AuditPage {
  readonly page: Page;
  readonly findings: Locator;

  constructor(page: Page) {
    this.page = page;
    this.findings = page.getByRole('region', { name: 'Findings' });
  }

  static async open(page: Page): Promise<AuditPage> {
    const audit = new AuditPage(page);
    await audit.show('Audit');
    await expect(audit.findings).toBeVisible();
    return audit;
  }

  async show(view: 'Build' | 'Audit' | 'Compare' | 'Access'): Promise<void> {
    await this.page.getByRole('tab', { name: view, exact: true }).click();
  }

  get editor(): Locator {
    return this.page.getByRole('textbox', { name: 'Policy documents' });
  }

  /** Waits for Monaco, which replaces the text area on a wide screen. */
  async whenEditorIsThere(): Promise<void> {
    await expect(this.page.locator('.monaco-editor').first()).toBeVisible();
  }

  /** Puts a text in place of what the editor holds, as pasting does. */
  async paste(text: string): Promise<void> {
    await this.editor.focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await this.page.keyboard.press('ControlOrMeta+v');
  }

  /** The shown text without white space: the text area's, or Monaco's lines in their order. */
  async text(): Promise<string> {
    const text = await this.page.locator('main').evaluate((main) => {
      const lines = Array.from(main.querySelectorAll<HTMLElement>('.view-line'));
      if (lines.length === 0) return main.querySelector('textarea')?.value ?? '';
      return lines
        .toSorted((above, below) => above.offsetTop - below.offsetTop)
        .map((line) => line.textContent)
        .join('');
    });
    return text.replaceAll(/[\s\u00a0]/g, '');
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async expectSummary(text: string): Promise<void> {
    await expect(this.findings.getByRole('status')).toHaveText(text);
  }

  /** Drops a file on the editor. */
  async drop(name: string, text: string): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      ([fileName, contents]) => {
        const data = new DataTransfer();
        data.items.add(new File([contents], fileName, { type: 'application/json' }));
        return data;
      },
      [name, text] as const,
    );
    await this.button('Format').dispatchEvent('drop', { dataTransfer: transfer });
  }
}
