// @ts-check
import { createRunnableDevEnvironment, resolveConfig } from 'vite';

/** Starts the one runner of all modules, so that a module that several import is compiled and run once. */
async function startRunner() {
  const config = await resolveConfig(
    {
      configFile: false,
      envDir: false,
      logLevel: 'error',
      environments: {
        oracles: {
          consumer: 'server',
          dev: { moduleRunnerTransform: true },
          resolve: { external: true, mainFields: [], conditions: ['node'] },
        },
      },
    },
    'serve',
  );
  const environment = createRunnableDevEnvironment('oracles', config, {
    runnerOptions: { hmr: { logger: false } },
    hot: false,
  });
  await environment.init();
  return environment.runner;
}

/** @type {ReturnType<typeof startRunner> | undefined} */
let runner;

/**
 * Compiles and runs a module of `src`.
 *
 * @param {string} path below the project's folder
 * @returns {Promise<any>}
 */
export async function load(path) {
  runner ??= startRunner();
  return (await runner).import(`./${path}`);
}
