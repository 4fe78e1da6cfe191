import { NEUTRAL_PACKAGE } from '../../test/rules/support/facts.ts';
import type { ApiUse, CallPath, CodeFacts, PackageFacts } from '../domain/facts/package.ts';
import { knowledge } from '../knowledge/index.ts';
import { callEvidence, callNames, namesOf, ownersOf } from './callers.ts';

const step = (name: string) => ({ class: name, method: 'run', offset: 1, link: 'call' as const });
const path: CallPath = { entry: 1, steps: [step('a.App'), step('a.Sdk')], guard: null };
const code: CodeFacts = {
  ...{ dexFiles: [], packages: [], apiUses: [], dynamicLoading: [], hosts: [] },
  entryPoints: [
    { kind: 'provider', class: 'a.Provider', reaches: 1 },
    { kind: 'application', class: 'a.App', reaches: 2 },
  ],
};
const facts: PackageFacts = { ...NEUTRAL_PACKAGE, code };
const owner = { kind: 'unknown', sdk: null } as const;
const site = { class: 'a.Sdk', method: 'run', offset: 8, dex: 'classes.dex' };
const use: ApiUse = { target: 'La/B;->c', apis: [], permissions: [], piTypes: [], count: 2, callers: [] };
const caller = { class: 'a.Sdk', method: 'run', offset: 8 };

test('a call that an entry point reaches says from which and past which test', () => {
  const guard = { kind: 'preference', name: 'agreed', class: 'a.App', method: 'run', offset: 3, named: true } as const;
  const callers = [
    { ...site, paths: [path] },
    { ...site, paths: [{ ...path, guard }] },
  ];
  const reachedFrom = { kind: 'application', class: 'a.App', steps: 1, guard: null, path: [step('a.App'), step('a.Sdk')] };
  expect(callEvidence({ ...use, callers }, facts, knowledge)).toEqual([
    { type: 'code', target: use.target, caller, count: 2, reachedFrom, owner },
    { type: 'code', target: use.target, caller, count: 2, reachedFrom: { ...reachedFrom, guard: 'agreed' }, owner },
  ]);
});

test('without a path, or with one to an entry point that is not there, nothing is claimed', () => {
  const callers = [site, { ...site, paths: [{ ...path, entry: 7 }] }];
  const plain = { type: 'code', target: use.target, caller, count: 2, owner };
  expect(callEvidence({ ...use, callers }, facts, knowledge)).toEqual([plain, plain]);
  expect(callEvidence(use, facts, knowledge)).toEqual([{ type: 'code', target: use.target, count: 2 }]);
});

test('a general API is told with the constant that makes it one of interest', () => {
  const constant = 'content://com.android.contacts';
  const target = 'Landroid/content/ContentResolver;->query';
  expect(callEvidence({ ...use, target, constant, callers: [site] }, facts, knowledge)).toEqual([
    { type: 'code', target, constant, caller, count: 2, owner },
  ]);
  expect(callEvidence({ ...use, target, constant }, facts, knowledge)).toEqual([{ type: 'code', target, constant, count: 2 }]);
});

test('who calls, and what, in words', () => {
  const callers = [site, { ...site, class: 'com.example.app.Main' }, { ...site, class: 'com.umeng.commonsdk.UMConfigure' }];
  const { zh } = namesOf(ownersOf([{ ...use, callers }], facts, knowledge));
  for (const name of ['应用自身代码', '未能识别归属的代码', '友盟']) expect(zh).toContain(name);
  expect(namesOf(ownersOf([use], facts, knowledge)).en).toBe('unknown callers');
  const names = callNames([use, use, { ...use, target: 'Landroid/net/Uri;->parse', constant: 'content://sms' }]);
  expect(names).toEqual({ zh: 'B.c、Uri.parse(content://sms)', en: 'B.c, Uri.parse(content://sms)' });
});
