import { renderSdkCsv } from '../../../shared/pledge/reports/sdk-csv.ts';
import type { ListSdksCommand } from '../command.ts';
import type { Console } from '../console.ts';
import { runInThread } from '../isolation/run-in-thread.ts';
import { policySource } from '../policy-source.ts';
import { readListing } from '../review-input.ts';
import { writeText } from '../write-text.ts';
import { presentInventory } from './present-inventory.ts';

/** Says what code of others is in a package and judges nothing: the exit code is 0 whenever the package could be read. */
export async function listSdks(command: ListSdksCommand, console: Console): Promise<number> {
  const listing = command.listing === null ? null : await readListing(command.listing);
  const policy = command.policy === null ? null : await policySource(command.policy, console);
  const inventory = await runInThread<'sdks'>({ kind: 'sdks', path: command.file, policy, listing }, command.timeoutMs);
  if (command.csv !== null) await writeText(command.csv.path, renderSdkCsv(inventory, command.csv.language));
  if (command.json) console.out(JSON.stringify(inventory, null, 2));
  else if (command.csv === null) console.out(presentInventory(inventory, command.language));
  return 0;
}
