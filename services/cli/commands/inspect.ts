import { knowledge } from '../../../shared/knowledge/index.ts';
import { detectSdks } from '../../../shared/knowledge/sdks/detect.ts';
import type { InspectCommand } from '../command.ts';
import type { Console } from '../console.ts';
import { runInThread } from '../isolation/run-in-thread.ts';
import { presentFacts } from '../present/facts.ts';

/** Prints the facts of a package and judges nothing: the exit code is 0 whenever there are facts. */
export async function runInspect(command: InspectCommand, console: Console): Promise<number> {
  const facts = await runInThread<'inspect'>({ kind: 'inspect', path: command.file }, command.timeoutMs);
  console.out(
    command.json ? JSON.stringify(facts, null, 2) : presentFacts(facts, detectSdks(facts, knowledge), command.language),
  );
  return 0;
}
