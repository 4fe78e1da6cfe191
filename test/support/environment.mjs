import { AsyncLocalStorage } from 'node:async_hooks';
import { TestEnvironment } from 'jest-environment-node';
import { storagesInUse } from './storages.mjs';

/**
 * Jest loads its runner anew for each suite, and with it an `AsyncLocalStorage` that it never disables. Before Node.js 24 each of them
 * costs every promise of the process something from then on: after a hundred suites, code that waits much ran ten times slower.
 */
const storages = storagesInUse(AsyncLocalStorage);

/** Node.js as the surroundings of a suite, without what the suites before it have left in this process. */
export default class SuiteEnvironment extends TestEnvironment {
  async setup() {
    storages.suiteBegins();
    await super.setup();
  }

  async teardown() {
    storages.suiteEnds();
    await super.teardown();
  }
}
