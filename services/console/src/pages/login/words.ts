import type { Bilingual } from '../../../../../shared/domain/text.ts';

/** Why single sign-on signed nobody in, by the word that the server puts into the address, and what to do. */
const SIGN_ON_PROBLEMS: Readonly<Record<string, Bilingual>> = {
  unavailable: {
    zh: '单点登录服务没有应答。请稍后重试，或使用本地账号登录。',
    en: 'The single sign-on service does not answer. Try again later, or sign in with a local account.',
  },
  cancelled: {
    zh: '您在单点登录服务取消了登录。需要时可重新开始。',
    en: 'You cancelled at the single sign-on service. Start again when you like.',
  },
  failed: {
    zh: '单点登录的答复未通过校验，没有登录。请重新开始；若反复如此，请联系运维。',
    en: 'The answer of the single sign-on service did not pass our checks, so nobody was signed in. Start again; if it happens again, tell operations.',
  },
  expired: {
    zh: '这次单点登录已过期、已用过，或不是在本浏览器开始的。请重新开始。',
    en: 'This sign-on has expired, was used already, or was not begun in this browser. Start again.',
  },
  'no-role': {
    zh: '您的单位账号没有审核台的角色。请联系管理员分配角色后再登录。',
    en: 'Your organisation’s account has no role in the console. Ask an administrator for one, then sign in again.',
  },
  disabled: { zh: '您的账号已停用。请联系管理员。', en: 'Your account is disabled. Ask an administrator.' },
  'last-administrator': {
    zh: '登录服务给您的角色不再是管理员，但您是最后一位管理员。请先设置另一位管理员，再登录。',
    en: 'The sign-on service no longer makes you an administrator, but you are the last one. Have another made first, then sign in.',
  },
  'too-many': { zh: '登录过于频繁，请在一分钟后重试。', en: 'Too many sign-ins; try again in a minute.' },
  https: {
    zh: '请通过 HTTPS 打开审核台再登录；若 HTTPS 由反向代理提供，请运维设置 TRUST_PROXY。',
    en: 'Open the console over HTTPS to sign in; where a proxy provides it, operations sets TRUST_PROXY.',
  },
};

const UNKNOWN: Bilingual = { zh: '单点登录没有成功。请重新开始。', en: 'Single sign-on did not succeed. Start again.' };

/** What to say about the problem of an address; null where there is none. */
export function signOnProblem(query: URLSearchParams): Bilingual | null {
  const problem = query.get('problem');
  if (problem === null) return null;
  return Object.hasOwn(SIGN_ON_PROBLEMS, problem) ? SIGN_ON_PROBLEMS[problem]! : UNKNOWN;
}
