import type { Evidence } from '../../domain/evidence.ts';
import { isFiller } from '../filler.ts';
import { declaresGenerativeAi } from '../generative-ai.ts';
import { rule } from '../rule.ts';

/**
 * Numbers as they are published: services (Beijing-WenXinYiYan-20230821, with a serial behind it for registrations), algorithms
 * (网信算备110108823483901230031号).
 */
const NUMBER =
  /^(?:[A-Z][A-Za-z]{2,20}-[\p{L}\p{N}_.()]{1,60}(?:-[\p{L}\p{N}_.()]{1,40})?-?(?:19|20)\d{6}[A-Z]?\d{0,8}|网信算备\d{18,24}号(?:-\d{1,4})?)$/u;
/** A yes where a description is asked for. */
const YES = /^(?:yes|是|有|已标识)$/i;

export default rule({
  id: 'listing/generative-ai-material-missing',
  clauses: ['sz2025-11', 'platform2025-1'],
  basis: [
    { instrument: 'ai-labelling-2025', article: '7', verified: true },
    { instrument: 'genai-measures-2023', article: '17', verified: false },
    { instrument: 'gb-45438-2025', verified: false },
  ],
  ceiling: 'reject',
  needs: ['listing'],
  title: {
    zh: '申报了生成式人工智能而没有标识材料或备案号',
    en: 'Generative AI declared without labelling material or filing number',
  },
  explanation: {
    zh: '上架信息申报提供生成式人工智能服务的，看有没有标识材料（labelling：生成内容怎样做显式、隐式标识）和备案或登记编号（filingNumbers）。应用商店审核上架时须查验生成合成内容的标识材料（《人工智能生成合成内容标识办法》第七条，执法依据）：已经提交了生成式人工智能说明、其中却没有标识材料的，属于必备材料缺失，驳回补正；整个说明都没有提交的，商店可能另有收取渠道，转人工复核，商店的规则库可以提高为驳回。备案或登记是否必需看服务是否具有舆论属性（《生成式人工智能服务管理暂行办法》第十七条，须核对），所以没有编号的转复核，编号不像公布的格式的只作提示。',
    en: 'Where the listing declares generative AI, looks for the material on labelling (labelling: how generated content is marked, visibly and in its data) and for the numbers of filings or registrations (filingNumbers). Stores must verify the labelling material when they review an app (article 7 of the Measures for Labelling AI-Generated Content, enforced). A declaration on generative AI that leaves the labelling out lacks something mandatory and is rejected until it is added; where the whole declaration is missing the store may collect it elsewhere, so a person looks, and the store’s rulebook may raise that to a rejection. Whether a filing or registration is needed depends on the service’s power over public opinion (article 17 of the Interim Measures for Generative AI Services, verify): no number goes to a person, a number of unknown form is a warning.',
  },
  examples: {
    bad: [
      {
        text: { zh: '提交了说明，没有标识材料。', en: 'A declaration without the labelling.' },
        code: '"features": { "generativeAi": true },\n"generativeAi": { "filingNumbers": ["Guangdong-ShiLi-20250101"] }',
      },
    ],
    good: [
      {
        text: { zh: '标识材料和备案编号齐全。', en: 'Labelling and number.' },
        code: '"features": { "generativeAi": true },\n"generativeAi": { "filingNumbers": ["Guangdong-ShiLi-20250101"], "labelling": "对话气泡下方显示“内容由AI生成”，图片写入隐式标识" }',
      },
    ],
  },
  messages: {
    labelling: {
      zh: '申报提供生成式人工智能服务，没有提交内容标识材料；应用商店审核上架时须查验标识材料（《人工智能生成合成内容标识办法》第七条），请说明生成内容怎样做显式和隐式标识',
      en: 'Generative AI is declared and no material on labelling submitted; stores must verify it when they review an app (article 7 of the Measures for Labelling AI-Generated Content): say how generated content is marked, visibly and in its data',
    },
    nothing: {
      zh: '申报提供生成式人工智能服务，没有附任何说明（备案或登记编号、内容标识材料）；应用商店审核上架时须查验标识材料（《人工智能生成合成内容标识办法》第七条），请补充或者核对商店是否已另行收取',
      en: 'Generative AI is declared without anything about it (filing or registration, labelling); stores must verify the labelling material (article 7 of the Measures for Labelling AI-Generated Content): add it, or see whether the store has it from elsewhere',
    },
    number: {
      zh: '申报提供生成式人工智能服务，没有填写备案或登记编号；具有舆论属性或者社会动员能力的服务须备案（《生成式人工智能服务管理暂行办法》第十七条，须核对），使用他人已备案的大模型的请填写该模型的编号',
      en: 'Generative AI is declared without the number of a filing or registration; services with power over public opinion must be filed (article 17 of the Interim Measures for Generative AI Services, verify); where another’s filed model is used, give its number',
    },
    numberForm: {
      zh: '备案或登记编号“{number}”不像公布的格式（如“Beijing-WenXinYiYan-20230821”“网信算备…号”），请与网信部门的公告核对（《生成式人工智能服务管理暂行办法》第十七条，须核对）',
      en: 'The number “{number}” has not the form of those published (Beijing-WenXinYiYan-20230821, 网信算备…号); compare it with the announcements (article 17 of the Interim Measures for Generative AI Services, verify)',
    },
  },
  remedy: {
    zh: '在上架信息的 generativeAi 中填写内容标识材料（labelling）和备案或登记编号（filingNumbers）',
    en: 'Give the labelling material (labelling) and the numbers of filings or registrations (filingNumbers) in generativeAi of the listing',
  },
  applies: ({ listing }) => declaresGenerativeAi(listing),
  *evaluate({ listing: { app } }) {
    const declared: Evidence = {
      type: 'listing',
      field: 'app.features.generativeAi',
      value: String(app.features?.generativeAi ?? ''),
    };
    const given = app.generativeAi;
    if (given === undefined) {
      const evidence: Evidence[] = [declared, { type: 'listing', field: 'app.generativeAi' }];
      yield { message: 'nothing', subject: 'generativeAi', severity: 'review', ceiling: 'reject', evidence };
      return;
    }
    const labelling = given.labelling?.normalize('NFKC').trim() ?? '';
    if (isFiller(labelling) || YES.test(labelling)) {
      const field: Evidence = { type: 'listing', field: 'app.generativeAi.labelling', value: labelling };
      yield { message: 'labelling', subject: 'labelling', evidence: [declared, field] };
    }
    const numbers = (given.filingNumbers ?? []).filter(
      (number) => !isFiller(number) && !YES.test(number.normalize('NFKC').trim()),
    );
    if (numbers.length === 0) {
      const field: Evidence = { type: 'listing', field: 'app.generativeAi.filingNumbers' };
      yield { message: 'number', subject: 'filingNumbers', severity: 'review', evidence: [declared, field] };
      return;
    }
    const odd = numbers.filter((number) => !NUMBER.test(number.normalize('NFKC').replace(/\s/g, '')));
    // One number of a known form shows that the service is filed; others beside it may be anything.
    if (odd.length < numbers.length) return;
    const evidence = odd.map((value) => ({ type: 'listing' as const, field: 'app.generativeAi.filingNumbers', value }));
    yield { message: 'numberForm', subject: 'filingNumbers', severity: 'warn', data: { number: odd[0] }, evidence };
  },
});
