import type { Evidence } from '../../domain/evidence.ts';
import { isFiller } from '../filler.ts';
import { declaresGenerativeAi, generativeDescription, humanLikeWords } from '../generative-ai.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'listing/human-like-ai-unassessed',
  clauses: ['sz2025-11', 'platform2025-1'],
  basis: [
    { instrument: 'anthropomorphic-ai-2026', article: '25', verified: false },
    { instrument: 'ai-labelling-2025', article: '7', verified: true },
  ],
  ceiling: 'review',
  needs: ['listing'],
  title: { zh: '拟人化互动服务没有安全评估或备案情况', en: 'Human-like interaction without assessment or filing' },
  explanation: {
    zh: '虚拟恋人、情感陪伴、角色扮演等模拟人的互动服务，自2026年7月15日起受《人工智能拟人化互动服务管理暂行办法》规范，应用商店须核验备案和安全评估情况（第二十五条，据二手来源，须核对）。上架信息申报了拟人化互动（humanLike）却没有评估或备案情况（assessment）的，转人工复核；没有申报，而应用名称或商店简介写有这类功能的，也转复核，请开发者说明；面向儿童的应用提供这类服务的一并复核。条文没有核对过原文，所以只复核、不驳回。',
    en: 'Services that imitate a human being (virtual lovers, companions, role play) have been under the Interim Measures for Anthropomorphic AI Services since 15 July 2026; stores must verify their filing and security assessment (article 25, from a secondary source, verify). A listing that declares human-like interaction (humanLike) without assessment or filing (assessment) goes to a person, and so does one that declares none while name or store page offers it, and an app for children that offers it. Nobody has compared the wording of the article, so nothing is rejected.',
  },
  examples: {
    bad: [
      {
        text: { zh: '申报了拟人化互动，没有评估情况。', en: 'Declared, and no assessment.' },
        code: '"generativeAi": { "labelling": "…", "humanLike": true }',
      },
    ],
    good: [
      {
        text: { zh: '附上安全评估和备案情况。', en: 'With the assessment.' },
        code: '"generativeAi": { "labelling": "…", "humanLike": true, "assessment": "已于2026年8月完成安全评估并备案，报告编号……" }',
      },
    ],
  },
  messages: {
    unassessed: {
      zh: '申报提供拟人化互动服务，没有安全评估或备案情况；应用商店须核验（《人工智能拟人化互动服务管理暂行办法》第二十五条，须核对），请补充',
      en: 'Human-like interaction is declared without its assessment or filing, which stores must verify (article 25 of the Interim Measures for Anthropomorphic AI Services, verify): add it',
    },
    undeclared: {
      zh: '应用名称或商店简介写有拟人化互动的功能（“{words}”），上架信息没有申报；请开发者说明，并提交安全评估或备案情况（《人工智能拟人化互动服务管理暂行办法》第二十五条，须核对）',
      en: 'Name or store page offer human-like interaction (“{words}”), and the listing does not declare it: ask the developer, with assessment or filing (article 25 of the Interim Measures for Anthropomorphic AI Services, verify)',
    },
    children: {
      zh: '面向儿童的应用提供拟人化互动服务；请复核对未成年人的保护措施和监护人同意（《人工智能拟人化互动服务管理暂行办法》，条款须核对）',
      en: 'An app for children offers human-like interaction: review how minors are protected and guardians agree (Interim Measures for Anthropomorphic AI Services, verify the article)',
    },
  },
  remedy: {
    zh: '在上架信息的 generativeAi 中申报 humanLike，并在 assessment 中写明安全评估或备案情况；不提供的，更正名称和简介',
    en: 'Declare humanLike in generativeAi of the listing and give assessment or filing in assessment; where the app offers none, correct name and store page',
  },
  applies: ({ listing }) => listing.app.generativeAi?.humanLike === true || humanLikeWords(listing) !== null,
  *evaluate({ listing }) {
    const { generativeAi: given, audience } = listing.app;
    const words = humanLikeWords(listing);
    const declared: Evidence = { type: 'listing', field: 'app.generativeAi.humanLike', value: String(given?.humanLike ?? '') };
    if (given?.humanLike === true) {
      if (isFiller(given.assessment ?? '')) {
        const field: Evidence = { type: 'listing', field: 'app.generativeAi.assessment', value: given.assessment ?? '' };
        yield { message: 'unassessed', subject: 'humanLike', evidence: [declared, field] };
      }
    } else if (words !== null) {
      // A game may have virtual lovers without any model behind them: without a sign of AI it is a hint.
      const generated =
        declaresGenerativeAi(listing) || generativeDescription(listing) !== null || /AI|人工智能|智能/iu.test(words);
      const evidence: Evidence[] = [{ type: 'listing', field: 'app.description', value: words }, declared];
      yield { message: 'undeclared', subject: 'humanLike', severity: generated ? 'review' : 'warn', data: { words }, evidence };
    }
    if (audience === 'children' && given?.humanLike === true) {
      const field: Evidence = { type: 'listing', field: 'app.audience', value: audience };
      yield { message: 'children', subject: 'app.audience', evidence: [declared, field] };
    }
  },
});
