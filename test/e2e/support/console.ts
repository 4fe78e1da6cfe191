import { fileURLToPath } from 'node:url';
import { type ConsoleBundle, readConsoleBundle } from '../../../services/api/console/bundle.ts';
import { type RunningTestApi, startApi } from '../../integration/api/running-api.ts';
import { ensureConsole } from '../../support/build.ts';

/** Where the build leaves the console. */
export const BUILT = fileURLToPath(new URL('../../../dist/console', import.meta.url));

/** The console as it is built, brought up to date first. */
export async function builtConsole(): Promise<ConsoleBundle> {
  await ensureConsole();
  return readConsoleBundle(BUILT);
}

/** The API with the built console over a real database; the pipeline records and does nothing. */
export async function startConsole(...[change, options]: Parameters<typeof startApi>): Promise<RunningTestApi> {
  return startApi(change, { console: await builtConsole(), ...options });
}
