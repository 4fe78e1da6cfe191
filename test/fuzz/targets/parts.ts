import { buildApk } from '../../../services/cli/building/apk.ts';
import { buildResources } from '../../../services/cli/building/arsc.ts';
import { writeBinaryXml } from '../../../services/cli/building/axml.ts';
import { buildDex } from '../../../services/cli/building/dex.ts';
import { manifestTree } from '../../../services/cli/building/manifest.ts';
import type { Target } from '../engine/target.ts';
import { changeChunks } from '../mutate/chunks.ts';
import { readEntries } from '../mutate/zip.ts';
import { realParts } from '../seeds.ts';
import { packageAround, partTarget } from './package-target.ts';

/** A small app that uses a bit of everything, as the surroundings of the part that is searched. */
const SAMPLE = buildApk({
  packageName: 'com.example.app',
  label: { default: 'Sample', 'zh-rCN': '示例' },
  targetSdk: 30,
  permissions: ['android.permission.CAMERA', { name: 'android.permission.READ_PHONE_STATE', maxSdk: 28 }],
  components: [
    {
      kind: 'activity',
      name: '.Main',
      intentFilters: [{ actions: ['android.intent.action.MAIN'], categories: ['android.intent.category.LAUNCHER'] }],
    },
    { kind: 'provider', name: '.Provider', metaData: { key: 'value' } },
  ],
  resources: { bool: { flag: { default: true } } },
  classes: [
    {
      name: 'com.example.app.Main',
      methods: [
        {
          name: 'onCreate',
          calls: ['Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;'],
          strings: ['https://api.example.com/v1'],
        },
      ],
    },
  ],
});
export const SAMPLE_PARTS: Readonly<Record<string, Buffer>> = Object.fromEntries(
  readEntries(SAMPLE)!.map(({ name, data }) => [name, Buffer.from(data)]),
);

const manifest = partTarget({
  name: 'manifest',
  wrap: packageAround('AndroidManifest.xml', {
    'resources.arsc': SAMPLE_PARTS['resources.arsc']!,
    'classes.dex': SAMPLE_PARTS['classes.dex']!,
  }),
  async seeds() {
    const tree = manifestTree({ packageName: 'com.example', permissions: ['android.permission.CAMERA'], debuggable: true });
    const built = [{ utf8: true }, { stripNames: true }, { strangeChunk: true }].map((lies) => writeBinaryXml(tree, lies));
    return [SAMPLE_PARTS['AndroidManifest.xml']!, ...built, ...(await realParts(/^AndroidManifest\.xml$/))];
  },
  mutators: [changeChunks],
  tokens: ['manifest', 'application', 'uses-permission', 'queries', 'intent-filter', 'meta-data', 'android:name'],
});

const resources = partTarget({
  name: 'resources',
  wrap: packageAround('resources.arsc', { 'AndroidManifest.xml': SAMPLE_PARTS['AndroidManifest.xml']! }),
  async seeds() {
    const recipe = { string: { app_name: { default: 'A', 'zh-rCN': '甲', en: 'B' } }, bool: { on: { default: true } } };
    const built = (['dense', 'sparse', 'offset16', 'compact'] as const).map(
      (layout) => buildResources('com.example', recipe, layout).bytes,
    );
    return [SAMPLE_PARTS['resources.arsc']!, ...built, ...(await realParts(/^resources\.arsc$/, { most: 5 }))];
  },
  mutators: [changeChunks],
});

const dex = partTarget({
  name: 'dex',
  wrap: packageAround('classes.dex', { 'AndroidManifest.xml': SAMPLE_PARTS['AndroidManifest.xml']! }),
  async seeds() {
    const fields = ['1.2.3', undefined, 'a telling string'].map((value, i) => ({ name: `F${i}`, type: 'I', flags: 0x8, value }));
    const methods = [{ name: 'run', calls: ['La/B;->go()V'], payload: Buffer.from('abc') }];
    const built = buildDex([{ name: 'a.A', fields, methods }]);
    return [SAMPLE_PARTS['classes.dex']!, built, ...(await realParts(/\.dex$/, { most: 6, largest: 40 << 10 }))];
  },
  tokens: ['dex\n035\0', 'dex\n039\0', 'dex\n041\0', 'cdex001\0', 'Landroid/app/Activity;', 'Ljava/lang/Runnable;'],
});

const SCREEN = buildResources('com.example.app', {
  id: { agree: { default: false } },
  string: {
    agree: { default: 'I agree to the Privacy Policy', 'zh-rCN': '我已阅读并同意《隐私政策》' },
    go: { default: '登录' },
  },
  layout: { login: { default: 'res/login.xml' } },
  style: { box: { default: { style: { 16843014: true } } } },
});
const reference = (type: string, name: string) => ({ reference: SCREEN.id(type, name) });

const layout = partTarget({
  name: 'layout',
  wrap: packageAround('res/login.xml', {
    'AndroidManifest.xml': SAMPLE_PARTS['AndroidManifest.xml']!,
    'resources.arsc': SCREEN.bytes,
  }),
  async seeds() {
    const box = {
      name: 'CheckBox',
      android: { id: reference('id', 'agree'), checked: true },
      plain: { style: reference('style', 'box') },
    };
    const text = { name: 'TextView', android: { text: reference('string', 'agree') } };
    const button = { name: 'Button', android: { text: reference('string', 'go') } };
    const page = writeBinaryXml({
      name: 'LinearLayout',
      children: [box, text, button, { name: 'include', plain: { layout: reference('layout', 'login') } }],
    });
    return [page, ...(await realParts(/^res\/layout[^/]*\/[^/]+\.xml$/, { most: 8 }))];
  },
  mutators: [changeChunks],
  tokens: ['CheckBox', 'TextView', 'Button', 'include', 'merge', 'ViewStub'],
  largest: 48 << 10,
});

export const PARTS: readonly Target[] = [manifest, resources, layout, dex];
