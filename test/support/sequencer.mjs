import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sequencer from '@jest/test-sequencer';
import { inOrder } from './order.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SECONDS = JSON.parse(readFileSync(new URL('./durations.json', import.meta.url), 'utf8'));

/** Orders the suites of a run by what they took on the machine that wrote durations.json, on whatever machine this is. */
export default class LongestFirst extends Sequencer {
  #lanes;

  constructor(options) {
    super(options);
    this.#lanes = options?.globalConfig?.maxWorkers ?? 2;
  }

  sort(tests) {
    const byPath = new Map([...tests].map((test) => [relative(ROOT, test.path).replaceAll('\\', '/'), test]));
    return inOrder([...byPath.keys()], SECONDS, this.#lanes).map((path) => byPath.get(path));
  }
}
