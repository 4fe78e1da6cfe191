import type { Rule } from '../../../shared/checks/rule.ts';
import { NO_RECORDS } from '../../../shared/domain/facts/records.ts';
import type { Knowledge } from '../../../shared/knowledge/types.ts';
import { type PackedFacts, unpackFacts } from '../../../shared/platform/database/packed-facts.ts';
import { type TriedApp, type TriedRulebooks, tryApp } from '../../../shared/pledge/trial.ts';

/** Judges an app out of its kept facts by two rulebooks; facts that are lost or of another kind are told. */
export async function tryPacked(
  packed: PackedFacts,
  books: TriedRulebooks,
  rules: readonly Rule[],
  rulesVersion: string,
  knowledge: Knowledge,
): Promise<TriedApp> {
  const app = packed.submission;
  const { package: facts, policy, listing, records } = await unpackFacts(packed);
  if (facts === null) return { app, reason: { zh: '没有保存安装包事实', en: 'no package facts are kept' } };
  if (policy === null) return { app, reason: { zh: '没有保存隐私政策事实', en: 'no policy facts are kept' } };
  if (facts.schema !== 'package-facts/2') {
    return {
      app,
      reason: { zh: '安装包事实是旧格式，须重新检查安装包', en: 'its facts are of an older kind: inspect the package again' },
    };
  }
  return tryApp(app, { package: facts, policy, listing, records: records ?? NO_RECORDS }, books, rules, rulesVersion, knowledge);
}
