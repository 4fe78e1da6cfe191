import { z } from 'zod';
import type { Judged } from '../../../shared/pledge/index.ts';
import { listingFacts, packageFacts, policyFacts, recordFacts } from './facts.ts';
import type { Plain } from './overlay.ts';

const A = 'android.permission.';

/** An app that keeps to the law, in short: what is the same for most apps is made of its name and permissions. */
export const honestAppSchema = z.strictObject({
  what: z.string().min(5),
  platform: z.enum(['android', 'harmony', 'quick-app']).default('android'),
  app: z.strictObject({
    name: z.string(),
    package: z.string(),
    category: z.number(),
    operator: z.string(),
    individual: z.boolean().default(false),
  }),
  permissions: z.array(z.union([z.string(), z.record(z.string(), z.json())])).default([]),
  /** Permissions of which the app makes its usual call. */
  calls: z.array(z.string()).default([]),
  sdks: z.array(z.string()).default([]),
  /** Topics of the texts on the app's own pages. */
  pages: z.array(z.string()).default([]),
  hosts: z.array(z.string()).default([]),
  components: z.array(z.json()).default([]),
  /** Laid over the rest of the package. */
  package: z.record(z.string(), z.json()).default({}),
  listing: z.record(z.string(), z.json()).default({}),
  policy: z.string().min(200),
  decision: z.enum(['approve', 'review']),
  /** Every finding that asks for a person: `rule subject`. */
  reviews: z.array(z.string()).default([]),
});
export type HonestApp = z.output<typeof honestAppSchema>;

/** The call that an app with a permission usually makes. */
const CALLS: Readonly<Record<string, readonly [target: string, piType: string]>> = {
  ACCESS_FINE_LOCATION: ['Landroid/location/LocationManager;->requestLocationUpdates', 'location.precise'],
  ACCESS_COARSE_LOCATION: ['Landroid/location/LocationManager;->getLastKnownLocation', 'location.coarse'],
  CAMERA: ['Landroid/hardware/camera2/CameraManager;->openCamera', 'camera'],
  RECORD_AUDIO: ['Landroid/media/AudioRecord;->startRecording', 'microphone'],
  READ_CONTACTS: ['Landroid/provider/ContactsContract$Contacts;->CONTENT_URI', 'contacts'],
  READ_MEDIA_IMAGES: ['Landroid/provider/MediaStore$Images$Media;->EXTERNAL_CONTENT_URI', 'media.images'],
  READ_MEDIA_VIDEO: ['Landroid/provider/MediaStore$Video$Media;->EXTERNAL_CONTENT_URI', 'media.video'],
  READ_CALENDAR: ['Landroid/provider/CalendarContract$Events;->CONTENT_URI', 'calendar'],
  READ_SMS: ['Landroid/provider/Telephony$Sms;->CONTENT_URI', 'sms'],
  READ_CALL_LOG: ['Landroid/provider/CallLog$Calls;->CONTENT_URI', 'call_log'],
  READ_PHONE_STATE: ['Landroid/telephony/TelephonyManager;->getCallState', 'device.phone_state'],
  QUERY_ALL_PACKAGES: ['Landroid/content/pm/PackageManager;->queryIntentActivities', 'device.installed_apps'],
  BLUETOOTH_SCAN: ['Landroid/bluetooth/le/BluetoothLeScanner;->startScan', 'device.bluetooth'],
  ACTIVITY_RECOGNITION: ['Landroid/hardware/SensorManager;->registerListener', 'health.steps'],
};

/** What the pages of Chinese apps say on a topic. */
const PAGES: Readonly<Record<string, string>> = {
  'privacy-policy': '隐私政策',
  'user-agreement': '用户协议',
  agree: '同意',
  refuse: '不同意',
  'account-deletion': '注销账号',
  complaint: '投诉与举报',
  personalisation: '个性化推荐',
  'withdraw-consent': '撤回同意',
  minors: '儿童个人信息保护规则',
  'generative-ai': '内容由AI生成',
  'face-recognition': '为核验是您本人，需要单独征得您的同意采集人脸信息',
};

