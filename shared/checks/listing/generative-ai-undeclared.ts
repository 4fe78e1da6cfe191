import type { PolicyFacts } from '../../domain/facts/policy.ts';
import { policyEvidence, provisionOf } from '../disclosure.ts';
import { declaresGenerativeAi, generatedTexts, generativeDescription, modelHosts, modelLibraries } from '../generative-ai.ts';
import { type RuleContext, rule } from '../rule.ts';

/** So many texts about generated content are no coincidence: the app's own pages offer it. */
const MANY_TEXTS = 3;

export default rule({
  id: 'listing/generative-ai-undeclared',
  clauses: ['sz2025-11'],
  basis: [
    { instrument: 'ai-labelling-2025', article: '7', verified: true },
    { instrument: 'genai-measures-2023', article: '11', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'listing'],
  title: { zh: '疑似提供生成式人工智能服务而未申报', en: 'Seems to offer generative AI and does not declare it' },
  explanation: {
    zh: '上架信息没有申报生成式人工智能服务时，看有没有相反的线索：代码或脚本中的大模型服务地址、在设备上运行大模型的原生库、商店简介、隐私政策和界面文字。应用商店审核上架时须向开发者问明是否提供生成合成服务，并查验标识材料（《人工智能生成合成内容标识办法》第七条），所以有线索的转人工复核，由开发者说明；只有一两处界面文字的只作提示。地址和库的存在不证明功能已经开放，服务器端的大模型在安装包里也可能没有任何痕迹，所以不因此驳回，没有线索也不等于没有。',
    en: 'Where the listing declares no generative AI, looks for signs of it: addresses of model services in code and scripts, libraries that run models on the device, the store page, the policy, and texts of the app. Stores must ask whether an app offers such a service and verify its labelling material (article 7 of the Measures for Labelling AI-Generated Content), so signs go to a person and the developer explains; one or two texts alone are a warning. An address or a library does not prove that a function is open, and a model on a server may leave no trace in the package: nothing is rejected for it, and no sign is no proof of absence.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '代码里有大模型服务地址，没有申报。',
          en: 'The address of a model service in the code, and nothing declared.',
        },
        code: 'https://api.deepseek.com/chat/completions',
      },
    ],
    good: [
      {
        text: { zh: '如实申报并附标识说明。', en: 'Declared, with its labelling.' },
        code: '"features": { "generativeAi": true },\n"generativeAi": { "filingNumbers": ["Guangdong-ShiLi-20250101"], "labelling": "对话气泡下方显示“内容由AI生成”，图片写入隐式标识" }',
      },
    ],
  },
  messages: {
    hosts: {
      zh: '安装包中有大模型服务地址（{hosts}），上架信息没有申报生成式人工智能服务；应用商店审核上架时须向开发者问明是否生成合成内容，并查验标识材料（《人工智能生成合成内容标识办法》第七条），请开发者说明',
      en: 'The package contains addresses of large-model services ({hosts}), and the listing does not declare generative AI; stores must ask whether an app offers it and verify its labelling material (article 7 of the Measures for Labelling AI-Generated Content): ask the developer',
    },
    libraries: {
      zh: '安装包中有在设备上运行大模型的原生库（{libraries}），上架信息没有申报生成式人工智能服务；请开发者说明是否生成合成内容（《人工智能生成合成内容标识办法》第七条）',
      en: 'The package contains libraries that run large models on the device ({libraries}), and the listing does not declare generative AI: ask the developer whether content is generated (article 7 of the Measures for Labelling AI-Generated Content)',
    },
    description: {
      zh: '商店简介写有生成式人工智能的功能（“{words}”），上架信息没有申报；应用商店审核上架时须查验标识材料（《人工智能生成合成内容标识办法》第七条），请开发者申报',
      en: 'The store page offers generative AI (“{words}”), and the listing does not declare it; stores must verify its labelling material (article 7 of the Measures for Labelling AI-Generated Content): have it declared',
    },
    policy: {
      zh: '隐私政策写有生成式人工智能服务的内容，上架信息没有申报；应用商店审核上架时须向开发者问明是否生成合成内容，并查验标识材料（《人工智能生成合成内容标识办法》第七条），请开发者说明',
      en: 'The policy speaks of a generative AI service, and the listing does not declare one; stores must ask whether an app offers it and verify its labelling material (article 7 of the Measures for Labelling AI-Generated Content): ask the developer',
    },
    texts: {
      zh: '应用界面文字提到生成式人工智能，上架信息没有申报；请确认是否生成合成内容（《人工智能生成合成内容标识办法》第七条），确有的补充申报',
      en: 'Texts of the app speak of generative AI, and the listing does not declare it; is content generated? (article 7 of the Measures for Labelling AI-Generated Content) If so, declare it',
    },
  },
  remedy: {
    zh: '提供生成合成服务的，在上架信息中申报（generativeAi），并提交备案或登记情况和内容标识材料；不提供的，说明相关代码的用途',
    en: 'If the app offers generative AI, declare it in the listing (generativeAi) with its filing and labelling material; if not, explain what the code is for',
  },
  // Nothing declared and nothing that points to it: the clause on AI services does not concern this app.
  applies: (context) => !declaresGenerativeAi(context.listing) && signOf(context) !== null,
  *evaluate(context) {
    const { listing, package: facts, policy } = context;
    const value = String(listing.app.features?.generativeAi ?? '');
    const declared = { type: 'listing', field: 'app.features.generativeAi', value } as const;
    const subject = 'generativeAi';
    const sign = signOf(context);
    if (sign === 'hosts') {
      const hosts = modelHosts(facts);
      const evidence = [...hosts.map((target) => ({ type: 'code' as const, target, count: 1 })), declared];
      yield { message: sign, subject, data: { hosts: hosts.join('、') }, evidence };
    } else if (sign === 'libraries') {
      const libraries = modelLibraries(facts);
      const evidence = [...libraries.map((entry) => ({ type: 'package' as const, entry, detail: entry })), declared];
      yield { message: sign, subject, data: { libraries: libraries.join('、') }, evidence };
    } else if (sign === 'description') {
      const words = generativeDescription(listing) ?? '';
      const evidence = [{ type: 'listing' as const, field: 'app.description', value: words }, declared];
      yield { message: sign, subject, data: { words }, evidence };
    } else if (sign === 'policy') {
      yield { message: sign, subject, evidence: [...policyEvidence(policy, provisionOf(policy, 'PR-44').places), declared] };
    } else if (sign === 'texts') {
      const texts = generatedTexts(facts);
      yield { message: sign, subject, severity: texts.length < MANY_TEXTS ? 'warn' : 'review', evidence: [...texts, declared] };
    }
  },
});

