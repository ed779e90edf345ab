import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import type { CallerKind } from '../../src/qbusiness/callers';
import { openPage } from './openPage';

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

/** The page as an administrator uses it. */
export class BuilderPage {
  readonly page: Page;
  readonly region: Locator;
  readonly accountId: Locator;
  readonly applicationId: Locator;
  readonly caller: Locator;
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole('combobox', { name: 'Region', exact: true });
    this.accountId = page.getByRole('textbox', { name: 'Account ID', exact: true });
    this.applicationId = page.getByRole('textbox', { name: 'Application ID', exact: true });
    this.caller = page.getByRole('combobox', { name: 'Who calls the API?' });
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
    return this.page.getByRole('textbox', { name, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async openOptions(): Promise<void> {
    await this.page.getByRole('heading', { name: 'Options' }).click();
  }

  document(name: Document): Locator {
    return this.page.getByRole('region', { name, exact: true });
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
    await expect.poll(() => this.shown(name)).toBe(withoutSpace(text));
  }

  /** Waits until this stands somewhere in the document. */
  async expectPart(name: Document, text: string): Promise<void> {
    await expect.poll(() => this.shown(name)).toContain(withoutSpace(text));
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
    await expect.poll(() => this.clipboard()).not.toBe('nothing was copied');
    return this.clipboard();
  }

  async download(): Promise<Archive> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.button('Download policies folder').click(),
    ]);
    expect(download.suggestedFilename()).toBe('policies.zip');
    const bytes = new Uint8Array(await readFile(await download.path()));
    const files = Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([path, contents]) => [path, strFromU8(contents)]),
    );
    return { bytes, files };
  }
}

const withoutSpace = (text: string): string => text.replaceAll(/[\s\u00a0]/g, '');
