import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import type { CallerKind } from '../../src/qbusiness/callers';
import { openPage } from './openPage';
import { whenLoaded } from './PageState';

export interface ApplicationValues {
  readonly region: string;
  readonly accountId: string;
  readonly applicationId: string;
}

/** An application that is nobody's sample value. */
export const application: ApplicationValues = {
  region: 'us-west-2',
  accountId: '445566778899',
  applicationId: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
};

export interface Archive {
  readonly bytes: Uint8Array;
  /** Contents by path. */
  readonly files: Readonly<Record<string, string>>;
}

type Document = 'Permissions policy' | 'Trust policy';
type ResultTab = 'Policies' | 'Commands' | 'Files' | 'Access' | 'Change record';
type OptionsTitle =
  | 'Role and policy names'
  | 'Attachment, path and boundary'
  | 'Web experience'
  | 'API actions and network'
  | 'Tags'
  | 'More applications for this role';

/** The page as an administrator uses it. */
export class BuilderPage {
  readonly page: Page;
  readonly region: Locator;
  readonly accountId: Locator;
  readonly applicationId: Locator;
  readonly caller: Locator;
  readonly paste: Locator;
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole('combobox', { name: 'Region', exact: true });
    this.accountId = page.getByRole('textbox', { name: 'Account ID', exact: true });
    this.applicationId = page.getByRole('textbox', { name: 'Application ID', exact: true });
    this.caller = page.getByRole('combobox', { name: 'Who calls the API?' });
    this.paste = page.getByRole('textbox', { name: 'Paste', exact: true });
    this.status = page.getByRole('status', { name: 'State of the role' });
  }

  static async open(page: Page): Promise<BuilderPage> {
    await openPage(page);
    return new BuilderPage(page);
  }

  async fillIn(values: ApplicationValues): Promise<void> {
    await this.region.fill(values.region);
    await this.accountId.fill(values.accountId);
    await this.applicationId.fill(values.applicationId);
  }

  async chooseMode(mode: 'Web experience' | 'API only'): Promise<void> {
    await this.page.getByRole('radio', { name: mode, exact: true }).check();
  }

  async chooseCaller(kind: CallerKind): Promise<void> {
    await this.caller.selectOption(kind);
  }

  field(name: string): Locator {
    return this.page
      .getByRole('textbox', { name, exact: true })
      .or(this.page.getByRole('textbox', { name: `${name} (optional)`, exact: true }));
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Unfolds or folds a part of the options. */
  async openOptions(title: OptionsTitle): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${title}`) }).click();
  }

  /** Shows a tab of the results; on a phone it takes the place of the form. */
  async showResult(tab: ResultTab): Promise<void> {
    const name = { name: tab, exact: true };
    const tabs = this.page.getByRole('tablist', { name: 'Results' });
    if (!(await tabs.isVisible())) await this.page.getByRole('link', { name: 'Result' }).click();
    await tabs.getByRole('tab', name).click();
    await expect(this.page.getByRole('tabpanel', name)).toBeVisible();
    await whenLoaded(this.page);
  }

  async chooseFormAction(name: 'Load an example' | 'Clear form'): Promise<void> {
    await this.button('More form actions').click();
    await this.page.getByRole('menuitem', { name }).click();
  }

  document(name: Document): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** Reaches for a document, which brings Monaco at once, and waits for it in both. */
  async whenEditorsAreThere(): Promise<void> {
    await this.document('Permissions policy').hover();
    await expect(this.page.locator('.monaco-editor')).toHaveCount(2);
    await expect(this.page.locator('.code-editor-pending')).toHaveCount(0);
  }

  /** What is shown of a document, without white space: the plain view's or Monaco's. */
  async shown(name: Document): Promise<string> {
    const text = await this.document(name).evaluate((region) => {
      const plain = region.querySelector('pre');
      if (plain !== null) return plain.textContent;
      return Array.from(region.querySelectorAll<HTMLElement>('.view-line'))
        .toSorted((above, below) => above.offsetTop - below.offsetTop)
        .map((line) => line.textContent)
        .join('');
    });
    return withoutSpace(text);
  }

  /** Waits until the document shows exactly this text. */
  async expectShown(name: Document, text: string): Promise<void> {
    await expect.poll(() => this.shown(name), often).toBe(withoutSpace(text));
  }

  /** Waits until this stands somewhere in the document. */
  async expectPart(name: Document, text: string): Promise<void> {
    await expect.poll(() => this.shown(name), often).toContain(withoutSpace(text));
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  async putOnClipboard(text: string): Promise<void> {
    await this.page.evaluate((words) => navigator.clipboard.writeText(words), text);
  }

  /** Presses a copy button and returns what the clipboard then holds. */
  async copy(button: string): Promise<string> {
    await this.putOnClipboard('nothing was copied');
    await this.button(button).click();
    await expect.poll(() => this.clipboard(), often).not.toBe('nothing was copied');
    return this.clipboard();
  }

  async download(): Promise<Archive> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('button', { name: /^Download( folder)?$/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^policies-[0-9a-zA-Z-]{36}-[a-z0-9-]+\.zip$/);
    const bytes = new Uint8Array(await readFile(await download.path()));
    const files = Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([path, contents]) => [path, strFromU8(contents)]),
    );
    return { bytes, files };
  }
}

/** What follows a click or a key is there in a moment. */
const often = { intervals: [10, 20, 50, 100, 250] };

const withoutSpace = (text: string): string => text.replaceAll(/[\s\u00a0]/g, '');
