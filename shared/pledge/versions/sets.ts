import { declaredPermissions } from '../../checks/permissions.ts';
import { signingCertificates } from '../../checks/signers.ts';
import type { Component, ComponentKind, PackageFacts } from '../../domain/facts/package.ts';
import { COMPARED_COMPONENTS, type ComparedComponent, type SetDifference } from '../../domain/review/version-comparison.ts';
import { findPermission } from '../../knowledge/permissions.ts';
import type { Knowledge } from '../../knowledge/types.ts';

/** Names of each kind that are listed: beyond it nobody reads, and a hostile manifest has hundreds of thousands. */
const MOST = 1_000;
/** Longer names are cut; a name of a megabyte says no more than its beginning. */
const LONGEST = 300;

/** Kinds of permissions that open personal information. */
const DANGEROUS: ReadonlySet<string> = new Set(['dangerous', 'dangerous-family', 'dangerous-vendor', 'special']);

/** Collects nothing, and every app needs it since Android 13. */
const NOTIFICATIONS = 'android.permission.POST_NOTIFICATIONS';

const KIND: Readonly<Partial<Record<ComponentKind, ComparedComponent>>> = {
  activity: 'activity',
  'activity-alias': 'activity',
  service: 'service',
  receiver: 'receiver',
  provider: 'provider',
};

/** What is in one of two lists, each name once and in order. */
export function difference(before: readonly string[], after: readonly string[]): SetDifference {
  const [left, right] = [new Set(before.map(cut)), new Set(after.map(cut))];
  const added = [...right].filter((name) => !left.has(name)).sort();
  const removed = [...left].filter((name) => !right.has(name)).sort();
  const kept = [...right].filter((name) => left.has(name)).sort();
  const omitted = [added, removed, kept].reduce((sum, { length }) => sum + Math.max(0, length - MOST), 0);
  return { added: added.slice(0, MOST), removed: removed.slice(0, MOST), kept: kept.slice(0, MOST), omitted };
}

const cut = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name);

export function comparePermissions(before: PackageFacts, after: PackageFacts): SetDifference {
  const names = (facts: PackageFacts) => declaredPermissions(facts).map(({ name }) => name);
  return difference(names(before), names(after));
}

/** Of the permissions that a comparison names, those to look at first. */
export function dangerousOf({ added, removed, kept }: SetDifference, knowledge: Knowledge): string[] {
  return [...added, ...removed, ...kept]
    .filter((name) => name !== NOTIFICATIONS && DANGEROUS.has(findPermission(knowledge, name)?.kind ?? ''))
    .sort();
}

export function compareComponents(before: PackageFacts, after: PackageFacts): Record<ComparedComponent, SetDifference> {
  const named = (facts: PackageFacts, wanted: ComparedComponent) =>
    facts.components.filter(({ kind }) => (KIND[kind] ?? 'other') === wanted).map(describe);
  return Object.fromEntries(
    COMPARED_COMPONENTS.map((kind) => [kind, difference(named(before, kind), named(after, kind))]),
  ) as Record<ComparedComponent, SetDifference>;
}

/** A component that others may start is another one than the same class that nobody can. */
function describe({ name, exported, permission, enabled }: Component): string {
  const marks = [
    ...(exported ? ['exported'] : []),
    ...(exported && permission !== undefined ? [`permission=${permission}`] : []),
    ...(enabled ? [] : ['disabled']),
  ];
  return marks.length === 0 ? name : `${name} (${marks.join(', ')})`;
}

/** Null where one side's certificates are not known: a bundle's is that of the upload, and half a signature says nothing. */
export function compareSigners(before: PackageFacts, after: PackageFacts): SetDifference | null {
  const digests = (facts: PackageFacts) => signingCertificates(facts).map(({ sha256 }) => sha256);
  const [left, right] = [digests(before), digests(after)];
  return left.length === 0 || right.length === 0 ? null : difference(left, right);
}
