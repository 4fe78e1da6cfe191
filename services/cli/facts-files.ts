import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../shared/domain/errors.ts';
import type { RecordFacts } from '../../shared/domain/facts/records.ts';
import type { CaseDocument } from '../../shared/pledge/case/case.ts';
import type { Judged } from '../../shared/pledge/judge.ts';
import type { RulebookInput } from './rulebook-input.ts';

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
  await write(path, toText(document));
}

/** The files that `verdict --facts … --policy-facts …` takes; the rulebook byte for byte. */
export async function saveFacts(folder: string, { facts, rulebook }: ReviewedFacts): Promise<void> {
  await guarded(folder, () => mkdir(folder, { recursive: true }));
  await write(join(folder, 'facts.json'), toText(facts.package));
  await write(join(folder, 'policy-facts.json'), toText(facts.policy));
  await write(join(folder, 'listing.json'), toText(facts.listing));
  await write(join(folder, 'records.json'), toText(facts.records));
  if (rulebook !== null) await write(join(folder, 'rulebook.yaml'), rulebook.text);
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function write(path: string, content: string): Promise<void> {
  await guarded(path, () => writeFile(path, content));
}

/** @throws InputError `not-writable` */
async function guarded(path: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    const code = (cause as { code?: unknown } | null)?.code;
    if (typeof code !== 'string') throw cause;
    throw new InputError('not-writable', { zh: `无法写入（${code}）：${path}`, en: `cannot write (${code}): ${path}` }, path, {
      cause,
    });
  }
}
