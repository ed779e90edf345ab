import { expect } from '@playwright/test';
import type { Driver, SavedFile } from './Driver';

export type Role = 'button' | 'tab' | 'radio' | 'field' | 'region' | 'alert';

/** What a page shows after a click or a key is there in a moment. */
const often = { intervals: [20, 50, 100, 250] };

/**
 * Finds what a person would name, and marks it with a selector that every driver understands. The
 * selector, a space and where the element is.
 */
function markElement(role: string, name: string): string | null {
  const selectors: Readonly<Record<string, string>> = {
    button: 'button',
    tab: '[role="tab"]',
    radio: 'input[type="radio"]',
    field: 'input:not([type="radio"]), textarea, select',
    region: 'section, [role="region"]',
  };
  const nameOf = (element: Element): string => {
    const ids = element.getAttribute('aria-labelledby');
    if (ids !== null) {
      return ids
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ');
    }
    const given = element.getAttribute('aria-label');
    if (given !== null) return given;
    const label = element.id === '' ? null : document.querySelector(`label[for="${element.id}"]`);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the copy of an element
    const named = (label ?? element).cloneNode(true) as Element;
    for (const hidden of named.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
    return named.textContent;
  };
  /** In sight and on top, so that a click reaches it; not while it unfolds, or lies under something. */
  const isWithinReach = (element: Element): boolean => {
    const inSight = () => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return document.elementFromPoint(x + width / 2, y + height / 2);
    };
    if (inSight() === null) element.scrollIntoView({ block: 'center' });
    const top = inSight();
    return top !== null && (element.closest('label') ?? element).contains(top);
  };
  const found = [...document.querySelectorAll(selectors[role] ?? role)].find(
    (element) =>
      element.getClientRects().length > 0 &&
      nameOf(element)
        .replace(/\s*(?:\(optional\)|\*)$/, '')
        .replaceAll(/\s+/g, ' ')
        .trim() === name,
  );
  if (found === undefined) return null;
  // What is read is not clicked, and may be larger than the window.
  if (role !== 'region' && role !== 'alert' && !isWithinReach(found)) return null;
  const mark = found.getAttribute('data-journey') ?? `${role}-${String(performance.now())}`;
  found.setAttribute('data-journey', mark);
  const { x, y, width, height } = found.getBoundingClientRect();
  return `[data-journey="${mark}"] ${[x, y, width, height].join()}`;
}

/** What is shown of a document: the plain view's text or Monaco's. */
function shownText(selector: string): string {
  const region = document.querySelector(selector);
  const plain = region?.querySelector('pre');
  const text =
    plain?.textContent ??
    [...(region?.querySelectorAll<HTMLElement>('.view-line') ?? [])]
      .sort((above, below) => above.offsetTop - below.offsetTop)
      .map((line) => line.textContent)
      .join('');
  return text.replaceAll(/[\s\u00a0]/g, '');
}

/** The page in the hands of an administrator, whatever the engine. */
export class Administrator {
  readonly driver: Driver;

  constructor(driver: Driver) {
    this.driver = driver;
  }

  /** Waits until the element is there and stays where it is: a click on what still moves would miss it. */
  async find(role: Role, name: string): Promise<string> {
    let found: unknown = null;
    await expect
      .poll(
        async () => {
          const before = found;
          found = await this.#run(markElement, role, name);
          return found !== null && found === before;
        },
        { message: `${role} “${name}”`, timeout: 10_000, ...often },
      )
      .toBe(true);
    return String(found).split(' ', 1).join();
  }

  async press(role: Role, name: string): Promise<void> {
    await this.driver.click(await this.find(role, name));
  }

  /** Replaces what the field holds by typing. */
  async fill(name: string, text: string): Promise<void> {
    const field = await this.find('field', name);
    await this.driver.click(field);
    await this.driver.shortcut('a');
    await this.driver.press('Backspace');
    await this.driver.type(text);
    await expect.poll(() => this.value(name), often).toBe(text);
    await this.driver.press('Tab');
  }

  async value(name: string): Promise<unknown> {
    const field = await this.find('field', name);
    return this.driver.evaluate(`document.querySelector(${JSON.stringify(field)}).value`);
  }

  async attribute(name: string, attribute: string): Promise<unknown> {
    const field = await this.find('field', name);
    return this.driver.evaluate(
      `document.querySelector(${JSON.stringify(field)}).getAttribute(${JSON.stringify(attribute)})`,
    );
  }

  async isFocused(name: string): Promise<boolean> {
    const field = await this.find('field', name);
    return (
      (await this.driver.evaluate(
        `document.activeElement === document.querySelector(${JSON.stringify(field)})`,
      )) === true
    );
  }

  /** The text of the document without white space. */
  async document(name: string): Promise<string> {
    return String(await this.#run(shownText, await this.find('region', name)));
  }

  async text(): Promise<string> {
    return String(await this.driver.evaluate('document.querySelector("main").innerText'));
  }

  async expectText(text: string | RegExp): Promise<void> {
    const pattern =
      typeof text === 'string' ? expect.stringContaining(text) : expect.stringMatching(text);
    await expect.poll(() => this.text(), often).toEqual(pattern);
  }

  /** Presses the button, and pastes what the clipboard then holds into a box of its own. */
  async copy(button: string): Promise<string> {
    await this.press('button', button);
    await this.find('button', 'Copied');
    await this.driver.evaluate(
      '(() => { const box = document.createElement("textarea"); box.id = "paste-box"; document.body.append(box); box.focus(); return true; })()',
    );
    await this.driver.shortcut('v');
    const read = 'document.getElementById("paste-box").value';
    await expect.poll(() => this.driver.evaluate(read), often).not.toBe('');
    const text = String(await this.driver.evaluate(read));
    await this.driver.evaluate('document.getElementById("paste-box").remove()');
    return text;
  }

  /** Pastes the text into the field, with the keys of the clipboard alone. */
  async paste(name: string, text: string): Promise<void> {
    await this.driver.evaluate(
      `(() => { const box = document.createElement("textarea"); box.id = "copy-box"; box.value = ${JSON.stringify(text)}; document.body.append(box); box.focus(); return true; })()`,
    );
    await this.driver.shortcut('a');
    await this.driver.shortcut('c');
    await this.driver.evaluate('document.getElementById("copy-box").remove()');
    await this.driver.click(await this.find('field', name));
    await this.driver.shortcut('v');
  }

  download(button: string): Promise<SavedFile> {
    return this.driver.download(() => this.press('button', button));
  }

  /** The function goes to the page as text: it may use nothing from outside. */
  #run<Args extends readonly string[]>(
    act: (...args: Args) => unknown,
    ...args: Args
  ): Promise<unknown> {
    return this.driver.evaluate(`(${act.toString()})(...${JSON.stringify(args)})`);
  }
}
