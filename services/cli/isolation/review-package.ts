import { loadRules, rulesVersion } from '../../../shared/checks/registry.ts';
import type { ByteSource } from '../../../shared/domain/ports.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import { judge } from '../../../shared/pledge/index.ts';
import type { DigestsUnderWay } from '../local-file.ts';
import { inspect } from './inspect-package.ts';
import { readPolicy } from './read-policy.ts';
import type { Reviewed, ReviewTask } from './task.ts';

/**
 * The review without any server: the same inspector, policy reader, rules and verdict as the service.
 * @throws InputError when the file is no package that can be inspected
 */
export async function reviewPackage(source: ByteSource, known: DigestsUnderWay, task: ReviewTask): Promise<Reviewed> {
  const rules = await loadRules();
  const { listing, records, rulebook } = task;
  const facts = { package: await inspect(source, known), policy: await readPolicy(task.policy), listing, records };
  const verdict = judge(facts, rules, rulesVersion(rules), rulebook, knowledge);
  return { verdict, facts: task.withFacts ? facts : null };
}
