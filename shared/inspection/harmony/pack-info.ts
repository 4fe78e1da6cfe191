import { flagOf, integerOf, objectOf, objectsOf, textOf } from '../json/fields.ts';
import type { JsonObject } from '../json/read-json.ts';
import { LIMITS } from '../limits.ts';

/** `pack.info` of a HAP or an App Pack: what the store is told of the modules (OpenHarmony, "Packing tool", `pack.info`). */
export interface PackInfo {
  readonly bundleName: string | null;
  readonly versionCode: number | null;
  readonly versionName: string | null;
  readonly modules: readonly {
    readonly name: string | null;
    readonly type: string | null;
    readonly deliveryWithInstall: boolean | null;
  }[];
  /** File names without `.hap`, and what they are. */
  readonly packages: readonly {
    readonly name: string;
    readonly type: string | null;
    readonly deliveryWithInstall: boolean | null;
  }[];
}

/** Reads `pack.info`; what is not there is null. */
export function readPackInfo(root: JsonObject): PackInfo {
  const summary = objectOf(root, 'summary');
  const app = objectOf(summary, 'app');
  const version = objectOf(app, 'version');
  return {
    bundleName: textOf(app, 'bundleName'),
    versionCode: integerOf(version, 'code'),
    versionName: textOf(version, 'name'),
    modules: objectsOf(summary, 'modules')
      .slice(0, LIMITS.parts)
      .map(({ item }) => {
        const distro = objectOf(item, 'distro');
        return {
          name: textOf(distro, 'moduleName'),
          type: textOf(distro, 'moduleType'),
          deliveryWithInstall: flagOf(distro, 'deliveryWithInstall'),
        };
      }),
    packages: objectsOf(root, 'packages')
      .slice(0, LIMITS.parts)
      .flatMap(({ item }) => {
        const name = textOf(item, 'name');
        return name === null
          ? []
          : [{ name, type: textOf(item, 'moduleType'), deliveryWithInstall: flagOf(item, 'deliveryWithInstall') }];
      }),
  };
}
