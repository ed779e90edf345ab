import { trustedScriptUrl } from './trustedScriptUrl';

let waiting: ServiceWorker | undefined;
const listeners = new Set<() => void>();

function announce(worker: ServiceWorker) {
  waiting = worker;
  for (const listener of listeners) listener();
}

/** Whether a newer version of the page is there and waits to be taken. */
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
 * Lets the newer version take over and starts the page again with it, as soon as the open version has
 * finished what it was asked for.
 */
export function takeUpdate(): void {
  if (waiting?.state !== 'installed') {
    // Another tab has let it take over already.
    location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
    once: true,
  });
  tell(navigator.serviceWorker.controller, 'makeWay');
  tell(waiting, 'takeOver');
}

/** Milliseconds after which the page that a reload leaves behind is gone for the browser as well. */
const leftPageLives = 10_000;

const toServiceWorker = trustedScriptUrl('service-worker', './serviceWorker.js');

/**
 * Makes the page work without a network; where a browser refuses, it works with one. `keepsAll` also
 * downloads what only large screens use.
 */
export async function startServiceWorker({ keepsAll }: { keepsAll: boolean }): Promise<void> {
  if (!('serviceWorker' in navigator) || !isSecureContext) return;
  let registration: ServiceWorkerRegistration;
  try {
    registration = await navigator.serviceWorker.register(toServiceWorker(), {
      updateViaCache: 'none',
    });
  } catch (error) {
    // Switched off by the person or the organisation, or the server was not reached.
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
  // The browser looks for a new version by itself at each visit, and may have begun already.
  follow();
  registration.addEventListener('updatefound', follow);
  await navigator.serviceWorker.ready;
  tell(registration.active, 'idle');
  if (keepsAll) tell(registration.active, 'keepAll');
  setTimeout(() => tell(registration.active, 'idle'), leftPageLives);
}
