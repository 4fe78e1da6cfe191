import type { Evidence } from '../../domain/evidence.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'listing/children-profiled',
  clauses: ['sz2025-3', 'sz2025-10'],
  basis: [
    { instrument: 'sz-data-regulation', article: '30', verified: true },
    { instrument: 'pipl', article: '28, 31', verified: true },
    { instrument: 'algorithm-provisions-2022', article: '18', verified: true },
  ],
  ceiling: 'review',
  needs: ['listing'],
  title: {
    zh: '面向未成年人的应用申报了个性化推荐或人脸识别',
    en: 'An app for minors that declares personalisation or face recognition',
  },
  explanation: {
    zh: '看申报面向儿童或青少年的应用是否同时申报了个性化推荐或者人脸识别。深圳经济特区不允许为推荐产品或服务对不满十四周岁的未成年人进行用户画像（《深圳经济特区数据条例》第三十条，特区法规），算法推荐也不得影响未成年人身心健康（《互联网信息服务算法推荐管理规定》第十八条）；儿童的人脸是敏感个人信息，须有特定目的和充分的必要性（《个人信息保护法》第二十八条）。两种情况都转人工复核，请开发者说明是否对儿童使用、监护人如何同意、能否关闭；面向青少年的应用申报了推荐的只作提示，因为其中许多人已满十四周岁。没有申报面向未成年人的应用不在这里判断。',
    en: 'Looks whether an app declared for children or teenagers also declares personalised recommendation or face recognition. The Shenzhen special zone does not allow profiling those under fourteen in order to recommend products or services (article 30 of the Data Regulation of the Shenzhen Special Economic Zone, a regulation of the zone), and recommendation must not harm minors (article 18 of the Provisions on Algorithmic Recommendation); a child’s face is sensitive information that takes a specific purpose and real need (article 28 of the Personal Information Protection Law). Both go to a person, and the developer says whether children get it, how guardians agree, and whether it can be switched off. Recommendation in an app for teenagers is only noted, since many of them are fourteen and older. Apps not declared for minors are not judged here.',
  },
  examples: {
    bad: [
      {
        text: { zh: '儿童应用开启个性化推荐。', en: 'A children’s app with personalised recommendation.' },
        code: '"audience": "children", "features": { "personalisedRecommendation": true }',
      },
    ],
    good: [
      {
        text: { zh: '儿童应用不做个性化推荐。', en: 'A children’s app without it.' },
        code: '"audience": "children", "features": { "personalisedRecommendation": false }',
      },
    ],
  },
  messages: {
    recommendation: {
      zh: '应用面向{audience}，又申报了个性化推荐；对不满十四周岁的未成年人不得为推荐产品或者服务进行用户画像（《深圳经济特区数据条例》第三十条），请说明不满十四周岁的用户是否受到推荐',
      en: 'The app is for {audience} and declares personalised recommendation; those under fourteen must not be profiled to recommend products or services (article 30 of the Data Regulation of the Shenzhen Special Economic Zone): say whether users under fourteen get it',
    },
    face: {
      zh: '应用面向儿童，又申报了人脸识别；儿童的人脸信息须有特定的目的和充分的必要性，并取得监护人同意（《个人信息保护法》第二十八条、第三十一条），请说明用途',
      en: 'The app is for children and declares face recognition; children’s faces take a specific purpose, real need and a guardian’s consent (articles 28 and 31 of the Personal Information Protection Law): say what it is for',
    },
  },
  remedy: {
    zh: '对儿童用户关闭个性化推荐和人脸识别；确有必要的，说明目的、必要性和监护人同意的方式',
    en: 'Switch both off for children; where they are needed, say why, what for and how guardians agree',
  },
  applies: ({ listing: { app } }) => app.audience === 'children' || app.audience === 'teenagers',
  *evaluate({ listing: { app } }) {
    const children = app.audience === 'children';
    const declared: Evidence = { type: 'listing', field: 'app.audience', value: app.audience ?? '' };
    const { personalisedRecommendation, faceRecognition } = app.features ?? {};
    if (personalisedRecommendation === true) {
      const field: Evidence = { type: 'listing', field: 'app.features.personalisedRecommendation', value: 'true' };
      yield {
        message: 'recommendation',
        subject: 'personalisedRecommendation',
        // Many teenagers are fourteen and older.
        severity: children ? 'review' : 'warn',
        data: { audience: children ? { zh: '儿童', en: 'children' } : { zh: '青少年', en: 'teenagers' } },
        evidence: [declared, field],
      };
    }
    if (children && faceRecognition === true) {
      const field: Evidence = { type: 'listing', field: 'app.features.faceRecognition', value: 'true' };
      yield { message: 'face', subject: 'faceRecognition', evidence: [declared, field] };
    }
  },
});
