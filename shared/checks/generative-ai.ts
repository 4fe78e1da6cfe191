import type { Evidence } from '../domain/evidence.ts';
import type { ListingFacts } from '../domain/facts/listing.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import { matchTopics, maySpeakText } from '../knowledge/text-topics.ts';
import { textEvidence, textsOn } from './app-texts.ts';

/** Hosts that serve large language models or generate media and do nothing else, by their published API documentation. */
const MODEL_HOSTS: ReadonlySet<string> = new Set([
  ...['api.anthropic.com', 'api.openai.com', 'api.x.ai', 'api.mistral.ai', 'api.groq.com', 'api.cohere.ai', 'api.cohere.com'],
  ...['api.perplexity.ai', 'api.together.xyz', 'api.stability.ai', 'api-inference.huggingface.co', 'openrouter.ai'],
  ...['generativelanguage.googleapis.com', 'api.replicate.com', 'api.fireworks.ai', 'api.z.ai'],
  ...[
    'api.baichuan-ai.com',
    'api.deepseek.com',
    'api.lingyiwanwu.com',
    'api.minimax.chat',
    'api.minimaxi.com',
    'api.moonshot.cn',
  ],
  ...['api.siliconflow.cn', 'api.siliconflow.com', 'api.stepfun.com', 'open.bigmodel.cn', 'api.sensenova.cn', 'api.coze.cn'],
  ...['api.coze.com', 'api.dify.ai', 'ark.cn-beijing.volces.com', 'ark.ap-southeast.bytepluses.com', 'dashscope.aliyuncs.com'],
  ...[
    'dashscope-intl.aliyuncs.com',
    'hunyuan.tencentcloudapi.com',
    'api.hunyuan.cloud.tencent.com',
    'api.lkeap.cloud.tencent.com',
  ],
  ...[
    'yuanqi.tencent.com',
    'qianfan.baidubce.com',
    'spark-api.xf-yun.com',
    'spark-api-open.xf-yun.com',
    'maas-api.cn-huabei-1.xf-yun.com',
  ],
]);
/** Hosts of which every customer has one. */
const MODEL_DOMAINS = ['.openai.azure.com', '.maas.aliyuncs.com'];

/** Run times that run language models on the device itself. */
const MODEL_LIBRARIES =
  /^lib(?:llama|llama-android|ggml(?:-\w+)?|mllm\w*|mlc_llm\w*|tvm4j_runtime_packed|llm(?:_inference_engine_jni|-\w+)?|rwkv\w*|whisper_llama|sdcpp|stable-?diffusion\w*|QnnGenAi\w*|Genie)\.so$/;

/** Addresses of model services in code and scripts, sorted, each once. */
export function modelHosts({ code, scripts }: PackageFacts): string[] {
  const found = new Set<string>();
  for (const host of code.hosts) if (isModelHost(host)) found.add(host.toLowerCase());
  for (const { hosts } of scripts) for (const host of hosts) if (isModelHost(host)) found.add(host.toLowerCase());
  return [...found].sort();
}

function isModelHost(host: string): boolean {
  const lower = host.toLowerCase();
  return MODEL_HOSTS.has(lower) || MODEL_DOMAINS.some((domain) => lower.endsWith(domain));
}

/** Libraries that run generative models on the device, each once. */
export function modelLibraries({ nativeLibraries }: PackageFacts): string[] {
  return [...new Set(nativeLibraries.filter(({ name }) => MODEL_LIBRARIES.test(name)).map(({ name }) => name))].sort();
}

/** Texts of the app's own pages that speak of generated content. */
export function generatedTexts(facts: PackageFacts): Evidence[] {
  return textEvidence(textsOn(facts, 'generative-ai'));
}

/** What a store page calls generated pictures, films, voices and talks; on pages of the app these words are too common to count. */
const OFFERED =
  /文生(?:图|视频|音)|图生(?:图|视频)|AI ?(?:聊天|问答|生图|作图|画图|画画|作画|换脸|写真|视频生成|作曲|作文|伴侣|男友|女友)|一句话(?:作画|生成|成片|出图)|智能(?:生图|作画|写稿|文案生成)/iu;

/** 本应用不使用大模型, 不提供AI生成功能: the store page says the contrary of what its words alone would mean. */
const DENIED = /(?:不|未|无|没有|非)(?:会|曾|含|包含|提供|使用|涉及|具备|支持|接入|采用)?[^,.，。;；!！?？\n]{0,8}$/u;

const pages = new WeakMap<ListingFacts, string | null>();

/** The sentence of the store page that offers generated content; null where there is none. Asked by several rules, answered once. */
export function generativeDescription(listing: ListingFacts): string | null {
  const known = pages.get(listing);
  if (known !== undefined) return known;
  const found = sentenceIn(listing.app.description ?? '');
  pages.set(listing, found);
  return found;
}

function sentenceIn(description: string): string | null {
  if (!isOffered(description)) return null;
  for (const sentence of description.split(/(?<=[。！？!?；;\n])/u)) {
    if (!isOffered(sentence)) continue;
    const at = sentence.search(
      /文生|图生|一句话|智能|生成|人工智能|AI|大模型|大语言|智能体|深度合成|generat|language model|chatgpt|deepseek/iu,
    );
    if (!DENIED.test(sentence.slice(0, Math.max(0, at)))) return sentence.trim().slice(0, 200);
  }
  return null;
}

function isOffered(text: string): boolean {
  return OFFERED.test(text) || (maySpeakText(text) && matchTopics(text).includes('generative-ai'));
}

/** AI companions, virtual lovers, role play: interaction that imitates a human being. */
const HUMAN_LIKE =
  /(?:AI|人工智能|虚拟|智能)\s*(?:男友|女友|恋人|伴侣|情侣|男朋友|女朋友|闺蜜|陪伴|伙伴|亲人|老公|老婆)|(?:情感|陪伴)\s*(?:陪伴|聊天|倾诉)\s*(?:机器人|AI|智能体)|(?:复活|数字永生|与逝者对话)|角色扮演.{0,12}(?:AI|智能体|大模型)|(?:AI|智能体|大模型).{0,12}角色扮演|AI (?:girlfriend|boyfriend|companion|lover)|virtual (?:girlfriend|boyfriend|companion)/iu;

/** The words by which name or store page offer human-like interaction; null where they do not. */
export function humanLikeWords({ app }: ListingFacts): string | null {
  return (HUMAN_LIKE.exec(app.name) ?? HUMAN_LIKE.exec(app.description ?? ''))?.[0] ?? null;
}

/** Whether the listing declares generative AI: by the feature, or by what belongs to it. */
export function declaresGenerativeAi({ app }: ListingFacts): boolean {
  return app.features?.generativeAi === true || (app.generativeAi !== undefined && app.features?.generativeAi !== false);
}
