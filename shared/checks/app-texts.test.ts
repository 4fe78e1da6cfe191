import { NEUTRAL_PACKAGE, packageFacts } from '../../test/rules/support/facts.ts';
import type { Plain } from '../../test/rules/support/overlay.ts';
import { arePagesRead, speaksOf, textEvidence, textsAbsence, textsOn } from './app-texts.ts';

const reason = { zh: '甲', en: 'a' };
const loadedBy = (name: string): Plain => [
  { target: 'Ldalvik/system/DexClassLoader;-><init>', callers: [{ class: name, method: 'a', offset: 0, dex: 'classes.dex' }] },
];

describe('whether the pages were read', () => {
  test.each<[string, boolean, Plain]>([
    ['everything read', true, {}],
    ['a gap in the resources', false, { gaps: [{ affects: 'resources' }] }],
    ['a gap in the signature, where no text is', true, { gaps: [{ affects: 'signature' }] }],
    ['packed', false, { packers: [{ packer: 'a', evidence: 'b' }] }],
    ['no code', false, { code: { dexFiles: [] } }],
    ['partial for a reason that is not told', false, { coverage: { level: 'partial' } }],
    ['a framework of scripts', true, { frameworks: ['uni-app'], coverage: { level: 'partial', reasons: [reason] } }],
    ['and something else unread', false, { frameworks: ['uni-app'], coverage: { level: 'partial', reasons: [reason, reason] } }],
    [
      'compiled scripts',
      false,
      {
        frameworks: ['react-native'],
        scripts: [{ runtime: 'hermes' }],
        coverage: { level: 'partial', reasons: [reason, reason] },
      },
    ],
    ['a framework of machine code', false, { frameworks: ['flutter'], coverage: { level: 'partial', reasons: [reason] } }],
    ['a window on a web site', false, { frameworks: ['webview-shell'], coverage: { level: 'partial', reasons: [reason] } }],
    [
      'an SDK that loads code',
      true,
      {
        code: { dynamicLoading: loadedBy('com.vendor.ads.Loader') },
        coverage: { level: 'partial', reasons: [reason] },
      },
    ],
    [
      'the app loads code itself',
      false,
      {
        code: { dynamicLoading: loadedBy('com.example.app.plugin.Loader') },
        coverage: { level: 'partial', reasons: [reason] },
      },
    ],
    ['HarmonyOS', true, { platform: 'harmony', format: 'hap', coverage: { level: 'partial' } }],
    [
      'a quick app with scripts',
      true,
      {
        platform: 'quick-app',
        format: 'rpk',
        scripts: [{ entry: 'app.js' }],
        coverage: { level: 'partial' },
      },
    ],
    ['a quick app without', false, { platform: 'quick-app', format: 'rpk', coverage: { level: 'partial' } }],
    [
      'more texts than are kept',
      false,
      { texts: Array.from({ length: 200 }, (_, at) => ({ topics: ['agree'], text: `同意${at}` })) },
    ],
  ])('%s: %s', (_name, expected, part) => {
    expect(arePagesRead(packageFacts(part)!)).toBe(expected);
  });
});

test('texts by topic, and where they stand', () => {
  const facts = packageFacts({
    texts: [
      { topics: ['agree', 'privacy-policy'], text: '同意《隐私政策》', place: '@string/a' },
      { topics: ['agree'], text: '同意', place: '@string/b' },
    ],
    consentScreens: [{ topics: ['refuse'] }],
  })!;
  expect(textsOn(facts, 'agree').map(({ place }) => place)).toEqual(['@string/a', '@string/b']);
  expect(textsOn(facts, 'minors')).toEqual([]);
  expect([speaksOf(facts, 'minors'), speaksOf(facts, 'minors', 'refuse')]).toEqual([false, true]);
  expect(textEvidence(textsOn(facts, 'agree'), 1)).toEqual([{ type: 'resource', entry: '@string/a', text: '同意《隐私政策》' }]);
});

test('what an SDK brings along does not speak for the app', () => {
  const facts = packageFacts({
    texts: [{ topics: ['privacy-policy'], text: '隐私政策', place: '@string/tt_app_privacy_dialog_title (zh-rCN)' }],
    consentScreens: [{ name: 'umcsdk_login_authority', topics: ['agree'] }],
  })!;
  expect(speaksOf(facts, 'privacy-policy', 'agree')).toBe(false);
  expect(textsOn(facts, 'privacy-policy')).toHaveLength(1);
});

test('silence is shown where the platform keeps its texts', () => {
  const searched = { zh: '注销账号', en: 'deleting the account' };
  expect(textsAbsence(NEUTRAL_PACKAGE, searched)).toMatchObject({ type: 'package', entry: 'resources.arsc' });
  expect(textsAbsence({ ...NEUTRAL_PACKAGE, platform: 'harmony', format: 'hap' }, searched)).toMatchObject({
    entry: 'resources.index',
  });
});
