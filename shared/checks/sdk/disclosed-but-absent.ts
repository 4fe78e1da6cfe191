import type { Evidence } from '../../domain/evidence.ts';
import type { ListingFacts } from '../../domain/facts/listing.ts';
import type { PackageFacts } from '../../domain/facts/package.ts';
import type { PolicyFacts } from '../../domain/facts/policy.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Knowledge, SdkEntry } from '../../knowledge/types.ts';
import { isAllCodeSeen } from '../completeness.ts';
import { policyEvidence } from '../disclosure.ts';
import { rule } from '../rule.ts';
import { readListing, readRows } from '../sdk-rows.ts';

/** A row for the version of another system, or for pages that the app only shows. */
const ELSEWHERE = /\bios\b|iphone|苹果(?:版|系统|手机)|鸿蒙|harmony|小程序|\bh5\b|网页|web ?端|pc ?端|电脑/i;
/** Names that a shrinker leaves; from this share of the classes on it has renamed code that may be anybody's. */
const SHORTENED = /(?:^|\.)[a-z]{1,2}\d?$/i;
const SHARE = 0.25;

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
    zh: '把隐私政策和上架信息列出的第三方SDK与安装包比对，找出包内没有踪迹的。告知应当与实际一致（《个人信息保护法》第十七条，法律；深圳市指引第二条，推荐性，须核对），列出并不使用的SDK会让用户误解，也常说明清单抄自模板或者没有随版本更新。只有代码全部读到、且该SDK能够按包名识别时才提示；代码大量被改名、而知识库没有该SDK的代码特征可比的，注明用于其他系统、小程序或网页的，一行列出多个SDK而其中有在包内的，都不提示：加固、动态加载、被混淆改名，或者只用于其他系统版本的SDK，都可能在包内找不到。同一提供者的其他产品在包内的，不提示。所以本规则只作提示，不影响结论。',
    en: 'Compares the SDKs that policy and listing name with the package, and finds those that have left no trace. Notice must agree with the app (article 17 of the Personal Information Protection Law, a law; article 2 of the Shenzhen guideline, recommended, verify); naming SDKs that are not used misleads users, and often shows that a list was copied from a template or not kept up. It speaks only where all code was read and the SDK can be known by its package names; not where much of the code was renamed and there are no features of the SDK’s code to compare, where the row says that it is for another system, a mini program or web pages, or where one of several SDKs of a row is there: packing, dynamic loading, renaming by a shrinker, or an SDK of the version for another system may all hide it. Where another product of the same vendor is in the package it is silent. It is a warning and changes no decision.',
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
  *evaluate({ package: facts, policy, listing, knowledge, sdks }) {
    const found = new Set(sdks.map(({ sdk }) => sdk.id));
    const operators = new Set(sdks.flatMap(({ sdk }) => (sdk.operator === null ? [] : [sdk.operator.zh, sdk.operator.en])));
    const mayHide = hidden(facts, knowledge);
    const told = new Set<SdkEntry>();
    for (const { named, text, evidence, source } of entries(policy, listing, knowledge)) {
      if (ELSEWHERE.test(text) || named.some(({ id }) => found.has(id))) continue;
      for (const sdk of named) {
        const kin = sdk.operator !== null && (operators.has(sdk.operator.zh) || operators.has(sdk.operator.en));
        if (told.has(sdk) || kin || sdk.prefixes.length === 0 || mayHide(sdk)) continue;
        told.add(sdk);
        yield { message: 'absent', subject: sdk.id, data: { sdk: sdk.name, source }, evidence };
      }
    }
  },
});

interface Entry {
  readonly named: readonly SdkEntry[];
  readonly text: string;
  readonly evidence: readonly Evidence[];
  readonly source: Bilingual;
}

function* entries(policy: PolicyFacts, listing: ListingFacts, knowledge: Knowledge): Generator<Entry> {
  for (const { row, named } of readRows(policy, knowledge)) {
    const text = `${row.name} ${row.purpose} ${row.way ?? ''}`;
    yield { named, text, evidence: policyEvidence(policy, [row]), source: { zh: '隐私政策', en: 'The policy' } };
  }
  for (const { index, name, purpose, named } of readListing(listing, knowledge)) {
    const evidence: Evidence[] = [{ type: 'listing', field: `sdks[${index}].name`, value: name }];
    yield { named, text: `${name} ${purpose}`, evidence, source: { zh: '上架信息', en: 'The listing' } };
  }
}

/** Whether an SDK may be there under names that a shrinker gave it: much was renamed, and nothing tells its code by its features. */
function hidden({ code }: PackageFacts, { sdkFingerprints }: Knowledge): (sdk: SdkEntry) => boolean {
  let renamed = 0;
  let classes = 0;
  for (const each of code.packages) {
    classes += each.classes;
    if (SHORTENED.test(each.name)) renamed += each.classes;
  }
  if (renamed < classes * SHARE) return () => false;
  const known = new Set(code.prints === undefined ? [] : sdkFingerprints.entries.map(({ id }) => id));
  return ({ id }) => !known.has(id);
}
