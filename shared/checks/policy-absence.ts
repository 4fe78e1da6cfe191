import type { PolicyFacts } from '../domain/facts/policy.ts';
import type { Bilingual } from '../domain/text.ts';

const REASONS: Readonly<Record<string, Bilingual>> = {
  'not-given': { zh: '送审材料没有提供', en: 'none was handed in' },
  'empty-file': { zh: '提交的文件没有内容', en: 'the file handed in is empty' },
  'empty-page': { zh: '页面没有内容', en: 'the page is empty' },
};

/** Why there is no policy, in words: from the reader's reason, of which `http-<status>` is the server's answer. */
export function whyAbsent({ reason }: PolicyFacts): Bilingual {
  const status = /^http-(\d{3})$/.exec(reason ?? '')?.[1];
  if (status !== undefined) return { zh: `服务器返回状态码 ${status}`, en: `the server answered with status ${status}` };
  const known = reason !== null && Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined;
  return known ?? { zh: reason ?? '原因未知', en: reason ?? 'unknown reason' };
}
