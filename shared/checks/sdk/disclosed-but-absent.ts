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
  explanation: {
    zh: '把隐私政策和上架信息列出的第三方SDK与安装包比对，找出包内没有踪迹的。告知应当与实际一致（《个人信息保护法》第十七条，法律；深圳市指引第二条，推荐性，须核对），列出并不使用的SDK会让用户误解，也常说明清单抄自模板或者没有随版本更新。只有代码全部读到、且该SDK能够按包名识别时才提示：加固、动态加载、被混淆改名，或者只用于其他系统版本的SDK，都可能在包内找不到。同一提供者的其他产品在包内的，不提示。所以本规则只作提示，不影响结论。',
    en: 'Compares the SDKs that policy and listing name with the package, and finds those that have left no trace. Notice must agree with the app (article 17 of the Personal Information Protection Law, a law; article 2 of the Shenzhen guideline, recommended, verify); naming SDKs that are not used misleads users, and often shows that a list was copied from a template or not kept up. It speaks only where all code was read and the SDK can be known by its package names: packing, dynamic loading, renaming by a shrinker, or an SDK of the version for another system may all hide it. Where another product of the same vendor is in the package it is silent. It is a warning and changes no decision.',
  },
  examples: {
    bad: [
      {
        text: { zh: '清单列出了包内没有的SDK。', en: 'The list names an SDK that is not in the package.' },
        kind: 'policy',
        code: 'SDK名称：百度地图SDK；运营方：北京百度网讯科技有限公司；使用目的：地图展示；收集的个人信息：位置信息',
      },
    ],
    good: [
      {
        text: {
          zh: '注明只用于其他系统版本，或者从清单删除。',
          en: 'The row is taken from the list, or says which system it belongs to.',
        },
      },
    ],
  },
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
