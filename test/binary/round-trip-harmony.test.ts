import fc from 'fast-check';
import { buildHap, moduleJson } from '../fixtures/hap.ts';
import { buildRpk, rpkManifest } from '../fixtures/rpk.ts';
import { inspectBytes } from '../fixtures/source.ts';

/** What packages of HarmonyOS and quick apps declare comes back as it was written. */

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const dotted = fc.array(word, { minLength: 2, maxLength: 4 }).map((parts) => parts.join('.'));
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((value) => !/[\0$]/.test(value));
const permission = fc.record({ name: dotted.map((name) => `ohos.permission.${name}`) });
const ability = fc.record({ name: word, exported: fc.boolean() });

test('HAP: identity, permissions, abilities, text of the index in both of its layouts', async () => {
  const recipe = fc.record({
    bundleName: dotted,
    versionName: fc.stringMatching(/^[0-9][0-9.a-z]{0,9}$/),
    versionCode: fc.nat(0x7fffffff),
    permissions: fc.uniqueArray(permission, { selector: ({ name }) => name, maxLength: 8 }),
    abilities: fc.uniqueArray(ability, { selector: ({ name }) => name, minLength: 1, maxLength: 6 }),
    label: text,
    chinese: text,
    layout: fc.constantFrom(1 as const, 2 as const),
  });
  await fc.assert(
    fc.asyncProperty(recipe, async ({ bundleName, versionName, versionCode, permissions, abilities, label, chinese, layout }) => {
      const named = (value: string) => ({ id: 0x1000000, type: 'string' as const, name: 'app_name', value });
      const facts = await inspectBytes(
        buildHap({
          module: moduleJson(
            { bundleName, versionName, versionCode, label: '$string:app_name' },
            { abilities, requestPermissions: permissions },
          ),
          index: {
            layout,
            directories: [{ values: [named(label)] }, { language: 'zh', region: 'CN', values: [named(chinese)] }],
          },
        }),
      );
      expect(facts.gaps).toEqual([]);
      expect(facts.format).toBe('hap');
      expect(facts.identity).toMatchObject({
        packageName: bundleName,
        versionName,
        versionCode,
        label: { default: label, zh: chinese },
      });
      expect(facts.permissions.map(({ name }) => name)).toEqual(permissions.map(({ name }) => name));
      const found = facts.components.filter(({ kind }) => kind === 'ability');
      expect(found.map(({ name, exported }) => ({ name, exported }))).toEqual(abilities);
    }),
    { numRuns: 100 },
  );
});

test('RPK: identity, features and pages', async () => {
  const recipe = fc.record({
    package: dotted,
    name: text,
    versionName: fc.stringMatching(/^[0-9][0-9.]{0,9}$/),
    versionCode: fc.nat(0x7fffffff),
    minPlatformVersion: fc.integer({ min: 1000, max: 2000 }),
    features: fc.uniqueArray(word, { maxLength: 6 }).map((names) => names.map((name) => ({ name: `system.${name}` }))),
  });
  await fc.assert(
    fc.asyncProperty(recipe, async (given) => {
      const facts = await inspectBytes(buildRpk({ manifest: rpkManifest(given), files: { 'app.js': 'console.log(1)' } }));
      expect(facts.format).toBe('rpk');
      expect(facts.identity).toMatchObject({
        packageName: given.package,
        versionName: given.versionName,
        versionCode: given.versionCode,
      });
      expect(facts.quickApp?.minPlatformVersion).toBe(given.minPlatformVersion);
      expect(facts.quickApp?.features).toEqual(given.features.map(({ name }) => name));
    }),
    { numRuns: 100 },
  );
});
