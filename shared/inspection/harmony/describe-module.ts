import type { Module } from '../../domain/facts/contents.ts';
import type { HarmonyModule } from './read-module.ts';

const KINDS: ReadonlyMap<string, Module['kind']> = new Map([
  ['entry', 'entry'],
  ['feature', 'feature'],
  ['shared', 'shared'],
  ['har', 'har'],
]);

/**
 * A HAP or HSP as a part of the package; what its own declaration leaves out is taken from `pack.info` of the App Pack.
 * @param signers SHA-256 of its own signing certificates
 */
export function describeModule(
  { declaration, entry, packInfo }: HarmonyModule,
  bytes: number | null,
  signers: readonly string[],
  outer: HarmonyModule['packInfo'] = packInfo,
): Module {
  const name = declaration?.moduleName ?? null;
  const listed = outer?.modules.find((module) => module.name === name && name !== null);
  const filed = outer?.packages.find((each) => `${each.name}.hap` === entry || `${each.name}.hsp` === entry);
  const withInstall = declaration?.deliveryWithInstall ?? filed?.deliveryWithInstall ?? listed?.deliveryWithInstall ?? null;
  const type = declaration?.moduleType ?? filed?.type ?? listed?.type ?? '';
  return {
    name: name ?? entry.replace(/\.\w+$/, ''),
    kind: KINDS.get(type) ?? (/\.hsp$/i.test(entry) ? 'shared' : 'feature'),
    entry,
    bytes,
    delivery: withInstall === null ? null : withInstall ? 'install-time' : 'on-demand',
    versionCode: declaration?.versionCode ?? null,
    signers,
  };
}
