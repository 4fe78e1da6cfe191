import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task, TaskResult } from './task.ts';

const ENTRY = fileURLToPath(new URL('./measuring.js', import.meta.url));

/** Measures in a fresh process and ends it. @throws Error when it fails */
export function inFreshProcess<Kind extends Task['kind']>(task: Extract<Task, { kind: Kind }>): Promise<TaskResult[Kind]> {
  return new Promise((resolve, reject) => {
    const child = fork(ENTRY, [], { execArgv: ['--expose-gc', '--enable-source-maps'], serialization: 'advanced' });
    let answer: TaskResult[Kind] | undefined;
    child.on('message', (message) => {
      answer = message as TaskResult[Kind];
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (answer !== undefined && code === 0) resolve(answer);
      else reject(new Error(`measuring ${task.kind} ended with ${code ?? signal}`));
    });
    child.send(task);
  });
}
