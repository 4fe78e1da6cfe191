import type { Mention, PolicyFacts } from '../domain/facts/policy.ts';

const POINTS = '(?:详见|详情(?:请|可)?(?:见|查)|参见|请见|见于|参阅|查阅|查看|点击)';
const LIST = '(?:清单|目录|列表|名单|名录|一览)';

/** 详见《第三方SDK目录》, 第三方信息共享清单请点击查看, QQ浏览器接入的第三方SDK详见此链接. */
const SDK_LIST = new RegExp(
  `${POINTS}[^。;\\n]{0,24}(?:(?:第三方|sdk|共享)[^。;,\\n]{0,14}${LIST}|《[^》\\n]{0,20}sdk[^》\\n]{0,16}》)|(?:第三方|sdk|共享)[^。;,\\n]{0,14}${LIST}[^。;\\n]{0,16}(?:${POINTS}|路径|链接)|(?:sdk|第三方服务)[^。;\\n]{0,20}${POINTS}[^。;\\n]{0,8}(?:链接|此处|这里|网址)`,
  'giu',
);
/** 详见《应用权限申请与使用情况说明》, 权限列表请点击此处查看. */
const PERMISSION_LIST = new RegExp(
  `${POINTS}[^。;\\n]{0,24}(?:(?<!隐私)权限[^。;,\\n]{0,14}${LIST}|《[^》\\n]{0,20}(?<!隐私)权限[^》\\n]{0,16}》)|(?<!隐私)权限[^。;,\\n]{0,14}${LIST}[^。;\\n]{0,16}(?:${POINTS}|链接)|(?<!隐私)权限[^。;\\n]{0,20}${POINTS}[^。;\\n]{0,8}(?:链接|此处|这里|网址)`,
  'giu',
);
/** Lists of somebody else, and what is seen in the system’s settings. */
const OF_OTHERS = /(?:其|该第三方|他们)的?(?:隐私|sdk)|系统设置|手机设置|设置-应用|授权(?:情况|状态)|开启(?:情况|状态)/iu;
/** So many entries with a purpose are the list itself, which the text calls by its name. */
const A_LIST = 3;

/** By policy: rules ask once for each SDK and each permission. */
const known = new WeakMap<PolicyFacts, { readonly sdk: Mention | null; readonly permission: Mention | null }>();

/**
 * Where the policy says that its list of SDKs, or of permissions, is to be found elsewhere, and nobody has read it there. What such a
 * list names is unknown, so that the silence of the rest proves nothing. Null where the list was read, or there is no word of one.
 */
export function listElsewhere(policy: PolicyFacts, list: 'sdk' | 'permission'): Mention | null {
  let found = known.get(policy);
  if (found === undefined) {
    found = { sdk: sdkListElsewhere(policy), permission: permissionListElsewhere(policy) };
    known.set(policy, found);
  }
  return found[list];
}

function sdkListElsewhere(policy: PolicyFacts): Mention | null {
  if (wasRead(policy, ['sdk-list', 'shared-list'])) return null;
  if (policy.sdkRows.filter(({ purpose, types }) => purpose !== '' || types !== '').length >= A_LIST) return null;
  return pointer(policy.text, SDK_LIST);
}

function permissionListElsewhere(policy: PolicyFacts): Mention | null {
  if (wasRead(policy, ['permission-list'])) return null;
  const told = new Set(
    policy.permissions.filter(({ negated, term }) => !negated && /权限/u.test(term)).map((each) => each.permission),
  );
  return told.size >= A_LIST ? null : pointer(policy.text, PERMISSION_LIST);
}

function wasRead({ understanding }: PolicyFacts, kinds: readonly string[]): boolean {
  return (understanding?.parts ?? []).some(({ kind }) => kinds.includes(kind));
}

function pointer(text: string, pattern: RegExp): Mention | null {
  for (const { index, 0: words } of text.matchAll(pattern)) {
    if (!OF_OTHERS.test(words)) return { range: [index, index + words.length], confidence: 0.7 };
  }
  return null;
}
