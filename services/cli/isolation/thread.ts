import { parentPort, workerData } from 'node:worker_threads';
import { InputError, ShelfgateError } from '../../../shared/domain/errors.ts';
import { type LocalFile, openLocalFile } from '../local-file.ts';
import type { Answer, Task, TaskResult } from './task.ts';

/** What a task needs is loaded when it is asked for: facts alone need neither rules nor the reader of policies. */
async function perform(task: Task): Promise<TaskResult[keyof TaskResult]> {
  if (task.kind === 'policy') return (await import('./review-policy.ts')).reviewPolicyTask(task);
  const file = await openLocalFile(task.path);
  try {
    return await performOn(task, file);
  } finally {
    await file.close();
  }
}

async function performOn(task: Exclude<Task, { kind: 'policy' }>, file: LocalFile): Promise<TaskResult[keyof TaskResult]> {
  const known = file.beginDigest();
  if (task.kind === 'inspect') return (await import('./inspect-package.ts')).inspect(file, known);
  if (task.kind === 'sdks') return (await import('./list-sdks.ts')).listSdks(file, known, task);
  return (await import('./review-package.ts')).reviewPackage(file, known, task);
}

/** Entry of the thread: one task, one answer. Everything that parses foreign bytes happens in here. */
async function answer(task: Task): Promise<Answer> {
  try {
    return { ok: true, value: await perform(task) };
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (!(error instanceof ShelfgateError)) return { ok: false, error: null, detail };
    const place = error instanceof InputError ? error.place : undefined;
    return { ok: false, error: { code: error.code, text: error.text, place }, detail };
  }
}

parentPort?.postMessage(await answer(workerData as Task));
