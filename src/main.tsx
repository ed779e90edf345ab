import { StrictMode, startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './app/App';
import { rememberEarlyInput } from './browser/earlyInput';
import { beginStart } from './browser/safeStart';
import { startServiceWorker } from './browser/serviceWorker';
import { whenIdle } from './browser/whenIdle';
import { restoredKeys } from './state/storageKeys';
import { PageTheme } from './theme/PageTheme';
import { createStyleCache } from './theme/styleCache';
import { roomyScreen } from './ui/code/loadMonaco';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

rememberEarlyInput(root);

const page = (
  <StrictMode>
    <PageTheme cache={createStyleCache()}>
      <App />
    </PageTheme>
  </StrictMode>
);
// A transition renders in slices, so that the page can scroll and take input in between.
const render = () =>
  startTransition(() => {
    if (root.hasChildNodes()) hydrateRoot(root, page);
    else createRoot(root).render(page);
  });

// Before anything is restored.
const begun = beginStart(restoredKeys);
if (begun === undefined) render();
else void begun.then(render);

whenIdle(() => void import('./app/guardPage').then(({ guardPage }) => guardPage()));

// The development server has no service worker, and a file on disk needs none.
if (import.meta.env.MODE === 'production') {
  whenIdle(() => void startServiceWorker({ keepsAll: matchMedia(roomyScreen).matches }));
}
