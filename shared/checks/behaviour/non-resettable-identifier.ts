import type { ApiUse } from '../../domain/facts/package.ts';
import { callEvidence, whoCalls } from '../callers.ts';
import { rule } from '../rule.ts';

/** Code that is there may never run, so this rule never rejects. */
export default rule({
  id: 'behaviour/non-resettable-identifier',
  clauses: ['sz2025-2', 'sz2025-7', 'pledge2021-2'],
  basis: [
    { instrument: 'pipl', article: '6, 17', verified: true },
    { instrument: 'app-violation-identification-2019', article: '二.1', verified: true },
    { instrument: 'gbt-41391-2022', article: '6.3, 附录F', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'android', 'policy'],
  title: { zh: '读取不可变更的设备标识', en: 'Reads a device identifier that cannot be reset' },
  messages: {
    undisclosed: {
      zh: '代码中有读取{type}的调用 {count} 处（{who}），对应权限已声明，隐私政策没有写到收集{type}；收集应当逐一告知（《个人信息保护法》第十七条）。代码存在不等于实际执行，请复核',
      en: 'The code has {count} calls that read {type} ({who}), the permission they need is declared, and the policy does not mention collecting it, while each item collected must be told (article 17 of the Personal Information Protection Law). Code that exists need not run: review',
    },
    disclosed: {
      zh: '代码中有读取{type}的调用 {count} 处（{who}）；该标识用户无法重置，推荐性标准 GB/T 41391-2022（条款须核对）不建议收集，建议改用可重置的标识',
      en: 'The code has {count} calls that read {type} ({who}); users cannot reset it, and the recommended standard GB/T 41391-2022 (verify the clause) advises against collecting it: better use an identifier that can be reset',
    },
    open: {
      zh: '代码中有读取{type}的调用 {count} 处（{who}），该接口不需要权限，隐私政策没有写到收集{type}；新版本系统通常返回固定值，请确认是否仍需要（《个人信息保护法》第六条）',
      en: 'The code has {count} calls that read {type} ({who}); the call needs no permission and the policy does not mention collecting it. Current systems usually return a constant: is it still needed (article 6 of the Personal Information Protection Law)?',
    },
  },
  remedy: {
    zh: '删除对不可变更标识的读取，改用 OAID 等可重置标识；由第三方SDK读取的，升级或关闭其采集开关；确有必要的，在隐私政策中写明类型、目的和必要性',
    en: 'Stop reading the identifier and use one that can be reset (OAID); where an SDK reads it, upgrade it or switch its collection off; where it is truly needed, state type, purpose and necessity in the policy',
  },
  *evaluate({ package: facts, policy, knowledge }) {
    const declared = new Set(facts.permissions.map(({ name }) => name));
    const byType = new Map<string, ApiUse[]>();
    for (const use of facts.code.apiUses) {
      // A call whose permission is not declared fails or returns nothing.
      if (use.permissions.length > 0 && !use.permissions.some((name) => declared.has(name))) continue;
      for (const type of use.piTypes) {
        if (!type.startsWith('device.') || knowledge.piTypes.get(type)?.nonResettable !== true) continue;
        byType.set(type, [...(byType.get(type) ?? []), use]);
      }
    }
    for (const [type, uses] of [...byType].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const disclosed = policy.types.some((mention) => mention.type === type && !mention.negated);
      const guarded = uses.some(({ permissions }) => permissions.length > 0);
      yield {
        message: disclosed ? 'disclosed' : guarded ? 'undisclosed' : 'open',
        subject: type,
        severity: guarded && !disclosed ? 'review' : 'warn',
        data: {
          type: knowledge.piTypes.get(type)!.name,
          count: uses.reduce((sum, { count }) => sum + count, 0),
          who: whoCalls(uses, knowledge),
        },
        evidence: uses.flatMap((use) => callEvidence(use, facts.code)),
      };
    }
  },
});
