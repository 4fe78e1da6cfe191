import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordFacts } from '../../shared/domain/facts/records.ts';
import type { CaseDocument } from '../../shared/pledge/case/case.ts';
import type { Judged } from '../../shared/pledge/judge.ts';
import type { RulebookInput } from './rulebook-input.ts';
import { writeText, writing } from './write-text.ts';

/** Facts of one review with everything else that its verdict was made of. */
export interface ReviewedFacts {
  readonly facts: Judged & { readonly records: RecordFacts };
  /** Null: the built-in one. */
  readonly rulebook: RulebookInput | null;
}

/** The one document that `verdict --case` takes. */
export async function writeCase(path: string, { facts, rulebook }: ReviewedFacts): Promise<void> {
  const document: CaseDocument = {
    package: facts.package,
    policy: facts.policy,
    listing: facts.listing,
    records: facts.records,
    rulebook: rulebook === null ? null : { sha256: rulebook.rulebook.sha256, text: rulebook.text },
  };
  await writeText(path, toText(document));
}

/** The files that `verdict --facts … --policy-facts …` takes; the rulebook byte for byte. */
export async function saveFacts(folder: string, { facts, rulebook }: ReviewedFacts): Promise<void> {
  await writing(folder, () => mkdir(folder, { recursive: true }));
  await writeText(join(folder, 'facts.json'), toText(facts.package));
  await writeText(join(folder, 'policy-facts.json'), toText(facts.policy));
  await writeText(join(folder, 'listing.json'), toText(facts.listing));
  await writeText(join(folder, 'records.json'), toText(facts.records));
  if (rulebook !== null) await writeText(join(folder, 'rulebook.yaml'), rulebook.text);
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