const MANIFEST = { android: 'uses-permission', harmony: 'requestPermissions', 'quick-app': 'features' } as const;

/** All facts of an honest app; its policy goes through the real reader. */
export async function honestFacts(given: HonestApp): Promise<Judged> {
  const { app, platform, pages } = given;
  const isAndroid = platform === 'android';
  const own = `${app.package}.`;
  const permissions = given.permissions.map((each, index) => {
    const entry = typeof each === 'string' ? { name: each } : { ...each };
    const name = String(entry.name);
    const reason = 'reason' in entry && typeof entry.reason === 'string' ? { reason: { zh: entry.reason, default: null } } : {};
    return {
      ...entry,
      ...reason,
      name: !isAndroid || name.includes('.') ? name : A + name,
      element: MANIFEST[platform],
      place: isAndroid ? `/manifest/uses-permission[${index + 1}]` : `/module/requestPermissions[${index + 1}]`,
    };
  });
  const launcher = {
    kind: 'activity',
    name: `${own}MainActivity`,
    exported: true,
    intentFilters: [{ actions: ['android.intent.action.MAIN'], categories: ['android.intent.category.LAUNCHER'] }],
    place: '/manifest/application/activity[1]',
  };
  const consent = {
    entry: 'res/layout/dialog_privacy.xml',
    name: 'dialog_privacy',
    topics: ['privacy-policy', 'agree', 'refuse'],
    controls: [
      ['text', 'tv', '请您阅读《隐私政策》'],
      ['button', 'ok', '同意'],
      ['button', 'no', '不同意'],
    ].map(([kind, id, zh], at) => ({
      kind,
      id,
      text: { zh, default: null },
      checked: null,
      visible: null,
      place: `/LinearLayout/View[${at + 1}]`,
    })),
  };
  const facts = {
    platform,
    format: { android: 'apk', harmony: 'hap', 'quick-app': 'rpk' }[platform],
    identity: { packageName: app.package, versionName: '3.2.0', versionCode: 320, label: { zh: app.name, default: app.name } },
    ...(platform === 'quick-app' ? { quickApp: { features: permissions.map(({ name }) => name) } } : { permissions }),
    components: isAndroid ? [launcher, ...given.components] : given.components,
    code: {
      packages: [app.package, ...given.sdks],
      hosts: given.hosts,
      apiUses: given.calls.map((name, index) => {
        const [target, piType] = CALLS[name]!;
        const callers = [{ class: `${own}feature.Feature${index}`, method: 'run', offset: 8, dex: 'classes.dex' }];
        return { target, permissions: [A + name], piTypes: [piType], callers };
      }),
    },
    texts: pages.map((topic) => ({ topics: [topic], text: PAGES[topic]!, place: `@string/${topic} (zh-rCN)` })),
    consentScreens: isAndroid && pages.includes('agree') ? [consent] : [],
  } as unknown as Record<string, Plain>;
  const { app: page = {}, developer = {}, ...rest } = given.listing as Record<string, Record<string, Plain>>;
  const letter = platform === 'quick-app' ? 'K' : 'A';
  return {
    package: packageFacts(laid(facts, given.package))!,
    policy: (await policyFacts({ read: given.policy }))!,
    listing: listingFacts({
      app: {
        name: app.name,
        packageName: app.package,
        versionName: '3.2.0',
        category: app.category,
        filingNumber: `粤ICP备2023056781号-3${letter}`,
        ...page,
      },
      developer: { name: app.operator, kind: app.individual ? 'individual' : 'company', ...developer },
      complaints: { phone: '0755-86013388' },
      ...rest,
    } as Plain)!,
    records: recordFacts(undefined),
  };
}

function laid(base: Record<string, Plain>, over: Record<string, unknown>): Plain {
  const merged = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const both = isRecord(value) && isRecord(base[key]);
    merged[key] = both ? laid(base[key] as Record<string, Plain>, value) : (value as Plain);
  }
  return merged;
}

const isRecord = (value: unknown): value is Record<string, Plain> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
