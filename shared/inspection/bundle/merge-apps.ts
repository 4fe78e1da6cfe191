import type { AppFacts } from '../android/app.ts';
import { impliedPermissions } from '../android/implied-permissions.ts';
import { LIMITS } from '../limits.ts';

/** What one feature module or split declares. */
export interface FeatureApp {
  readonly module: string;
  readonly app: AppFacts;
}

/**
 * What an app declares with all of its features installed. The base speaks for the app: identity, application and launcher are its own, and
 * what it declares itself (build tools copy features' components into it) is not said again. What only a feature declares carries its name.
 */
export function mergeApps(base: AppFacts, features: readonly FeatureApp[]): AppFacts {
  const all = [base, ...features.map(({ app }) => app)];
  const facts = all.map((app) => app.facts);
  const tagged = <T extends object>(pick: (app: AppFacts) => readonly T[], most: number, key: (item: T) => string): T[] =>
    distinct(
      [...pick(base), ...features.flatMap(({ module, app }) => pick(app).map((item) => ({ ...item, module })))],
      key,
    ).slice(0, most);
  const permissions = tagged(
    (app) => app.facts.permissions,
    LIMITS.permissions,
    ({ element, name, maxSdkVersion }) => `${element} ${name} ${maxSdkVersion}`,
  );
  return {
    ...base,
    hasCode: all.some(({ hasCode }) => hasCode),
    declaredClasses: [...new Set(all.flatMap(({ declaredClasses }) => declaredClasses))],
    facts: {
      ...base.facts,
      permissions,
      impliedPermissions: impliedPermissions(permissions, base.facts.identity.targetSdk),
      components: tagged(
        (app) => app.facts.components,
        LIMITS.components,
        ({ kind, name }) => `${kind} ${name}`,
      ),
      definedPermissions: withOthers(
        facts,
        (each) => each.definedPermissions,
        ({ name }) => name,
      ),
      features: withOthers(facts, (each) => each.features),
      queries: {
        packages: withOthers(facts, ({ queries }) => queries.packages),
        intents: facts.reduce((sum, { queries }) => sum + queries.intents, 0),
        providers: withOthers(facts, ({ queries }) => queries.providers),
      },
      launcher: facts.map(({ launcher }) => launcher).find((launcher) => launcher !== null) ?? null,
    },
  };
}

/** The first of all items with one key. Repetitions within one manifest are facts of it and stay. */
function distinct<T extends object>(items: readonly T[], key: (item: T) => string): T[] {
  const owner = new Map<string, unknown>();
  return items.filter((item) => {
    const name = key(item);
    const module = 'module' in item ? item.module : undefined;
    if (!owner.has(name)) owner.set(name, module);
    return owner.get(name) === module;
  });
}

/** What the base has, as it has it, and what only others have, once. */
function withOthers<T>(
  [base, ...others]: readonly AppFacts['facts'][],
  pick: (facts: AppFacts['facts']) => readonly T[],
  key: (item: T) => unknown = (item) => item,
): T[] {
  const seen = new Set(pick(base!).map(key));
  const added = others.flatMap(pick).filter((item) => !seen.has(key(item)) && seen.add(key(item)));
  return [...pick(base!), ...added].slice(0, LIMITS.permissions);
}
