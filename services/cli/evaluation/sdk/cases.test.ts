import { existsSync } from 'node:fs';
import { knowledge } from '../../../../shared/knowledge/index.ts';
import { readArchiveList } from './archive-list.ts';
import { casesOf } from './cases.ts';
import { readRealPackages } from './real-packages.ts';

const list = readArchiveList();
const ids = new Set(knowledge.sdks.map(({ id }) => id));

test('every label names an SDK that the knowledge has', () => {
  const labels = list.archives.flatMap(({ holds }) => holds.map(({ id }) => id));
  const real = readRealPackages('nowhere', 'nowhere').flatMap(({ truth }) => truth.holds.map(({ id }) => id));
  expect([...labels, ...real].filter((id) => !ids.has(id))).toEqual([]);
});

test('no archive is listed twice, and all archives that hold an SDK have the same use', () => {
  const files = list.archives.map(({ integrity, path }) => `${integrity} ${path}`);
  expect(new Set(files).size).toBe(files.length);
  const uses = new Map<string, Set<string>>();
  for (const { holds, use } of list.archives) {
    for (const { id, entry } of holds) if (entry.length > 0) uses.set(id, (uses.get(id) ?? new Set()).add(use));
  }
  expect([...uses].filter(([, both]) => both.size > 1)).toEqual([]);
});

test('an app of several archives holds no SDK twice, and a shrunk one only what the app comes to', () => {
  for (const { archives, way, truth } of casesOf(list)) {
    const held = archives.flatMap(({ holds }) => holds);
    if (archives.length > 1) expect(new Set(held.map(({ id }) => id)).size).toBe(held.length);
    const entries = new Set(
      held.flatMap(({ id, entry }) => (entry.length > 0 || way === 'plain' || way === 'renamed' ? id : [])),
    );
    expect(truth.holds.map(({ id }) => id).sort()).toEqual([...entries].sort());
  }
});

test('a package that this machine does not have is none', () => {
  const packages = readRealPackages('nowhere', 'nowhere');
  expect(packages.length).toBeGreaterThan(30);
  expect(packages.filter((one) => one.read() !== null)).toEqual([]);
  expect(existsSync('nowhere')).toBe(false);
});
