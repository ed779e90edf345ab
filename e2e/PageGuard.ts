import type { BrowserContext, Page, Request } from '@playwright/test';

/** What a page of this origin may fetch by GET while it runs: its own built files. */
const staticFiles: ReadonlySet<string> = new Set([
  'document',
  'stylesheet',
  'image',
  'font',
  'script',
  'manifest',
]);

/** Notes everything that the page must never do: speak to the console, throw, reach beyond its own files. */
export class PageGuard {
  readonly #origin: string;
  readonly #problems: string[] = [];

  constructor(context: BrowserContext, origin: string) {
    this.#origin = origin;
    context.on('console', (message) => {
      this.#problems.push(`console.${message.type()}: ${message.text()}`);
    });
    context.on('weberror', (error) => {
      this.#problems.push(`uncaught: ${error.error().message}`);
    });
    context.on('request', (request) => {
      if (!this.#mayBeRequested(request)) {
        this.#problems.push(`${request.resourceType()}: ${request.method()} ${request.url()}`);
      }
    });
    context.on('page', (page) => this.#watchSockets(page));
    // A context that journeys share has its page already.
    for (const page of context.pages()) this.#watchSockets(page);
  }

  /** In the order in which they happened. */
  get problems(): readonly string[] {
    return this.#problems;
  }

  #watchSockets(page: Page): void {
    page.on('websocket', (socket) => {
      this.#problems.push(`websocket: ${socket.url()}`);
    });
  }

  #mayBeRequested(request: Request): boolean {
    const url = new URL(request.url());
    if (url.protocol === 'data:' || url.protocol === 'blob:') return true;
    if (url.origin !== this.#origin || request.method() !== 'GET') return false;
    // The service worker fetches the page's own files once, to keep them for use without a network.
    return request.serviceWorker() !== null || staticFiles.has(request.resourceType());
  }
}
