import { comparableName, relationOfAppNames } from '../comparable-name.ts';
import { identityPlace } from '../platform.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'listing/app-name-mismatch',
  clauses: ['platform2025-2', 'sz2025-2'],
  basis: [
    { instrument: 'anti-telecom-fraud-law', article: '23', verified: true },
    { instrument: 'app-information-service-2022', article: '20', verified: false },
    { instrument: 'taf-078', article: '078.9', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'listing'],
  title: { zh: '申报名称与应用显示名称不一致', en: 'The listed name is not what the launcher shows' },
  explanation: {
    zh: '比对上架信息申报的应用名称和安装后桌面显示的名称（中文和默认两种）。全半角、标点、空格、繁简不算不同，一个名称包含另一个（副标题、简称）、用字大半相同的也不算。应用分发平台应当核验应用的功能和用途（《反电信网络诈骗法》第二十三条，法律），名称不同的可能是另一个应用，转人工复核；桌面名称只有外文、上架名称是中文的无法比较，只作提示。名称没有读到的不判断。',
    en: 'Compares the listed name with the one that the launcher will show (the Chinese and the default label). Width, punctuation, blanks and script make no difference, nor does a name that holds the other (a subtitle, a short name) or shares most of its characters. Stores must verify the function and purpose of apps (article 23 of the Law against Telecom and Online Fraud, a law), and another name may be another app: a person looks. A label in Latin letters only and a Chinese listing cannot be compared: a warning. Nothing is judged where no label was read.',
  },
  examples: {
    bad: [
      {
        text: { zh: '申报的是银行，桌面显示棋牌。', en: 'Listed as a bank, shown as a game.' },
        code: '"name": "示例银行"\nandroid:label="幸运棋牌"',
      },
    ],
    good: [
      {
        text: { zh: '上架名称带有副标题。', en: 'The listing adds a subtitle.' },
        code: '"name": "示例地图——导航与公交"\nandroid:label="示例地图"',
      },
    ],
  },
  messages: {
    other: {
      zh: '上架信息申报的应用名称是“{listed}”，安装后显示的名称是“{actual}”；请复核是否为同一应用（《反电信网络诈骗法》第二十三条要求核验应用程序的功能和用途）',
      en: 'The listing calls the app "{listed}", the launcher will show "{actual}"; review whether it is the same app (article 23 of the Law against Telecom and Online Fraud wants the function and purpose of apps verified)',
    },
    translated: {
      zh: '上架信息申报的应用名称是“{listed}”，安装后显示的名称是“{actual}”，文字不同，无法比较；请确认二者是同一名称（《反电信网络诈骗法》第二十三条要求核验应用的功能和用途），并为简体中文用户提供中文名称',
      en: 'The listing calls the app "{listed}", the launcher will show "{actual}", in another alphabet: make sure that they are one name (article 23 of the Law against Telecom and Online Fraud wants the function and purpose of apps verified), and add a Chinese label for Chinese users',
    },
  },
  remedy: {
    zh: '使上架信息中的应用名称与安装后显示的名称一致，或说明差异的原因',
    en: 'Make the listed name and the name shown after installation agree, or explain the difference',
  },
  applies: ({ package: { identity } }) =>
    [identity.label.zh, identity.label.default].some((label) => comparableName(label ?? '') !== ''),
  *evaluate({ package: facts, listing: { app } }) {
    const { identity } = facts;
    const labels = [identity.label.zh, identity.label.default].filter(
      (label): label is string => comparableName(label ?? '') !== '',
    );
    const comparable = labels.filter((label) => HAN.test(label) === HAN.test(app.name));
    if (comparable.some((label) => relationOfAppNames(label, app.name) !== 'other')) return;
    // One name may hold the other in two alphabets as well (QQ, QQ音乐); else nothing can be said of a translation.
    const listed = comparableName(app.name);
    if (labels.map(comparableName).some((label) => label.includes(listed) || listed.includes(label))) return;
    yield {
      message: comparable.length > 0 ? 'other' : 'translated',
      severity: comparable.length > 0 ? 'review' : 'warn',
      subject: 'app.name',
      data: { listed: app.name, actual: labels[0]! },
      evidence: [
        { type: 'listing', field: 'app.name', value: app.name },
        ...labels.map((text) => ({ type: 'resource' as const, entry: identityPlace(facts).label, text })),
      ],
    };
  },
});

const HAN = /\p{Script=Han}/u;
