import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, ShelfgateError } from '../../../shared/domain/errors.ts';
import type { PackageFacts } from '../../../shared/domain/facts/package.ts';
import { INSPECTOR_VERSION } from '../../../shared/inspection/index.ts';
import { newestOfEachApp } from '../../../shared/platform/database/newest-of-each-app.ts';
import type { Database } from '../../../shared/platform/database/repositories.ts';
import { readStoredPackage } from '../case-input.ts';
import { unreadable } from '../local-file.ts';

/** Facts of one app, or why they cannot be used. */
export type StoredApp =
  | { readonly app: string; readonly facts: PackageFacts }
  | { readonly app: string; readonly reason: string };

/** Stored facts, one app in memory at a time (of a database one page); may be gone through again and again. */
export type FactsSource = () => AsyncIterable<StoredApp>;

/**
 * Every file (`*.json`) directly in a folder, in the order of their names: cases as `review --facts-out` writes them, or facts as
 * `inspect --json` prints them.
 * @throws InputError of the folder, when it is gone through
 */
export function factsOfFolder(folder: string): FactsSource {
  return async function* () {
    let names: string[];
    try {
      names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
    } catch (error) {
      throw unreadable(folder, error);
    }
    for (const name of names) {
      try {
        const facts = await readStoredPackage(join(folder, name));
        yield { app: appOf(facts) ?? name, facts };
      } catch (error) {
        if (!(error instanceof ShelfgateError)) throw error;
        yield { app: name, reason: error.message };
      }
    }
  };
}

/** The newest decided submission of each app of one store or of all, page by page. @throws InputError `unknown-store`, when begun */
export function factsOfDatabase(database: Database, store: string | null): FactsSource {
  return async function* () {
    const stores = await database.stores.names();
    const wanted = stores.filter(({ name }) => store === null || name === store);
    if (store !== null && wanted.length === 0) {
      throw new InputError('unknown-store', { zh: `没有应用商店 ${store}`, en: `there is no store ${store}` }, '--store');
    }
    for (const { id } of wanted) {
      for await (const page of newestOfEachApp(database.shelf, id, Number.POSITIVE_INFINITY)) {
        const stored = await database.shelf.facts(page, INSPECTOR_VERSION);
        for (const [at, { package: facts }] of stored.entries()) {
          const { app } = page[at]!;
          if (facts === null) yield { app, reason: 'no package facts are kept' };
          else if (facts.schema !== 'package-facts/2') {
            yield { app, reason: `facts are ${String(facts.schema)}: inspect the package again` };
          } else yield { app: appOf(facts) ?? app, facts };
        }
      }
    }
  };
}

/** An app has the same name on several platforms, and is another app on each. */
function appOf({ platform, identity: { packageName } }: PackageFacts): string | null {
  return packageName === null ? null : `${platform ?? '?'} ${packageName}`;
}
