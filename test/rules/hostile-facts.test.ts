/**
 * Facts that somebody made to exhaust the rules: a hundred thousand of everything, names as long as books. A verdict comes all the same,
 * in seconds, and neither it nor its reports grow with the package.
 */
import { loadRules, rulesVersion } from '../../shared/checks/registry.ts';
import { BUILT_IN } from '../../shared/checks/rulebook/built-in.ts';
import { NO_RECORDS } from '../../shared/domain/facts/records.ts';
import { knowledge } from '../../shared/knowledge/index.ts';
import { buildReport, type Judged, judge } from '../../shared/pledge/index.ts';
import { REPORT_FORMATS, renderReport } from '../../shared/pledge/reports/index.ts';
import { NEUTRAL_LISTING, NEUTRAL_PACKAGE, NEUTRAL_POLICY } from './support/facts.ts';

const rules = await loadRules();
const version = rulesVersion(rules);

const MANY = 100_000;
const many = <T>(make: (at: number) => T, length = MANY): T[] => Array.from({ length }, (_, at) => make(at));
const DANGEROUS = ['CAMERA', 'RECORD_AUDIO', 'READ_CONTACTS', 'ACCESS_FINE_LOCATION', 'READ_SMS', 'READ_CALL_LOG'];
const dangerous = (at: number) => `android.permission.${DANGEROUS[at % DANGEROUS.length]}`;
/** Markup, both writing directions, half a character, a template's placeholder, and a million letters. */
const LONG = `<img src=x onerror=alert(1)>|\u202e[x](javascript:1)\ud800{permission}${'隐私同意a'.repeat(200_000)}\ud83d`;

const calls = (length: number, name: (at: number) => string) =>
  many(
    (at) => ({
      target: `Landroid/telephony/TelephonyManager;->getDeviceId${at % 2}`,
      apis: [],
      permissions: [dangerous(at)],
      piTypes: ['device.imei'],
      count: 20,
      reachable: 20,
      callers: many(
        (offset) => ({
          ...{ class: name(at), method: 'onCreate', offset, dex: 'classes.dex', arguments: [dangerous(at + offset)] },
          paths: [{ entry: 0, steps: many(() => ({ class: 'a.B', method: 'm', offset: 1, link: 'call' }), 8), guard: null }],
        }),
        20,
      ),
    }),
    length,
  );

type Part = Readonly<Record<string, unknown>>;
const inPackage = (part: Part) => ({ package: { ...NEUTRAL_PACKAGE, ...part } });
const mention = (at: number) => ({ range: [at, at + 1], confidence: 0.9 });

