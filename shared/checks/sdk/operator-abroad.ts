import type { PolicyFacts } from '../../domain/facts/policy.ts';
import type { Range } from '../../domain/text.ts';
import type { DetectedSdk } from '../../knowledge/sdks/detection/detected.ts';
import { isAbroad } from '../../knowledge/sdks/names/abroad.ts';
import { policyAbsence, policyEvidence, policyMaySayMore } from '../disclosure.ts';
import { rule } from '../rule.ts';
import { sdkEvidence, whereFound } from '../sdk-evidence.ts';

const ABROAD = /境外|跨境|出境|海外|国外/;
/** “We do not send personal information abroad”, within one clause of a sentence. */
const DENIES =
  /(?:不会|不向|不存在|不涉及|不进行|没有|未|无|绝不|不予)[^。;!,、\n]{0,20}(?:境外|跨境|出境|海外|国外)|不(?:出境|跨境|离境)/;
/** Under a condition, with an exception, or of the future: neither a denial nor telling. */
const CONDITIONAL = /未经|除非|除[^。;]{0,30}外|同意之前|授权之前|如(?:果|需|确需|有)|若|确需|将来|未来|届时/;

export default rule({
  id: 'sdk/operator-abroad',
  clauses: ['sz2025-13', 'sz2025-2'],
  basis: [
    { instrument: 'pipl', article: '38, 39', verified: true },
    { instrument: 'network-data-regulation', article: '35', verified: true },
  ],
  ceiling: 'review',
  needs: ['package', 'policy'],
  title: { zh: '含境外运营的SDK而政策没有说明出境', en: 'SDK operated abroad, and the policy does not tell of transfer' },
  explanation: {
    zh: '安装包中确有由境外公司运营、公开说明会收集个人信息的SDK时，查看隐私政策怎样写向境外提供。向境外提供个人信息应当具备法定条件，并告知境外接收方的名称、联系方式、目的、方式和种类，取得单独同意（《个人信息保护法》第三十八条、第三十九条，法律；《网络数据安全管理条例》第三十五条，行政法规）。政策写明“不向境外提供”而包内有这样的SDK的，两者矛盾，交人工复核；政策全文没有提到境外的，只作提示；写到境外提供、境外接收方的不提。“未经您同意不会向境外提供”是有条件的，不算否认。运营方在境外不等于数据已经出境：SDK 可能关闭、可能使用境内服务器，静态检测看不到，所以最多复核。',
    en: 'Where the package surely holds an SDK that a company abroad operates and that is publicly stated to collect personal information, looks at what the policy says of giving information abroad. That takes one of the legal grounds, notice of the recipient’s name, contact, purpose, means and kinds, and separate consent (articles 38 and 39 of the Personal Information Protection Law, a law; article 35 of the Regulation on Network Data Security, a regulation). A policy that says nothing goes abroad contradicts such an SDK and goes to a person; one that never speaks of it is only noted; one that tells of recipients abroad is not mentioned. “Not without your consent” is conditional and no denial. An operator abroad does not mean that data has left the country: the SDK may be switched off or use servers inside, which cannot be seen statically, so a person looks at most.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '包内有 Firebase Analytics，政策称信息不出境。',
          en: 'The package has Firebase Analytics, and the policy says that nothing goes abroad.',
        },
        kind: 'policy',
        code: '我们不会向境外提供您的个人信息。',
      },
    ],
    good: [
      {
        text: { zh: '写明境外接收方并取得单独同意。', en: 'Names the recipient abroad and asks for separate consent.' },
        kind: 'policy',
        code: '我们使用谷歌有限责任公司的Firebase统计使用情况，设备标识会传输至境外；我们会单独征得您的同意，您可以拒绝。',
      },
    ],
  },
  messages: {
    denied: {
      zh: '隐私政策写明不向境外提供个人信息，安装包却含有境外公司运营的{sdk}（运营方：{operator}；{where}），该SDK公开说明会收集个人信息；请开发者说明数据去向，确需出境的应当告知境外接收方并取得单独同意（《个人信息保护法》第三十八条、第三十九条）。是否实际传输，静态检测看不到',
      en: 'The policy says that no personal information goes abroad, yet the package has {sdk} ({where}), which {operator}, a company abroad, operates and which is publicly stated to collect: ask the developer where the data goes; a transfer needs notice of the recipient and separate consent (articles 38 and 39 of the Personal Information Protection Law). Whether anything is sent cannot be seen statically',
    },
    untold: {
      zh: '安装包含有境外公司运营的{sdk}（运营方：{operator}；{where}），该SDK公开说明会收集个人信息，隐私政策没有提到境外；如向境外提供，请补充境外接收方等事项并取得单独同意（《个人信息保护法》第三十九条）',
      en: 'The package has {sdk} ({where}), which {operator}, a company abroad, operates and which is publicly stated to collect; the policy never speaks of abroad: where information goes there, name the recipient and ask for separate consent (article 39 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '面向境内用户的版本移除或关闭境外SDK；确需使用的，在隐私政策中写明境外接收方的名称、联系方式、目的、方式、信息种类和行权途径，取得单独同意，并具备出境的法定条件',
    en: 'Remove or switch off SDKs operated abroad in the version for users in the country; where one is needed, state the recipient’s name, contact, purpose, means, kinds and how rights are used, ask for separate consent, and meet a legal ground for the transfer',
  },
  applies: ({ sdks }) =>
    sdks.some((detected) => isSure(detected) && detected.sdk.operator !== null && isAbroad(detected.sdk.operator)),
  *evaluate({ package: facts, policy, sdks }) {
    const { told, denials } = abroadIn(policy);
    if (told || (denials.length === 0 && policyMaySayMore(policy))) return;
    const said =
      denials.length > 0
        ? policyEvidence(
            policy,
            denials.map((range) => ({ range, confidence: 0.8 })),
          )
        : [policyAbsence(policy, '跨境、出境、境外、海外')];
    for (const detected of sdks) {
      const { sdk } = detected;
      if (!isSure(detected) || sdk.operator === null || !isAbroad(sdk.operator)) continue;
      yield {
        message: denials.length > 0 ? 'denied' : 'untold',
        subject: sdk.id,
        severity: denials.length > 0 ? 'review' : 'warn',
        data: { sdk: sdk.name, operator: sdk.operator, where: whereFound(detected) },
        evidence: [...sdkEvidence(detected, facts, 3), ...said],
      };
    }
  },
});

/** Code of it is there, and its vendor says that it collects. */
function isSure({ sdk, confidence, level, stub }: DetectedSdk): boolean {
  return sdk.collects === 'yes' && confidence === 'high' && level !== 'declared' && !stub;
}

/** Whether the text tells of giving information abroad, or only under conditions, and where it flatly denies it. */
function abroadIn({ text }: PolicyFacts): { readonly told: boolean; readonly denials: readonly Range[] } {
  const denials: Range[] = [];
  let conditional = false;
  for (const { 0: sentence, index } of text.matchAll(/[^。;!\n]+/g)) {
    if (!ABROAD.test(sentence)) continue;
    const denial = DENIES.exec(sentence);
    if (CONDITIONAL.test(sentence)) conditional = true;
    else if (denial === null) return { told: true, denials: [] };
    else if (denials.length < 3) denials.push([index + denial.index, index + denial.index + denial[0].length]);
  }
  return { told: conditional && denials.length === 0, denials };
}
