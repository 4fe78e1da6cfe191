import type { ByteSource } from '../../../shared/domain/ports.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import { type SdkInventory, sdkInventory } from '../../../shared/pledge/sdk-inventory.ts';
import type { DigestsUnderWay } from '../local-file.ts';
import { inspect } from './inspect-package.ts';
import type { SdksTask } from './task.ts';

/**
 * What code of others a package holds.
 * @throws InputError when the file is no package that can be inspected
 */
export async function listSdks(source: ByteSource, known: DigestsUnderWay, task: SdksTask): Promise<SdkInventory> {
  const facts = await inspect(source, known);
  // The reader of policies is much to load, and most lists are wanted without one.
  const policy = task.policy === null ? null : await (await import('./read-policy.ts')).readPolicy(task.policy);
  return sdkInventory(facts, policy, task.listing, knowledge);
}
