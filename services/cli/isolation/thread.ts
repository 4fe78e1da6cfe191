import { parentPort, workerData } from 'node:worker_threads';
import { InputError, ShelfgateError } from '../../../shared/domain/errors.ts';
import type { PackageFacts } from '../../../shared/domain/facts/package.ts';
import { type LocalFile, openLocalFile } from '../local-file.ts';
import type { Answer, Reviewed, Task } from './task.ts';

/** What a task needs is loaded when it is asked for: facts alone need neither rules nor the reader of policies. */
async function perform(task: Task, file: LocalFile): Promise<PackageFacts | Reviewed> {
  const known = file.beginDigest();
  if (task.kind === 'inspect') return (await import('./inspect-package.ts')).inspect(file, known);
  return (await import('./review-package.ts')).reviewPackage(file, known, task);
}

/** Entry of the thread: one task, one answer. Everything that parses foreign bytes happens in here. */
async function answer(task: Task): Promise<Answer> {
  try {
    const file = await openLocalFile(task.path);
    try {
      return { ok: true, value: await perform(task, file) };
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
