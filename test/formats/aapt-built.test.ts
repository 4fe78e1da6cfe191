import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApk } from '../../services/cli/building/apk.ts';
import { buildResources, type ResourceLayout, type ResourceRecipe } from '../../services/cli/building/arsc.ts';
import { writeBinaryXml } from '../../services/cli/building/axml.ts';
import { ResourceTable } from '../../shared/inspection/binary/arsc.ts';
import { readBinaryXml } from '../../shared/inspection/binary/axml.ts';
import { Observations } from '../../shared/inspection/observations.ts';
import { aaptTree, aaptValues, escaped, treeLines } from './aapt-dumps.ts';
import { aaptBadging, isInstalled } from './judges.ts';

const judged = isInstalled('aapt') ? describe : describe.skip;
const RESOURCES: ResourceRecipe = {
  string: {
    app: { default: 'App', zh: '应用', 'zh-rCN': '应用程序', 'b+zh+Hant': '應用' },
    quoted: { default: 'a "b"\nc', 'en-land-xxhdpi-v26': 'across' },
    alias: { default: { reference: 0x7f010000 } },
  },
  bool: { yes: { default: true, night: false, sw600dp: false } },
  layout: { main: { default: 'res/main.xml' } },
  style: { Box: { default: { style: { 16843014: true }, parent: 0x7f040000 } } },
};
const LAYOUT = writeBinaryXml({
  name: 'LinearLayout',
  children: [
    {
      name: 'CheckBox',
      android: { checked: true, text: { reference: 0x7f010000 } },
      plain: { style: { reference: 0x7f040000 } },
    },
  ],
});
const FACTS = {
  packageName: 'com.example.app',
  versionCode: 7,
  versionName: '1.2',
  minSdk: 21,
  targetSdk: 28,
  permissions: ['android.permission.WRITE_EXTERNAL_STORAGE', { name: 'android.permission.CAMERA', maxSdk: 29 }],
};

judged(`aapt accepts what the builder writes${isInstalled('aapt') ? '' : ' (not installed)'}`, () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'built-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  // Compact entries and offsets of 16 bits are newer than aapt, which reads sparse ones but does not list them.
  test.each<ResourceLayout>(['dense', 'sparse'])('resources with %s entries, a manifest and a layout', async (layout) => {
    const path = join(folder, `${layout}.apk`);
    const resources = buildResources(FACTS.packageName, RESOURCES, layout);
    const entries = { 'resources.arsc': resources.bytes, 'res/main.xml': LAYOUT };
    const apk = buildApk({ ...FACTS, label: { default: 'x' }, entries });
    await writeFile(path, apk);
    expect(aaptBadging(path)).toMatchObject({
      packageName: 'com.example.app',
      versionCode: '7',
      label: 'App',
      chineseLabel: '应用程序',
      maxSdk: { 'android.permission.CAMERA': 29 },
      implied: ['android.permission.READ_EXTERNAL_STORAGE'],
    });
    expect(treeLines(readBinaryXml(LAYOUT, 'res/main.xml', new Observations()))).toEqual(aaptTree(path, 'res/main.xml'));
    const table = new ResourceTable(resources.bytes, new Observations());
    const values = aaptValues(path).filter(({ config }) => config === '(default)');
    const listed = layout === 'sparse' ? [] : ['string/app', 'string/quoted', 'string/alias', 'bool/yes', 'layout/main'];
    expect(values.map(({ name }) => name)).toEqual(listed);
    for (const { id, type, data, text } of values) {
      const found = table.lookup(id, 'default')!.value;
      expect([found.type, found.data, found.text === null ? null : escaped(found.text)]).toEqual([type, data, text]);
    }
  });
});
