import type { InspectCommand } from '../command.ts';
import type { Console } from '../console.ts';
import { runInThread } from '../isolation/run-in-thread.ts';

/** Prints the facts of a package and judges nothing: the exit code is 0 whenever there are facts. */
export async function runInspect(command: InspectCommand, console: Console): Promise<number> {
  const inspecting = runInThread<'inspect'>({ kind: 'inspect', path: command.file }, command.timeoutMs);
  if (command.json) {
    console.out(JSON.stringify(await inspecting, null, 2));
    return 0;
  }
  // What is needed to print them for people is loaded while the thread works; JSON does without.
  const [facts, { describeFacts }] = await Promise.all([inspecting, import('../present/describe-facts.ts')]);
  console.out(describeFacts(facts, command.language));
  return 0;
}
