/** Examples of policy wording on the rule pages are judged: what is shown as a breach must be found, what is shown as right must not. */
import { loadRules } from '../../shared/checks/registry.ts';
import type { Example, Rule } from '../../shared/checks/rule.ts';
import { runCheck } from '../../shared/checks/run.ts';
import type { CheckName } from '../../shared/domain/check.ts';
import { knowledge } from '../../shared/knowledge/index.ts';
import { listingFacts, packageFacts, policyFacts, recordFacts } from './support/facts.ts';
import type { Plain } from './support/overlay.ts';
import { framed, type Passage } from './support/policy-frame.ts';

/** What an example stands for and beside: passages of the frame that it replaces, or all of them, and the app that it belongs to. */
interface Circumstances {
  readonly replaces?: readonly Passage[] | 'all';
  /** Where a good example replaces more than a bad one. */
  readonly goodReplaces?: readonly Passage[];
  readonly package?: Plain;
  readonly listing?: Plain;
}

const JPUSH: Plain = { code: { packages: ['cn.jpush.android.api', 'cn.jpush.android.service'] } };

const BOOTS: Plain = {
  permissions: ['android.permission.RECEIVE_BOOT_COMPLETED'],
  components: [
    {
      kind: 'receiver',
      name: 'com.example.app.Boot',
      intentFilters: [{ actions: ['android.intent.action.BOOT_COMPLETED'], categories: [] }],
    },
  ],
};

/** Rules that stand here for nothing are judged by the frame with the example at its end. */
const CIRCUMSTANCES: Readonly<Record<string, Circumstances>> = {
  'permission/background-location': {
    package: { permissions: ['android.permission.ACCESS_FINE_LOCATION', 'android.permission.ACCESS_BACKGROUND_LOCATION'] },
  },
  // The frame itself tells of camera, location and pictures.
  'permission/disclosed-not-requested': {
    package: {
      permissions: [
        'android.permission.CAMERA',
        'android.permission.ACCESS_FINE_LOCATION',
        'android.permission.READ_MEDIA_IMAGES',
      ],
    },
  },
  'permission/undisclosed-app-list': { package: { permissions: ['android.permission.QUERY_ALL_PACKAGES'] } },
  'permission/undisclosed-dangerous': { replaces: ['purposes'], package: { permissions: ['android.permission.CAMERA'] } },
  'permission/undisclosed-special': { package: { permissions: ['android.permission.SYSTEM_ALERT_WINDOW'] } },
  'privacy-policy/account-deletion-missing': {
    // A path or a request in a sentence beside it would count as the way.
    replaces: ['deletion', 'access', 'correction', 'erasure', 'withdrawal', 'response', 'personalisation'],
    listing: { app: { features: { accounts: true } } },
  },
  'privacy-policy/ai-input-unstated': { replaces: ['assistant'], listing: { app: { features: { generativeAi: true } } } },
  'privacy-policy/change-without-notice': { replaces: ['changes'] },
  'privacy-policy/children-rules-thin': { replaces: ['minors'], listing: { app: { audience: 'children' } } },
  'privacy-policy/complaint-channel-missing': { replaces: ['complaints', 'contact'] },
  'privacy-policy/contact-missing': { replaces: ['contact'] },
  'privacy-policy/cookies-unstated': { package: { frameworks: ['cordova'] } },
  'privacy-policy/cross-border-incomplete': { replaces: ['storage'] },
  'privacy-policy/date-missing': { replaces: ['date'] },
  'privacy-policy/lists-unstated': { replaces: ['lists'], listing: { app: { features: { accounts: true } } } },
  'privacy-policy/entrusting-unstated': { replaces: ['sharing', 'storage'] },
  'privacy-policy/incident-notice-unstated': { replaces: ['security'] },
  'privacy-policy/minors-rules-missing': { replaces: ['minors'], listing: { app: { audience: 'children' } } },
  'privacy-policy/operator-missing': { replaces: ['operator'] },
  'privacy-policy/optional-unstated': { replaces: ['scope', 'purposes', 'sensitive', 'withdrawal'] },
  'privacy-policy/outdated': {
    replaces: ['date'],
    package: { identity: { targetSdk: 33 }, permissions: ['android.permission.NEARBY_WIFI_DEVICES'] },
  },
  'privacy-policy/personalisation-no-opt-out': { replaces: ['personalisation'] },
  'privacy-policy/portability-unstated': { replaces: ['portability'] },
  'privacy-policy/published-without-consent': { replaces: ['publicity'] },
  'privacy-policy/purposes-missing': { replaces: ['purposes'] },
  'privacy-policy/recipients-unnamed': { replaces: ['sharing', 'transfer', 'publicity'] },
  'privacy-policy/response-too-slow': { replaces: ['response'] },
  'privacy-policy/restriction-unstated': { replaces: ['restriction'] },
  'privacy-policy/retention-unstated': { replaces: ['retention'] },
  'privacy-policy/rights-missing': { goodReplaces: ['access', 'correction', 'erasure'] },
  'privacy-policy/scope-unstated': { replaces: ['scope', 'title'] },
  // With a listing each SDK is a finding of its own.
  'privacy-policy/sdk-list-missing': { package: JPUSH, listing: null },
  'privacy-policy/security-unstated': { replaces: ['security'] },
  'privacy-policy/sensitive-consent-unstated': { replaces: ['sensitive'] },
  'privacy-policy/sensitive-unmarked': { replaces: ['sensitive'] },
  'privacy-policy/self-start-untrue': { package: BOOTS },
  'privacy-policy/storage-place-unstated': { replaces: ['storage'] },
  'privacy-policy/too-short': { replaces: 'all' },
  'privacy-policy/training-unstated': { replaces: ['assistant'], listing: { app: { features: { generativeAi: true } } } },
  'privacy-policy/training-without-consent': { listing: { app: { features: { generativeAi: true } } } },
  'privacy-policy/transfer-unstated': { replaces: ['transfer', 'publicity'] },
  'privacy-policy/withdrawal-missing': {
    replaces: ['withdrawal', 'erasure', 'deletion', 'response', 'portability', 'restriction', 'lists', 'personalisation'],
  },
  'privacy-policy/wrong-app': { replaces: ['title', 'scope'] },
  'sdk/advertising-without-purpose': { package: { code: { packages: ['com.bytedance.sdk.openadsdk'] } } },
  'sdk/operator-abroad': { package: { code: { packages: ['com.google.firebase.analytics'] } } },
  'sdk/operator-wrong': { package: JPUSH },
  'sdk/undisclosed': { package: JPUSH },
};