/** Content that is made for the user, not pictures that are sorted or sharpened, texts that are read aloud, or a service line. */
const GENERATES =
  /生成式|大模型|大语言模型|aigc|提示词|prompt|深度合成|(?:ai|人工智能|智能)[^,，。;；]{0,6}(?:对话|问答|聊天|写作|创作|绘画|作画|生图|生成|助手|编曲|配音)|generative|language model/iu;

function saysGenerated(policy: PolicyFacts): boolean {
  const { state, places } = provisionOf(policy, 'PR-44');
  return (
    state === 'substance' &&
    places.some(({ range: [start, end] }) => {
      const words = policy.text.slice(start, end);
      return GENERATES.test(words) && !/客服/u.test(words);
    })
  );
}

/** The most telling sign that there is; the policy may be null: the rule needs package and listing only. */
function signOf({
  package: facts,
  listing,
  policy,
}: RuleContext): 'hosts' | 'libraries' | 'description' | 'policy' | 'texts' | null {
  if (modelHosts(facts).length > 0) return 'hosts';
  if (modelLibraries(facts).length > 0) return 'libraries';
  if (generativeDescription(listing) !== null) return 'description';
  if (policy?.outcome === 'read' && saysGenerated(policy)) return 'policy';
  return generatedTexts(facts).length > 0 ? 'texts' : null;
}
