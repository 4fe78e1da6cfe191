import type { Bilingual } from '../../../shared/domain/text.ts';

/** What every problem of one code has in common. */
export interface ProblemKind {
  readonly status: number;
  readonly title: Bilingual;
}

/** The one table of problem codes; they never change their meaning. The OpenAPI document's enum is made of it. */
export const PROBLEMS = {
  'invalid-request': { status: 400, title: { zh: '请求有误', en: 'The request is not valid' } },
  'invalid-listing': { status: 422, title: { zh: '上架信息有误', en: 'The listing is not valid' } },
  'unknown-category': { status: 422, title: { zh: '应用类别不在39类之中', en: 'The app category is unknown' } },
  'policy-missing': { status: 422, title: { zh: '缺少隐私政策', en: 'There is no privacy policy' } },
  'payload-too-large': { status: 413, title: { zh: '内容超过大小上限', en: 'The content is too large' } },
  'use-resumable-upload': { status: 413, title: { zh: '请使用断点续传', en: 'Use a resumable upload' } },
  'not-a-package': { status: 422, title: { zh: '不是安装包', en: 'This is not an app package' } },
  'unsupported-format': { status: 415, title: { zh: '不支持的格式', en: 'The format is not supported' } },
  'hash-mismatch': { status: 422, title: { zh: '安装包与所附摘要不符', en: 'The package does not match its digest' } },
  'idempotency-conflict': {
    status: 422,
    title: { zh: '幂等键已用于另一请求', en: 'The idempotency key was used for another request' },
  },
  unauthenticated: { status: 401, title: { zh: '未通过身份验证', en: 'Not authenticated' } },
  forbidden: { status: 403, title: { zh: '没有此权限', en: 'This is not allowed' } },
  'password-change-required': { status: 403, title: { zh: '须先设置自己的密码', en: 'A password must be chosen first' } },
  'https-required': { status: 403, title: { zh: '须通过 HTTPS 登录', en: 'Signing in needs HTTPS' } },
  'not-found': { status: 404, title: { zh: '未找到', en: 'Not found' } },
  'verdict-pending': { status: 404, title: { zh: '机审结论尚未作出', en: 'There is no verdict yet' } },
  'method-not-allowed': { status: 405, title: { zh: '此地址不支持该方法', en: 'The method is not allowed here' } },
  conflict: { status: 409, title: { zh: '当前状态不允许此操作', en: 'The present state does not allow this' } },
  'rate-limited': { status: 429, title: { zh: '请求过于频繁', en: 'Too many requests' } },
  internal: { status: 500, title: { zh: '服务内部错误', en: 'Internal error' } },
  unavailable: { status: 503, title: { zh: '服务暂不可用', en: 'Temporarily unavailable' } },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Every code, for schemas. */
export const PROBLEM_CODES = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

/** Whether an error's code is one that the API publishes. */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}
