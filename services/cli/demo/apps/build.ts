import { type ApkRecipe, buildApk, type ClassRecipe } from '../../building/apk.ts';
import { writeBinaryXml } from '../../building/axml.ts';
import { type Identity, makeIdentity } from '../../building/certificate.ts';
import { signApk } from '../../building/sign.ts';
import type { DemoFunction, WholeVersion } from './recipe.ts';

const PERMISSION = 'android.permission.';
const TARGET_SDK = 35;
const MIN_SDK = 26;

/** Texts of the app's own pages, as honest apps have them. */
const PAGES = {
  privacy_policy: '隐私政策',
  user_agreement: '用户协议',
  agree: '同意',
  refuse: '不同意',
  delete_account: '注销账号',
  complain: '投诉与举报',
  withdraw: '撤回同意',
  minors: '儿童个人信息保护规则',
};

/** Who signs: each operator has a key of its own, made anew with each demonstration. */
export class Signers {
  readonly #known = new Map<string, Identity>();

  of(operator: string): Identity {
    const known = this.#known.get(operator) ?? makeIdentity('EC', [['O', operator]], this.#known.size + 1);
    this.#known.set(operator, known);
    return known;
  }
}

/** The signed APK of a version: manifest, texts, a consent dialog, and code that calls what the version says. */
export function packageOf(whole: WholeVersion, signers: Signers): Buffer {
  const { app, version, number, functions, sdks } = whole;
  const own = (name: string): string => `${app.packageName}.${name}`;
  const permissions = ['INTERNET', ...functions.flatMap((each) => each.permissions), ...version.hidden.permissions];
  const pages = functions.map((each, index) => ({ name: own(`function${index + 1}.FunctionActivity`), calls: each.calls, each }));
  const recipe: ApkRecipe = {
    packageName: app.packageName,
    versionName: version.version,
    versionCode: number * 10,
    minSdk: MIN_SDK,
    targetSdk: TARGET_SDK,
    label: { default: app.name, 'zh-rCN': app.name },
    allowBackup: false,
    ...(version.debuggable ? { debuggable: true } : {}),
    permissions: [...new Set(permissions)].map((name) => (name.includes('.') ? name : PERMISSION + name)),
    components: [
      { kind: 'activity', name: own('MainActivity'), exported: true, launcher: true },
      ...pages.map(({ name }) => ({ kind: 'activity' as const, name, exported: false })),
    ],
    resources: {
      string: Object.fromEntries(Object.entries(PAGES).map(([key, text]) => [key, { default: text, 'zh-rCN': text }])),
    },
    classes: [
      activity(own('MainActivity'), version.hidden.calls),
      ...pages.map(({ name, calls, each }) => activity(name, calls, each)),
      ...[...sdks.map((sdk) => sdk.class), ...version.hidden.sdks].flatMap(sdkClasses),
    ],
    entries: { 'res/layout/dialog_privacy.xml': CONSENT },
  };
  const signer = version.otherSigner ? `${app.operator.name}（其他签名）` : app.operator.name;
  return signApk(buildApk(recipe), [signers.of(signer)], ['v2', 'v3']);
}

/** An activity that makes its calls from the button of its page; the main activity's own come with its start. */
function activity(name: string, calls: readonly string[], page?: DemoFunction): ClassRecipe {
  const init = { name: '<init>', calls: ['Landroid/app/Activity;-><init>()V'] };
  const start = { name: 'onCreate', descriptor: '(Landroid/os/Bundle;)V', calls: page === undefined ? calls : [] };
  const use = page === undefined || calls.length === 0 ? [] : [{ name: 'use', calls }];
  return { name, superclass: 'android.app.Activity', methods: [init, start, ...use] };
}

/** An SDK as large as one that is really built in, whose methods do something: else it could be a stub. */
const SDK_CLASSES = 12;
const SOMETHING = ['Ljava/lang/System;->gc()V'];

function sdkClasses(entry: string): ClassRecipe[] {
  const init = { name: '<init>', calls: ['Ljava/lang/Object;-><init>()V'] };
  const methods = [init, ...['start', 'send', 'flush'].map((name) => ({ name, calls: SOMETHING }))];
  const inner = Array.from({ length: SDK_CLASSES }, (_, index) => ({ name: `${entry}$Part${index + 1}`, methods }));
  return [{ name: entry, methods }, ...inner];
}

const view = (name: string, text: string) => ({ name, android: { text } });

/** res/layout/dialog_privacy.xml: the dialog at the first start, with both answers alike. */
const CONSENT = writeBinaryXml({
  name: 'LinearLayout',
  children: [
    view('TextView', '请您阅读并同意《隐私政策》和《用户协议》'),
    view('Button', PAGES.agree),
    view('Button', PAGES.refuse),
  ],
});
