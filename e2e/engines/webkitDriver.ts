import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../scripts/freePort.mjs';
import type { Driver, Key } from './Driver';
import { nextFileIn } from './savedFile';
import { WebDriverSession } from './webdriver';

/** Where the W3C protocol puts the keys that have no character. */
const keyCodes: Readonly<Record<Key, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  ArrowRight: '\uE014',
  Backspace: '\uE003',
};
const control = '\uE009';

/** WebKitWebDriver has no log: what the page says while it loads goes unheard here, unlike in the others. */
const listen = `(() => {
  const heard = (window.journeyProblems = []);
  for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
    console[level] = (...parts) => heard.push('console.' + level + ': ' + parts.join(' '));
  }
  addEventListener('error', ({ message }) => heard.push('uncaught: ' + message));
  addEventListener('unhandledrejection', ({ reason }) => heard.push('uncaught: ' + reason));
  return true;
})()`;

export interface WebKitPrograms {
  readonly driver: string;
  readonly browser: string;
  readonly xvfb: string;
}

/** The system's WebKitGTK through WebKitWebDriver, on a screen that nobody sees. */
export async function webkitDriver(programs: WebKitPrograms): Promise<Driver> {
  const port = await freePort();
  const home = await mkdtemp(join(tmpdir(), 'webkit-'));
  const folder = join(home, 'Downloads');
  await mkdir(folder);
  await mkdir(join(home, '.config'));
  await writeFile(join(home, '.config/user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/Downloads"\n');

  const output: string[] = [];
  const server = spawn(
    programs.xvfb,
    ['-a', '-s', '-screen 0 1440x900x24', programs.driver, `--port=${port}`, '--host=127.0.0.1'],
    {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), GTK_A11Y: 'none' },
    },
  );
  server.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  server.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  const stop = async () => {
    // The whole group: xvfb-run leaves its screen and the driver behind otherwise.
    if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
    await wait(200);
    await rm(home, { recursive: true, force: true });
  };

  try {
    const address = `http://127.0.0.1:${port}`;
    await answering(address);
    const session = await WebDriverSession.start(address, {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': {
        binary: programs.browser,
        args: ['--automation', '--geometry=1440x900'],
      },
    });
    const problems: string[] = [];
    const hear = async () => {
      const heard = await session.evaluate('(window.journeyProblems ?? []).splice(0)');
      if (Array.isArray(heard)) problems.push(...heard.map(String));
    };
    return {
      open: async (url) => {
        await hear();
        await session.open(url);
        await session.evaluate(listen);
      },
      evaluate: (expression) => session.evaluate(expression),
      click: (selector) => session.click(selector),
      type: (text) => session.keys(Array.from(text)),
      press: (key) => session.keys([keyCodes[key]]),
      shortcut: (letter) => session.keys([letter], control),
      download: (act) => nextFileIn(folder, act),
      problems: async () => {
        await hear();
        return problems;
      },
      close: async () => {
        await session.end();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw new Error(`WebKit did not start: ${output.join('')}`, { cause: error });
  }
}

async function answering(address: string): Promise<void> {
  const end = Date.now() + 15_000;
  for (;;) {
    try {
      if ((await fetch(`${address}/status`)).ok) return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await wait(100);
  }
}