async function findingsOn(rule: Rule, text: string, { package: pkg, listing }: Circumstances) {
  const facts = {
    package: packageFacts(pkg),
    policy: await policyFacts({ read: text }),
    listing: listingFacts(listing),
    records: recordFacts(undefined),
  };
  const [check] = rule.id.split('/') as [CheckName];
  const { findings, notAssessed } = runCheck(check, [rule], facts, knowledge);
  expect(notAssessed).toEqual([]);
  return findings.map(({ message }) => message);
}

const rules = await loadRules();
type Shown = [name: string, rule: Rule, code: string];
const shown = (kind: 'bad' | 'good'): Shown[] =>
  rules.flatMap((rule) =>
    (rule.examples[kind] as readonly Example[]).flatMap(({ kind: of, code, text }: Example): Shown[] =>
      of === 'policy' && code !== undefined ? [[`${rule.id}: ${text.zh}`, rule, code]] : [],
    ),
  );

test('every rule with circumstances is one', () => {
  const ids = rules.map(({ id }): string => id);
  expect(Object.keys(CIRCUMSTANCES).filter((id) => !ids.includes(id))).toEqual([]);
});

test.each(rules.filter(({ id }) => id.startsWith('privacy-policy/')).map((rule): [string, Rule] => [rule.id, rule]))(
  'the frame itself gives %s no reason to speak',
  async (_id, rule) => {
    const listing = { app: { features: { accounts: true, generativeAi: true, personalisedRecommendation: true } } };
    expect(await findingsOn(rule, framed(''), { listing })).toEqual([]);
  },
);

test.each(shown('bad'))('shown as a breach: %s', async (_name, rule, code) => {
  const circumstances = CIRCUMSTANCES[rule.id] ?? {};
  const { replaces } = circumstances;
  const text = replaces === 'all' ? code : framed(code, replaces);
  expect(await findingsOn(rule, text, circumstances)).not.toEqual([]);
});

test.each(shown('good'))('shown as right: %s', async (_name, rule, code) => {
  const circumstances = CIRCUMSTANCES[rule.id] ?? {};
  const replaces = circumstances.goodReplaces ?? circumstances.replaces;
  const text = replaces === 'all' ? code : framed(code, replaces);
  expect(await findingsOn(rule, text, circumstances)).toEqual([]);
});
