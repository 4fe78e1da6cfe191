import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Rule } from '../../../shared/checks/rule.ts';
import { BUILT_IN } from '../../../shared/checks/rulebook/built-in.ts';
import { InputError, ShelfgateError } from '../../../shared/domain/errors.ts';
import { NO_RECORDS } from '../../../shared/domain/facts/records.ts';
import type { Rulebook, Waiver } from '../../../shared/domain/rulebook.ts';
import { INSPECTOR_VERSION } from '../../../shared/inspection/index.ts';
import { newestOfEachApp } from '../../../shared/platform/database/newest-of-each-app.ts';
import type { Database, Store } from '../../../shared/platform/database/repositories.ts';
import type { StoredFacts } from '../../../shared/platform/database/shelf.ts';
import { waiverOf } from '../../../shared/platform/rulebooks/granted.ts';
import type { Case } from '../../../shared/pledge/case/case.ts';
import { readCaseFile } from '../case-input.ts';
import type { Console } from '../console.ts';
import { unreadable } from '../local-file.ts';
import { withDatabase } from '../with-database.ts';
import type { Skipped } from './try.ts';

/**
 * An app to be judged again, or why it cannot be. `granted` are waivers that reviewers have granted: they hold under any rulebook of the
 * store, and are in `rulebook` already.
 */
export type TriedCase = (Case & { readonly app: string; readonly granted: readonly Waiver[] }) | Skipped;

/**
 * Every case file (`*.json`) directly in a folder, in the order of their names, one at a time.
 * @param against the rulebook to compare with; null: that of each case
 * @throws InputError of the folder
 */
export async function* casesOfFolder(
  folder: string,
  limit: number,
  against: Rulebook | null,
  rules: readonly Rule[],
): AsyncGenerator<TriedCase> {
  let names: string[];
  try {
    names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  } catch (error) {
    throw unreadable(folder, error);
  }
  for (const name of names.slice(0, limit)) {
    try {
      const read = await readCaseFile(join(folder, name), rules);
      const app = read.facts.package.identity.packageName ?? read.facts.listing.app.packageName ?? name;
      yield { ...read, app, rulebook: against ?? read.rulebook, granted: [] };
    } catch (error) {
      if (!(error instanceof ShelfgateError)) throw error;
      yield { app: name, reason: error.message };
    }
  }
}

/**
 * The newest decided submission of every app of a store, page by page.
 * @param against the rulebook to compare with; null: the one that was in force for the store last
 * @param on the day of the trial, on which granted waivers are over or not
 * @returns the rulebook that was compared with
 * @throws InputError `unknown-store`; TransientError of the database
 */
export function casesOfStore(
  name: string,
  limit: number,
  against: Rulebook | null,
  on: string,
  env: Console['env'],
  add: (tried: TriedCase) => void,
): Promise<Rulebook> {
  return withDatabase(env, async (database) => {
    const store = await database.stores.findByName(name);
    if (store === null) {
      const text = { zh: `没有应用商店 ${name}`, en: `there is no store ${name}` };
      throw new InputError('unknown-store', text, '--store');
    }
    const rulebook = against ?? (await inForce(database, store));
    const granted = (await database.waivers.inForce(store.id, on)).map(waiverOf);
    const before = { ...rulebook, waivers: [...rulebook.waivers, ...granted] };
    for await (const page of newestOfEachApp(database.shelf, store.id, limit)) {
      const stored = await database.shelf.facts(page, INSPECTOR_VERSION);
      stored.forEach((facts, at) => {
        add(triedCase(page[at]!.app, facts, before, granted));
      });
    }
    return rulebook;
  });
}

/**
 * The rulebook of the store's newest decided run says best what is in force; a store without any has the built-in one. Waivers that
 * reviewers had granted then are left out: those of today hold.
 */
async function inForce(database: Database, store: Store): Promise<Rulebook> {
  const [newest] = await database.shelf.decided(store.id, 1, null);
  const records = newest === undefined ? null : await database.records.of(newest.id, newest.run);
  const kept = records === null ? await database.rulebooks.lastUsed(store.id) : await database.rulebooks.find(records.rulebook);
  const { rulebook } = kept ?? { rulebook: BUILT_IN };
  const granted = await database.waivers.idsAmong(rulebook.waivers.map(({ id }) => id));
  return { ...rulebook, waivers: rulebook.waivers.filter(({ id }) => !granted.has(id)) };
}

function triedCase(
  app: string,
  { package: facts, policy, listing, records }: StoredFacts,
  rulebook: Rulebook,
  granted: readonly Waiver[],
): TriedCase {
  if (facts === null || policy === null) {
    return { app, reason: `no ${facts === null ? 'package' : 'policy'} facts are kept` };
  }
  if (facts.schema !== 'package-facts/2') return { app, reason: `facts are ${String(facts.schema)}: inspect the package again` };
  return { app, facts: { package: facts, policy, listing, records: records ?? NO_RECORDS }, rulebook, granted };
}
