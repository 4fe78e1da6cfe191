import type { PackageFacts } from '../domain/facts/package.ts';
import type { Knowledge, ScriptApi } from '../knowledge/types.ts';

/** A call whose name stands in a script, with what it would give away. */
export interface ScriptCall {
  /** As facts name it: `@ohos.geoLocationManager.getCurrentLocation`, `uni.getLocation`. */
  readonly name: string;
  readonly entry: string;
  readonly piTypes: readonly string[];
  readonly permissions: readonly string[];
}

type Known = ScriptApi['calls'][number];

const indexes = new WeakMap<readonly ScriptApi[], ReadonlyMap<string, Known>>();

/** Known calls by the names that facts use: the first name of the module and the call's own, or the call alone where it is global. */
function indexOf(apis: readonly ScriptApi[]): ReadonlyMap<string, Known> {
  const known = indexes.get(apis);
  if (known !== undefined) return known;
  const index = new Map(
    apis.flatMap(({ modules: [module], calls }) =>
      calls.flatMap((call) => call.names.map((name) => [module === undefined ? name : `${module}.${name}`, call] as const)),
    ),
  );
  indexes.set(apis, index);
  return index;
}

/** Known calls named in the scripts of a package: text found, not calls proven. */
export function scriptCalls({ scripts }: PackageFacts, { scriptApis }: Knowledge): ScriptCall[] {
  const index = indexOf(scriptApis);
  return scripts.flatMap(({ entry, apis }) =>
    apis.flatMap((name): ScriptCall[] => {
      const known = index.get(name);
      return known === undefined ? [] : [{ name, entry, piTypes: known.piTypes, permissions: known.permissions }];
    }),
  );
}
