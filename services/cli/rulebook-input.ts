import { loadRules } from '../../shared/checks/registry.ts';
import { MAX_BYTES } from '../../shared/checks/rulebook/document.ts';
import { type RulebookFile, readRulebook } from '../../shared/checks/rulebook/read.ts';
import type { Rulebook } from '../../shared/domain/rulebook.ts';
import { readCapped } from './read-capped.ts';

/** A rulebook of the command line, and the text it was read from. */
export interface RulebookInput extends RulebookFile {
  readonly rulebook: Rulebook;
  readonly text: string;
}

/**
 * Reads a rulebook's file.
 * @throws InputError `no-such-file`, `unreadable-file`, `too-large`; RulebookError with every fault
 */
export async function readRulebookFile(path: string): Promise<RulebookInput> {
  const bytes = await readCapped(path, MAX_BYTES);
  const file = readRulebook(bytes, await loadRules());
  return { ...file, text: Buffer.from(bytes).toString('utf8') };
}
