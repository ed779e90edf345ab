import { vi } from 'vitest';

/** Files of tests share a process and its page. Each finds it as if it were the first. */
vi.useRealTimers();
vi.unstubAllGlobals();
if ('document' in globalThis) {
  for (const element of [document.documentElement, document.head, document.body]) {
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
  }
  // jsdom lacks what tests define here.
  Reflect.deleteProperty(window, 'matchMedia');
  Reflect.deleteProperty(document, 'execCommand');
  Reflect.deleteProperty(navigator, 'clipboard');
  document.title = '';
  document.head.replaceChildren();
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
}
