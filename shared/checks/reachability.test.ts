import type { ApiUse, CodeFacts, PathLink } from '../domain/facts/code.ts';
import { AT_START, arrivals, canReturn, mayRun, runsByItself, usesByType } from './reachability.ts';

const path = (entry: number, ...links: PathLink[]) => ({
  entry,
  steps: links.map((link) => ({ class: 'a.B', method: 'c', offset: 1, link })),
  guard: null,
});
const site = { class: 'a.B', method: 'c', offset: 1, dex: 'classes.dex' };
const use: ApiUse = {
  ...{ target: 'La/B;->c', apis: [], permissions: [], piTypes: ['device.imei'], count: 2 },
  callers: [{ ...site, paths: [path(0, 'call'), path(1, 'call'), path(9, 'call')] }, site],
};
const code: CodeFacts = {
  ...{ dexFiles: [], packages: [], apiUses: [use, { ...use, piTypes: ['device.imei', 'device.imsi'] }] },
  ...{ dynamicLoading: [], hosts: [] },
  entryPoints: [
    { kind: 'application', class: 'a.App', reaches: 1 },
    { kind: 'service', class: 'a.Service', reaches: 1 },
  ],
};

test('arrivals are the ways from entry points of the kinds asked for; one that is not there is none', () => {
  expect(arrivals(use, code, AT_START).map(({ entry }) => entry.class)).toEqual(['a.App']);
  expect(arrivals(use, { ...code, entryPoints: undefined } as unknown as CodeFacts, AT_START)).toEqual([]);
});

test('a call runs by itself unless a callback or another component stands between', () => {
  expect(runsByItself(path(0, 'call', 'hand-off', 'class-initialiser'))).toBe(true);
  expect(runsByItself(path(0, 'call', 'callback'))).toBe(false);
  expect(runsByItself(path(0, 'start', 'call'))).toBe(false);
});

test('a call returns something where one of its permissions is declared, or none is truly needed', () => {
  const guarded = { ...use, permissions: ['android.permission.READ_PHONE_STATE'] };
  expect(canReturn(use, new Set())).toBe(true);
  expect(canReturn(guarded, new Set())).toBe(false);
  expect(canReturn(guarded, new Set(guarded.permissions))).toBe(true);
  expect(canReturn({ ...use, permissions: ['android.permission.QUERY_ALL_PACKAGES'] }, new Set())).toBe(true);
});

test('without a call graph a call may run', () => {
  expect([mayRun(use), mayRun({ ...use, reachable: 0 }), mayRun({ ...use, reachable: 1 })]).toEqual([true, false, true]);
});

test('calls by what they give away, computed once', () => {
  expect(usesByType(code).get('device.imei')).toHaveLength(2);
  expect(usesByType(code).get('device.imsi')).toHaveLength(1);
  expect(usesByType(code)).toBe(usesByType(code));
});
