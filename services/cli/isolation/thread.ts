import { parentPort, workerData } from 'node:worker_threads';
import { InputError, ShelfgateError } from '../../../shared/domain/errors.ts';
import { openLocalFile } from '../local-file.ts';
import { inspect, reviewPackage } from './review-package.ts';
import type { Answer, Task } from './task.ts';

/** Entry of the thread: one task, one answer. Everything that parses foreign bytes happens in here. */
async function answer(task: Task): Promise<Answer> {
  try {
    const file = await openLocalFile(task.path);
    try {
      const known = file.beginDigest();
      const value =
        task.kind === 'inspect' ? await inspect(file, known) : await reviewPackage(file, known, task.listing, task.policy);
      return { ok: true, value };
    } finally {
      await file.close();
    }
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (!(error instanceof ShelfgateError)) return { ok: false, error: null, detail };
    const place = error instanceof InputError ? error.place : undefined;
    return { ok: false, error: { code: error.code, text: error.text, place }, detail };
  }
}

parentPort?.postMessage(await answer(workerData as Task));
