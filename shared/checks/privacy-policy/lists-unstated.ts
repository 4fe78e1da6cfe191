import { advisedProvision } from '../policy-advice.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/lists-unstated',
  clauses: ['sz2025-2'],
  basis: [
    { instrument: 'miit-292-2021', verified: false },
    { instrument: 'miit-26-2023', verified: false },
    { instrument: 'taf-124-2022', verified: false },
  ],
  ceiling: 'review',
  needs: ['policy', 'listing'],
  title: {
    zh: '隐私政策没有提到已收集清单和共享清单',
    en: 'No word of the lists of collected and of shared information',
  },
  explanation: {
    zh: '有账号体系或者集成了第三方SDK的应用，查看隐私政策是否写到“已收集个人信息清单”和“与第三方共享个人信息清单”（双清单）以及在哪里查看。双清单由工业和信息化部的通知推行（信管函〔2021〕292号、信管函〔2023〕26号，执法文件，条款须核对），团体标准另有写法；法律没有要求每个应用都单设清单，所以只作提示，商店可以提高到复核。写明已收集个人信息清单的入口、给出链接或者以《个人信息收集清单》列名的都算；只有第三方SDK清单的不算。没有账号、没有第三方SDK的应用不适用；政策没有读全、篇幅很短或者写明不收集个人信息的不提示。清单在应用里是否打得开、内容是否真实，静态检测看不到。',
    en: 'For apps with accounts or third-party SDKs, looks whether the policy speaks of the list of information already collected and the list of information shared with others, and where they are. The two lists come from notices of the Ministry of Industry and Information Technology ([2021] No. 292 and [2023] No. 26, enforcement documents, verify the items) and an industry standard; no law asks every app for lists of its own, so it is a warning, which a store may raise to review. An entry in the app, a link, or the name of the list of collected information counts; a list of SDKs alone does not. Apps without accounts and third-party SDKs are not concerned; policies that are short, not wholly read, or say that nothing is collected are left alone. Whether the lists open and are true cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '有账号的应用没有提到清单。', en: 'An app with accounts that names no list.' },
        kind: 'policy',
        code: '我们会妥善管理收集的信息。',
      },
    ],
    good: [
      {
        text: { zh: '写明清单的入口。', en: 'Where the lists are in the app.' },
        kind: 'policy',
        code: '您可以在“设置-隐私-个人信息收集清单”查看我们已收集的信息，在“设置-隐私-第三方信息共享清单”查看我们共享的信息。',
      },
    ],
  },
  messages: {
    absent: {
      zh: '隐私政策没有提到已收集个人信息清单和与第三方共享个人信息清单；工业和信息化部推动建立双清单（信管函〔2021〕292号，条款须核对），建议在应用内设置并写明入口',
      en: 'The policy speaks neither of a list of collected information nor of one of shared information, which the ministry promotes (notice [2021] No. 292, verify the item): better offer them in the app and say where',
    },
    empty: {
      zh: '隐私政策有“清单”字样，但没有写已收集个人信息清单及其查看入口；工业和信息化部推动建立双清单（信管函〔2021〕292号，条款须核对），建议设置并写明入口',
      en: 'The policy has the word “list” but does not speak of a list of collected information and where it is; the ministry promotes both lists (notice [2021] No. 292, verify the item): better offer them and say where',
    },
  },
  remedy: {
    zh: '在应用内提供“已收集个人信息清单”和“与第三方共享个人信息清单”，并在政策中写明入口或者链接',
    en: 'Offer both lists in the app, and state their place or link in the policy',
  },
  applies: ({ listing, sdks }) => listing.app.features?.accounts === true || sdks.some(({ confidence }) => confidence !== 'low'),
  *evaluate({ policy }) {
    yield* advisedProvision(policy, 'PR-47', '已收集个人信息清单、第三方共享清单、双清单');
  },
});
