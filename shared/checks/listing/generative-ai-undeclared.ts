import { policyEvidence, provisionOf } from '../disclosure.ts';
import { type RuleContext, rule } from '../rule.ts';

/** Hosts that serve large language models and nothing else, by their published API documentation. */
const MODEL_HOSTS: ReadonlySet<string> = new Set([
  'api.anthropic.com',
  'api.baichuan-ai.com',
  'api.deepseek.com',
  'api.lingyiwanwu.com',
  'api.minimax.chat',
  'api.moonshot.cn',
  'api.openai.com',
  'api.siliconflow.cn',
  'api.stepfun.com',
  'ark.cn-beijing.volces.com',
  'dashscope.aliyuncs.com',
  'generativelanguage.googleapis.com',
  'hunyuan.tencentcloudapi.com',
  'open.bigmodel.cn',
  'openrouter.ai',
  'qianfan.baidubce.com',
  'spark-api.xf-yun.com',
]);

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
  messages: {
    hosts: {
      zh: '安装包中有大模型服务地址（{hosts}），上架信息没有申报生成式人工智能服务；应用商店审核上架时须向开发者问明是否生成合成内容，并查验标识材料（《人工智能生成合成内容标识办法》第七条），请开发者说明',
      en: 'The package contains addresses of large-model services ({hosts}), and the listing does not declare generative AI; stores must ask whether an app offers it and verify its labelling material (article 7 of the measures on labelling AI-generated content): ask the developer',
    },
    policy: {
      zh: '隐私政策写有生成式人工智能服务的内容，上架信息没有申报；应用商店审核上架时须向开发者问明是否生成合成内容，并查验标识材料（《人工智能生成合成内容标识办法》第七条），请开发者说明',
      en: 'The policy speaks of a generative AI service, and the listing does not declare one; stores must ask whether an app offers it and verify its labelling material (article 7 of the measures on labelling AI-generated content): ask the developer',
    },
  },
  remedy: {
    zh: '提供生成合成服务的，在上架信息中申报（generativeAi），并提交备案或登记情况和内容标识材料；不提供的，说明相关代码的用途',
    en: 'If the app offers generative AI, declare it in the listing (generativeAi) with its filing and labelling material; if not, explain what the code is for',
  },
  // Nothing declared and nothing that points to it: the clause on AI services does not concern this app.
  applies: (context) =>
    context.listing.app.features?.generativeAi !== true && (modelHosts(context).length > 0 || policyDescribesIt(context)),
  *evaluate(context) {
    const { listing, policy } = context;
    const value = String(listing.app.features?.generativeAi ?? '');
    const declared = { type: 'listing', field: 'app.features.generativeAi', value } as const;
    const hosts = modelHosts(context);
    if (hosts.length > 0) {
      yield {
        message: 'hosts',
        subject: 'generativeAi',
        data: { hosts: hosts.join('、') },
        evidence: [...hosts.map((target) => ({ type: 'code' as const, target, count: 1 })), declared],
      };
    } else {
      const evidence = [...policyEvidence(policy, provisionOf(policy, 'PR-44').places), declared];
      yield { message: 'policy', subject: 'generativeAi', evidence };
    }
  },
});

function modelHosts({ package: { code } }: RuleContext): string[] {
  return code.hosts.filter((host) => MODEL_HOSTS.has(host.toLowerCase()));
}

/** The policy may be null: the rule needs package and listing only. */
function policyDescribesIt({ policy }: RuleContext): boolean {
  return policy?.outcome === 'read' && provisionOf(policy, 'PR-44').state === 'substance';
}
