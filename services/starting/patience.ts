import { setTimeout as sleep } from 'node:timers/promises';
import { TransientError } from '../../shared/domain/errors.ts';

/**
 * Tries something until it works, while it fails with faults that can pass: servers that start beside us may not be ready yet.
 * @param limitMs after which the last fault is thrown
 * @param say told once, when the first attempt has failed
 */
export async function patiently<T>(work: () => Promise<T>, limitMs: number, say: (reason: string) => void): Promise<T> {
  let told = false;
  for (const since = Date.now(); ; await sleep(500)) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof TransientError) || Date.now() - since > limitMs) throw error;
      if (!told) say(error.message);
      told = true;
    }
  }
}
