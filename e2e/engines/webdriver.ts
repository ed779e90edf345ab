/** The W3C WebDriver protocol, as far as it is needed here. */
export class WebDriverSession {
  readonly #address: string;

  private constructor(address: string) {
    this.#address = address;
  }

  static async start(server: string, capabilities: object): Promise<WebDriverSession> {
    const answer = await send('POST', `${server}/session`, {
      capabilities: { alwaysMatch: capabilities },
    });
    return new WebDriverSession(`${server}/session/${textIn(answer, 'sessionId')}`);
  }

  async open(url: string): Promise<void> {
    await send('POST', `${this.#address}/url`, { url });
  }

  evaluate(expression: string): Promise<unknown> {
    return send('POST', `${this.#address}/execute/sync`, {
      script: `return ${expression};`,
      args: [],
    });
  }

  async click(selector: string): Promise<void> {
    const element = await send('POST', `${this.#address}/element`, {
      using: 'css selector',
      value: selector,
    });
    const click = `${this.#address}/element/${textIn(element, elementKey)}/click`;
    const until = performance.now() + mostCovered;
    for (;;) {
      try {
        await send('POST', click, {});
        return;
      } catch (error) {
        // Something passes over it, such as a message that slides in: a person waits, too.
        const isCovered =
          error instanceof WebDriverError && error.code === 'element click intercepted';
        if (!isCovered || performance.now() > until) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  /** Presses and releases every key; a modifier before the list is held meanwhile. */
  async keys(keys: readonly string[], held?: string): Promise<void> {
    const pressed = keys.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    const actions =
      held === undefined
        ? pressed
        : [{ type: 'keyDown', value: held }, ...pressed, { type: 'keyUp', value: held }];
    await send('POST', `${this.#address}/actions`, {
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });
  }

  async end(): Promise<void> {
    await send('DELETE', this.#address);
  }
}

/** Milliseconds for which an element may be covered by another one before a click on it fails. */
const mostCovered = 5_000;

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

class WebDriverError extends Error {
  override readonly name = 'WebDriverError';
  /** One of https://www.w3.org/TR/webdriver2/#errors */
  readonly code: unknown;
  constructor(code: unknown, message: string) {
    super(message);
    this.code = code;
  }
}

async function send(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const answer: unknown = await response.json();
  const value = isRecord(answer) ? answer['value'] : undefined;
  if (!response.ok) {
    throw new WebDriverError(
      isRecord(value) ? value['error'] : undefined,
      `WebDriver, ${method} ${new URL(url).pathname}: ${JSON.stringify(value)}`,
    );
  }
  return value;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function textIn(value: unknown, name: string): string {
  const text = isRecord(value) ? value[name] : undefined;
  if (typeof text !== 'string') throw new Error(`WebDriver answered without ${name}`);
  return text;
}
