import type { Evidence } from '../../domain/evidence.ts';
import type { ListingFacts } from '../../domain/facts/listing.ts';
import type { Bilingual } from '../../domain/text.ts';
import { policyAbsence, policyEvidence, provisionOf } from '../disclosure.ts';
import { collectsNothing } from '../policy-presence.ts';
import { rule } from '../rule.ts';
import { childrenInDescription, childrenInName } from '../young-audience.ts';

export default rule({
  id: 'privacy-policy/children-rules-thin',
  clauses: ['sz2025-3'],
  basis: [
    { instrument: 'pipl', article: '31', verified: true },
    { instrument: 'minors-online-regulation', article: '34', verified: true },
    { instrument: 'children-pi-provisions', article: '8-10', verified: false },
  ],
  ceiling: 'review',
  needs: ['policy', 'listing'],
  title: { zh: '儿童个人信息处理规则内容不完整', en: 'The rules for children say too little' },
  explanation: {
    zh: '面向儿童的应用已经写到监护人同意或者儿童规则的，再看规则的内容：监护人怎样同意、怎样查阅更正删除、存储和安全、专人负责和投诉渠道、拒绝的后果。处理不满十四周岁未成年人的个人信息应当制定专门的处理规则（《个人信息保护法》第三十一条，法律），并便利监护人查阅、复制、更正、补充、删除（《未成年人网络保护条例》第三十四条，行政法规）；《儿童个人信息网络保护规定》对告知内容另有规定（条号须核对）。上架信息声明面向儿童的交人工复核；只是名称或介绍看起来面向儿童的作提示。规则常常另有一份文件，没有读到的也要由人核对。完全没有监护人和儿童规则的，由“缺少未成年人个人信息处理规则”判断；写明不收集任何个人信息的不适用。',
    en: 'Where an app for children speaks of guardians or rules for children, looks at what these say: how guardians agree, how they see, correct and delete, storage and security, who is responsible, where to complain, what refusing means. Handling information of those under fourteen takes rules of its own (article 31 of the Personal Information Protection Law, a law), and guardians must easily see, copy, correct, complete and delete (article 34 of the Regulation on the Online Protection of Minors, a regulation); the Provisions on Children’s Information list what must be told (verify the articles). An app that the listing declares for children goes to a person; where only name or description look so it is a warning. Rules often are a document of their own, and where it was not read a person looks as well. Where there is neither guardian nor rule, privacy-policy/minors-rules-missing speaks; where nothing is collected nothing is asked for.',
  },
  examples: {
    bad: [
      {
        text: { zh: '只有一句监护人同意。', en: 'One sentence on the guardian’s consent, and nothing else.' },
        kind: 'policy',
        code: '五、未成年人\n不满十四周岁的用户须经监护人同意后使用。',
      },
    ],
    good: [
      {
        text: { zh: '写明专门规则的各项内容。', en: 'Rules with their contents.' },
        kind: 'policy',
        code: '五、儿童个人信息保护规则\n我们专门为不满十四周岁的儿童制定本规则：在监护人同意后才收集儿童的昵称和学习进度，监护人拒绝的不影响试用课程。\n儿童的信息保存在境内，加密存储，注销后删除；监护人可以通过“家长中心”查阅、更正、删除儿童的信息。\n我们指定专人负责儿童个人信息保护，监护人可以发送邮件至 child@shili.cn 投诉。',
      },
    ],
  },
  messages: {
    thin: {
      zh: '应用面向儿童（{sign}），隐私政策写到未成年人，但没有读到完整的儿童个人信息处理规则（监护人查阅更正删除的途径、存储、安全、专人负责、投诉渠道等）；请核对是否另有专门规则并要求补充（《个人信息保护法》第三十一条，《未成年人网络保护条例》第三十四条）',
      en: 'The app is for children ({sign}) and the policy speaks of minors, but no full rules for children were read (how guardians see, correct and delete, storage, security, who is responsible, complaints): find out whether there is a document of its own and have it completed (article 31 of the Personal Information Protection Law; article 34 of the Regulation on the Online Protection of Minors)',
    },
  },
  remedy: {
    zh: '制定《儿童个人信息保护规则》，写明监护人同意的方式、收集的信息和目的、存储地点和期限、安全措施、监护人查阅更正删除的途径、拒绝的后果、专门负责人和投诉渠道',
    en: 'Write rules for children: how guardians agree, what is collected and why, where and how long it is kept, security, how guardians see, correct and delete, what refusing means, who is responsible and where to complain',
  },
  applies: ({ listing }) => signOf(listing) !== null,
  *evaluate({ policy, listing }) {
    const sign = signOf(listing);
    const { state, places } = provisionOf(policy, 'PR-40');
    if (sign === null || state === 'substance' || provisionOf(policy, 'PR-39').state !== 'substance') return;
    if (collectsNothing(policy)) return;
    yield {
      message: 'thin',
      subject: 'PR-40',
      severity: sign.declared ? 'review' : 'warn',
      data: { sign: sign.words },
      evidence: [
        sign.evidence,
        ...policyEvidence(policy, places.length > 0 ? places : provisionOf(policy, 'PR-39').places, 2),
        policyAbsence(policy, '监护人查阅更正删除、存储、安全、专人负责、投诉、拒绝的后果'),
      ],
    };
  },
});

interface Sign {
  readonly declared: boolean;
  readonly words: Bilingual;
  readonly evidence: Evidence;
}

/** Words of a name or a store page. */
function quoted(words: string): Bilingual {
  return { zh: `“${words}”`, en: `“${words}”` };
}

/** What shows that the app is for children; null where nothing does, or the listing says that it is for others. */
function signOf({ app }: ListingFacts): Sign | null {
  if (app.audience === 'children') {
    return {
      declared: true,
      words: { zh: '上架信息声明', en: 'as the listing declares' },
      evidence: { type: 'listing', field: 'app.audience', value: app.audience },
    };
  }
  if (app.audience !== undefined && app.audience !== 'general') return null;
  const named = childrenInName(app.name);
  if (named !== null)
    return { declared: false, words: quoted(named), evidence: { type: 'listing', field: 'app.name', value: app.name } };
  const described = childrenInDescription(app.description ?? '');
  if (described === null) return null;
  return { declared: false, words: quoted(described), evidence: { type: 'listing', field: 'app.description', value: described } };
}
