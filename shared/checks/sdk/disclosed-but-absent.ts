import type { Evidence } from '../../domain/evidence.ts';
import { matchSdkName } from '../../knowledge/sdks/names.ts';
import type { SdkEntry } from '../../knowledge/types.ts';
import { isAllCodeSeen } from '../completeness.ts';
import { policyEvidence } from '../disclosure.ts';
import { rule } from '../rule.ts';

/**
 * Only a hint: the row may be about the app for another system, and a shrinker may have renamed the SDK. Said only where all code was
 * read and the SDK would show by its package names.
 */
export default rule({
  id: 'sdk/disclosed-but-absent',
  clauses: ['sz2025-2', 'pledge2021-9'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'sz-guideline-2025', article: '2', verified: false },
  ],
  ceiling: 'warn',
  needs: ['package', 'policy', 'listing'],
  title: { zh: '清单列出的SDK在安装包中没有找到', en: 'A listed SDK was not found in the package' },
  messages: {
    absent: {
      zh: '{source}列出了{sdk}，安装包的代码、组件和原生库中没有找到它；清单应与实际一致（《个人信息保护法》第十七条），如仅用于其他系统版本请注明',
      en: '{source} lists {sdk}, which was found neither in the code nor among components or native libraries of the package; the list should match the app (article 17 of the Personal Information Protection Law): say so if it belongs to the version for another system',
    },
  },
  remedy: {
    zh: '从清单中删除本安装包不再使用的SDK，或注明其适用的系统版本',
    en: 'Remove SDKs that this package no longer uses from the list, or say which system version they belong to',
  },
  applies: ({ package: facts }) => isAllCodeSeen(facts),
  *evaluate({ policy, listing, knowledge, sdks }) {
    const found = new Set(sdks.map(({ sdk }) => sdk.id));
    const named = new Map<SdkEntry, { readonly evidence: Evidence[]; readonly source: { zh: string; en: string } }>();
    for (const row of policy.sdkRows) {
      const sdk = matchSdkName(row.name, knowledge.sdks);
      if (sdk === null || named.has(sdk)) continue;
      named.set(sdk, { evidence: policyEvidence(policy, [row]), source: { zh: '隐私政策', en: 'The policy' } });
    }
    for (const [index, { name }] of (listing.sdks ?? []).entries()) {
      const sdk = matchSdkName(name, knowledge.sdks);
      if (sdk === null || named.has(sdk)) continue;
      const evidence: Evidence[] = [{ type: 'listing', field: `sdks[${index}].name`, value: name }];
      named.set(sdk, { evidence, source: { zh: '上架信息', en: 'The listing' } });
    }
    for (const [sdk, { evidence, source }] of named) {
      const kin = knowledge.sdks.some(
        (other) => found.has(other.id) && other.operator !== null && other.operator.zh === sdk.operator?.zh,
      );
      if (found.has(sdk.id) || kin || sdk.prefixes.length === 0) continue;
      yield { message: 'absent', subject: sdk.id, data: { sdk: sdk.name, source }, evidence };
    }
  },
});
