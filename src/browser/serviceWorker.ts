import { trustedScriptUrl } from './trustedScriptUrl';

let waiting: ServiceWorker | undefined;
const listeners = new Set<() => void>();

function announce(worker: ServiceWorker) {
  waiting = worker;
  for (const listener of listeners) listener();
}

/** Whether a newer version of the page is installed and waiting to be activated. */
export const pageUpdate = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  getSnapshot: () => waiting !== undefined,
  getServerSnapshot: () => false,
};

type Message = 'idle' | 'keepAll' | 'takeOver' | 'makeWay';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
const tell = (worker: ServiceWorker | null, message: Message) => worker?.postMessage(message);

/**
 * Activates the newer version and reloads the page, once the present service worker has finished its
 * pending requests.
 */
export function takeUpdate(): void {
  if (waiting?.state !== 'installed') {
    // Another tab has activated it already.
    location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
    once: true,
  });
  const next = waiting;
  const ask = () => {
    tell(navigator.serviceWorker.controller, 'makeWay');
    tell(next, 'takeOver');
  };
  ask();
  setInterval(ask, askAgainAfter);
}

/** Milliseconds: the present version may have begun downloads for another tab since it was asked. */
const askAgainAfter = 2_000;

/** Milliseconds that the browser may still count a page as open after a reload has left it. */
const leftPageLives = 10_000;

const toServiceWorker = trustedScriptUrl('service-worker', './serviceWorker.js');

/**
 * Registers the service worker, which makes the page work offline. If the browser refuses, the page
 * works online only. `keepsAll` also downloads the files that only large screens use.
 */
export async function startServiceWorker({ keepsAll }: { keepsAll: boolean }): Promise<void> {
  if (!('serviceWorker' in navigator) || !isSecureContext) return;
  let registration: ServiceWorkerRegistration;
  try {
    registration = await navigator.serviceWorker.register(toServiceWorker(), {
      updateViaCache: 'none',
    });
  } catch (error) {
    // Disabled by the person or the organisation, or the server was not reached.
    console.info('This page is not kept for use without a network:', error);
    return;
  }
  const { waiting: ready } = registration;
  if (ready && navigator.serviceWorker.controller) announce(ready);
  const follow = () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && navigator.serviceWorker.controller) {
        announce(installing);
      }
    });
  };
  // The browser checks for a new version at each visit, and may have found one already.
  follow();
  registration.addEventListener('updatefound', follow);
  await navigator.serviceWorker.ready;
  tell(registration.active, 'idle');
  if (keepsAll) tell(registration.active, 'keepAll');
  setTimeout(() => tell(registration.active, 'idle'), leftPageLives);
}
