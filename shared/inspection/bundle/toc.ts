import { ProtoMessage } from '../binary/protobuf.ts';
import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';

/** An APK of a set that bundletool built, as its table of contents describes it (`ApkDescription`, bundletool's commands.proto). */
export interface TocApk {
  /** Entry of the set. */
  readonly path: string;
  readonly kind: 'split' | 'standalone' | 'instant' | 'asset-pack' | 'other';
  readonly module: string;
  /** As facts name it; null where not said. */
  readonly delivery: string | null;
}

/** APKs that are for one group of devices; a device takes those of the variant with the highest number that suits it. */
export interface TocVariant {
  readonly number: number;
  readonly apks: readonly TocApk[];
}

/** `toc.pb` (`BuildApksResult`). */
export interface Toc {
  readonly packageName: string | null;
  readonly variants: readonly TocVariant[];
  /** Slices of asset packs, which belong to all variants. */
  readonly assets: readonly TocApk[];
}

const DELIVERIES: readonly (string | null)[] = [null, 'install-time', 'on-demand', 'fast-follow'];
/** Field of `apk_metadata_oneof_value`. */
const KINDS: Readonly<Record<number, TocApk['kind']>> = {
  3: 'split',
  4: 'standalone',
  5: 'instant',
  6: 'standalone',
  7: 'asset-pack',
};

/** @throws BrokenBytes `protobuf-…`, `toc-too-large` */
export function readToc(bytes: Buffer): Toc {
  const message = ProtoMessage.of(bytes, 'toc.pb');
  const budget = { left: LIMITS.tocApks };
  let packageName: string | null = null;
  const variants: TocVariant[] = [];
  const assets: TocApk[] = [];
  while (message.next()) {
    if (message.field === 1) variants.push(readVariant(message.message(), budget));
    else if (message.field === 3) assets.push(...readApkSet(message.message(), ASSET_FIELDS, budget));
    else if (message.field === 4) packageName = message.text();
  }
  return { packageName, variants, assets };
}

function readVariant(message: ProtoMessage, budget: { left: number }): TocVariant {
  let number = 0;
  const apks: TocApk[] = [];
  while (message.next()) {
    if (message.field === 2) apks.push(...readApkSet(message.message(), MODULE_FIELDS, budget));
    else if (message.field === 3) number = message.uint32();
  }
  return { number, apks };
}

/** Where the metadata of a set has the delivery: `ModuleMetadata` and `AssetModuleMetadata`. */
const MODULE_FIELDS = { delivery: 6 } as const;
const ASSET_FIELDS = { delivery: 4 } as const;

/** `ApkSet` and `AssetSliceSet`: the module, then its APKs. */
function readApkSet(message: ProtoMessage, fields: { readonly delivery: number }, budget: { left: number }): TocApk[] {
  let module = '';
  let delivery: string | null = null;
  const apks: Pick<TocApk, 'path' | 'kind'>[] = [];
  while (message.next()) {
    if (message.field === 1) {
      const metadata = message.message();
      while (metadata.next()) {
        if (metadata.field === 1) module = metadata.text();
        else if (metadata.field === fields.delivery) delivery = DELIVERIES[metadata.uint32()] ?? null;
      }
    } else if (message.field === 2) {
      if (--budget.left < 0) {
        const what = { zh: '列出的 APK 过多', en: 'too many APKs are listed' };
        throw new BrokenBytes('toc-too-large', 'toc.pb', message.start, what);
      }
      apks.push(readApk(message.message()));
    }
  }
  return apks.map((apk) => ({ ...apk, module, delivery }));
}

function readApk(message: ProtoMessage): Pick<TocApk, 'path' | 'kind'> {
  let path = '';
  let kind: TocApk['kind'] = 'other';
  while (message.next()) {
    if (message.field === 2) path = message.text();
    else kind = KINDS[message.field] ?? kind;
  }
  return { path, kind };
}