/** What to make hostile, and how. */
const HOSTILE: Readonly<Record<string, () => Part>> = {
  'permissions, declared again and again': () =>
    inPackage({
      permissions: many((at) => ({ name: dangerous(at), element: 'uses-permission', place: `/manifest/uses-permission[${at}]` })),
    }),
  'permissions that nobody knows': () =>
    inPackage({ permissions: many((at) => ({ name: `a.b.P${at}`, element: 'uses-permission', place: '/manifest' })) }),
  components: () =>
    inPackage({
      components: many((at) => ({
        ...{ kind: ['activity', 'service', 'receiver', 'provider'][at % 4], name: `com.x${at}.C`, exported: true, enabled: true },
        ...{ process: `:p${at}`, foregroundServiceTypes: ['location', 'microphone'], place: `/manifest/application/x[${at}]` },
        intentFilters: [
          {
            actions: ['android.intent.action.MAIN', 'android.intent.action.BOOT_COMPLETED', `x${at}`],
            categories: ['android.intent.category.LAUNCHER'],
          },
        ],
        metaData: [{ name: `m${at}`, value: `v${at}` }],
      })),
    }),
  'calls from as many places': () =>
    inPackage({
      code: {
        ...NEUTRAL_PACKAGE.code,
        entryPoints: [{ kind: 'application', class: 'com.example.app.App', reaches: 1 }],
        apiUses: calls(5_000, (at) => `com.vendor${at}.sdk.C`),
        dynamicLoading: calls(1_000, () => 'com.vendor.sdk.C'),
        reflection: calls(1_000, () => 'com.vendor.sdk.C'),
      },
    }),
  'calls from one namespace': () =>
    inPackage({ code: { ...NEUTRAL_PACKAGE.code, apiUses: calls(5_000, () => 'com.vendor.sdk.C') } }),
  'names of code': () =>
    inPackage({
      code: {
        ...NEUTRAL_PACKAGE.code,
        packages: many((at) => ({ name: `com.v${at}.sdk.core`, classes: 10, methods: 100 })),
        urls: many((at) => `https://h${at}.com/privacy`),
        hosts: many((at) => `h${at}.com`),
        keys: many((at) => ({ kind: 'private-key', hint: 'x', place: `com.a${at}` })),
      },
    }),
  'texts and controls': () =>
    inPackage({
      texts: many((at) => ({
        topics: ['privacy-policy', 'agree', 'consent-by-use', 'self-start', 'generative-ai', 'identity-document'],
        text: `登录即表示同意隐私政策${at}`.repeat(5),
        place: `@string/x${at}`,
      })),
      consentScreens: [
        {
          ...{ entry: 'res/l.xml', name: 'd', topics: ['privacy-policy', 'agree'] },
          controls: many((at) => ({
            ...{ kind: ['checkbox', 'switch', 'button', 'text'][at % 4], id: `cb${at}`, checked: true, visible: null },
            ...{ text: { zh: '我已阅读并同意隐私政策', default: null }, place: `/x[${at}]` },
          })),
        },
      ],
    }),
  'tricks and packers': () =>
    inPackage({
      tampering: many((at) => ({ trick: `t${at}`, place: 'x', detail: { zh: '手法', en: 'a trick' } })),
      packers: many((at) => ({ packer: `p${at}`, evidence: 'e' })),
      gaps: many((at) => ({ code: 'g', place: `p${at}`, message: { zh: '读不到', en: 'unread' }, affects: 'package' })),
    }),
  'HarmonyOS permissions': () =>
    inPackage({
      ...{ platform: 'harmony', format: 'hap' },
      permissions: many((at) => ({
        ...{
          name: `ohos.permission.${['CAMERA', 'LOCATION', `X${at}`][at % 3]}`,
          element: 'requestPermissions',
          place: `/m[${at}]`,
        },
        ...{ reason: { zh: `用于功能${at % 7}`, default: null }, usedScene: { abilities: ['A'], when: 'always' } },
      })),
    }),
  'rows and sentences of a policy': () => ({
    policy: {
      ...NEUTRAL_POLICY,
      text: '我们不收集您的位置。'.repeat(MANY),
      permissions: many((at) => ({ ...mention(at), permission: dangerous(at), negated: at % 2 === 0, term: '相机' })),
      types: many((at) => ({ ...mention(at), type: 'location.precise', negated: at % 3 === 0 })),
      sdkRows: many((at) => ({ ...mention(at), name: `某某SDK${at}`, operator: '', purpose: '', types: '', link: '' })),
      sdkMentions: many((at) => ({ ...mention(at), sdk: 'umeng-analytics', alias: '友盟' })),
      contacts: many((at) => ({ ...mention(at), kind: 'email', value: `x@y${at}` })),
      appNames: many((at) => ({ ...mention(at), name: `应用${at}` })),
      admissions: many((at) => ({ ...mention(at), kind: ['consent-by-use', 'kept-for-ever', 'no-opt-out'][at % 3] })),
      responseTimes: many((at) => ({ ...mention(at), amount: at, unit: 'working-day' })),
      placeholders: many(mention),
    },
  }),
  'what the listing names': () => ({
    listing: {
      ...NEUTRAL_LISTING,
      permissions: many((at) => ({ name: `x.p${at}`, purpose: `获取位置${at}` })),
      sdks: many((at) => ({ name: `某SDK${at}`, operator: `公司${at}` })),
    },
  }),
  'texts of a million characters': () =>
    inPackage({
      identity: { ...NEUTRAL_PACKAGE.identity, packageName: LONG, versionName: LONG, label: { zh: LONG, default: LONG } },
      permissions: many(
        (at) => ({ name: LONG + at, element: 'uses-permission', place: LONG, reason: { zh: LONG, default: null } }),
        10,
      ),
      components: many(
        (at) => ({
          ...{ kind: 'service', name: LONG + at, exported: true, enabled: true, process: LONG, place: LONG },
          ...{ intentFilters: [{ actions: [LONG], categories: [] }], metaData: [{ name: LONG, value: LONG }] },
        }),
        10,
      ),
      texts: many(() => ({ topics: ['privacy-policy', 'agree', 'consent-by-use'], text: LONG, place: LONG }), 5),
    }),
};

/** On an idle core these take a second or two, on a busy one half a minute; a quadratic rule takes many minutes. */
const SECONDS = 120;
const VERDICT_CHARACTERS = 20_000_000;
const PAGE_CHARACTERS = 4_000_000;

test.each(Object.entries(HOSTILE))('%s', (_what, make) => {
  const facts = { package: NEUTRAL_PACKAGE, policy: NEUTRAL_POLICY, listing: NEUTRAL_LISTING, ...make() } as unknown as Judged;
  const from = performance.now();
  const verdict = judge(facts, rules, version, BUILT_IN, knowledge);
  expect((performance.now() - from) / 1_000).toBeLessThan(SECONDS);
  // No rule died of it: a check without a report would be reason enough for a review.
  expect(verdict.checks.missing).toEqual([]);
  expect(JSON.stringify(verdict).length).toBeLessThan(VERDICT_CHARACTERS);

  const submission = { id: null, run: null, decidedAt: null };
  const report = buildReport({ ...facts, submission, verdict, rules, knowledge, records: NO_RECORDS });
  for (const format of REPORT_FORMATS) {
    const written = renderReport(report, format, 'both');
    if (format === 'html' || format === 'markdown') {
      expect(written.length).toBeLessThan(PAGE_CHARACTERS);
      expect(written).not.toMatch(
        format === 'html' ? /<img|\u202e|\ud800(?![\udc00-\udfff])/ : /\u202e|\ud800(?![\udc00-\udfff])/,
      );
    }
  }
  expect((performance.now() - from) / 1_000).toBeLessThan(2 * SECONDS);
});
