import { ProtoMessage } from '../binary/protobuf.ts';

/** What `BundleConfig.pb` says that matters to a reader (`BundleConfig`, bundletool's config.proto). */
export interface BundleConfig {
  /** Version of bundletool that built the bundle; null where it does not say. */
  readonly version: string | null;
  /** `asset-only` bundles have no base, `apex` bundles are parts of the system and no apps. */
  readonly type: 'regular' | 'apex' | 'asset-only';
}

const TYPES = ['regular', 'apex', 'asset-only'] as const;

/** @throws BrokenBytes `protobuf-…` */
export function readBundleConfig(bytes: Buffer): BundleConfig {
  const message = ProtoMessage.of(bytes, 'BundleConfig.pb');
  let version: string | null = null;
  let type: BundleConfig['type'] = 'regular';
  while (message.next()) {
    if (message.field === 1) version = readVersion(message.message());
    else if (message.field === 8) type = TYPES[message.uint32()] ?? 'regular';
  }
  return { version, type };
}

function readVersion(bundletool: ProtoMessage): string | null {
  let version: string | null = null;
  while (bundletool.next()) if (bundletool.field === 2) version = bundletool.text();
  return version;
}
