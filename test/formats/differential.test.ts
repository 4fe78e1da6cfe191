import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { knowledge } from '../../shared/knowledge/index.ts';
import { corpus, DEPENDENCY_APKS } from '../fixtures/packages.ts';
import { inspectFile } from '../fixtures/source.ts';
import { aaptBadging, apksignerCertificates, dexdump, isInstalled } from './judges.ts';

const packages = [...DEPENDENCY_APKS, ...corpus('apk')].map((path) => [basename(path), path] as const);

/** Skips with the reason in the name where a judge is missing. */
function judgedBy(tool: string, cases: () => void): void {
  if (isInstalled(tool)) describe(`judged by ${tool}`, cases);
  else describe.skip(`judged by ${tool} (not installed)`, cases);
}

judgedBy('aapt', () => {
  test.each(packages)('%s: identity, SDK levels, labels, permissions', async (_name, path) => {
    const judge = aaptBadging(path)!;
    expect(judge).not.toBeNull();
    const { facts } = await inspectFile(path);
    const { identity } = facts;
    expect(identity.packageName).toBe(judge.packageName);
    expect(String(identity.versionCode ?? '')).toBe(judge.versionCode);
    expect(identity.versionName ?? '').toBe(judge.versionName);
    // aapt prints what is declared; the facts are what the platform makes of it.
    expect(identity.minSdk).toBe(Number(judge.minSdk ?? 1));
    expect(identity.targetSdk).toBe(Number(judge.targetSdk ?? judge.minSdk ?? 1));
    if (judge.label) expect(identity.label.default).toBe(judge.label);
    if (judge.chineseLabel) expect(identity.label.zh).toBe(judge.chineseLabel);
    expect(facts.application.debuggable).toBe(judge.debuggable);
    expect(facts.launcher).toBe(judge.launcher ?? null);
    expect(facts.permissions.map(({ name }) => name)).toEqual(judge.permissions);
    for (const { name, maxSdkVersion } of facts.permissions) expect([name, maxSdkVersion]).toEqual([name, judge.maxSdk[name]]);
    // aapt knows the five oldest of what the platform adds.
    expect(facts.impliedPermissions.map(({ name }) => name)).toEqual(expect.arrayContaining(judge.implied));
    expect([...facts.features].sort()).toEqual(expect.arrayContaining([...new Set(judge.features)].sort()));
    const abis = new Set(facts.nativeLibraries.map(({ abi }) => abi));
    expect([...abis].sort()).toEqual([...new Set(judge.abis)].sort());
    expect(facts.gaps).toEqual([]);
  });
});

judgedBy('dexdump', () => {
  test.each(packages)('%s: versions, counts, and every call of an interesting API', async (_name, path) => {
    const [judge, { facts }] = await Promise.all([dexdump(path), inspectFile(path)]);
    // dexdump opens what the system loads, not what lies hidden elsewhere.
    const loaded = facts.code.dexFiles.filter(({ loading }) => loading === 'loaded');
    const hidden = facts.code.dexFiles.filter(({ loading }) => loading === 'hidden');
    expect(loaded.map(({ version, strings, methods, classes }) => ({ version, strings, methods, classes }))).toEqual(judge.files);
    // Uses of constants are partitioned by what they are given, and calls that name a subclass are counted with the method they mean.
    const { takers, reflection, permissionRequests } = knowledge.constants;
    const isPlain = (target: string) => !takers.has(target) && !reflection.has(target) && !permissionRequests.has(target);
    const uses = new Map(facts.code.apiUses.map((use) => [use.target, use]));
    for (const [target, count] of judge.calls) {
      if (!knowledge.apis.has(target) || !isPlain(target)) continue;
      const use = uses.get(target)!;
      const isHidden = (dex: string) => hidden.some(({ entry }) => entry === dex);
      const throughOthers = use.callers.filter(({ via, dex }) => via !== undefined || isHidden(dex)).length;
      if (use.count === use.callers.length) expect([target, use.count - throughOthers]).toEqual([target, count]);
      else expect(use.count).toBeGreaterThanOrEqual(count);
    }
    const classes = facts.code.packages.reduce((sum, each) => sum + each.classes, 0);
    expect(classes).toBe([...judge.files, ...hidden].reduce((sum, each) => sum + each.classes, 0));
  });
});

judgedBy('apksigner', () => {
  // Each call starts a Java machine, so the larger half of the corpus is left out.
  const few = packages.filter(([, path]) => DEPENDENCY_APKS.includes(path) || statSync(path).size < 500_000);
  test.each(few)('%s: certificates of the signers', async (_name, path) => {
    const judge = apksignerCertificates(path);
    const { facts } = await inspectFile(path);
    const { schemes, signers } = facts.signing;
    if (!judge) {
      expect(signers.filter(({ scheme }) => scheme === 'v1')).toEqual([]);
      return;
    }
    expect(schemes).toEqual(expect.arrayContaining(judge.schemes));
    const strongest = signers.filter(({ scheme }) => scheme === schemes[schemes.length - 1]);
    const of = (key: 'subject' | 'sha256' | 'sha1' | 'md5' | 'keyAlgorithm' | 'keyBits' | 'publicKeySha256') =>
      strongest.map(({ certificates }) => certificates[0]![key]);
    expect(of('sha256')).toEqual(judge.sha256);
    expect(of('sha1')).toEqual(judge.sha1);
    expect(of('md5')).toEqual(judge.md5);
    expect(of('publicKeySha256')).toEqual(judge.publicKeySha256);
    expect(of('keyAlgorithm')).toEqual(judge.keyAlgorithm);
    expect(of('keyBits')).toEqual(judge.keyBits);
    expect(of('subject')).toEqual(judge.subject);
  });
});
