import { filedRecord, filingEvidence } from '../filing-record.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'listing/filing-not-found',
  clauses: ['pledge2021-1', 'platform2025-2'],
  basis: [
    { instrument: 'anti-telecom-fraud-law', article: '23', verified: true },
    { instrument: 'miit-105-2023', verified: false },
  ],
  ceiling: 'reject',
  needs: ['listing', 'filing'],
  title: { zh: '备案库没有该备案号，或备案已注销', en: 'The filing is not in the registry, or was cancelled' },
  explanation: {
    zh: '用上架信息的备案号查询商店接入的备案库。库中明确记载该备案已经注销的，应用处于未备案状态，直接驳回：设立移动互联网应用程序应当办理许可或者备案（《反电信网络诈骗法》第二十三条，法律；工信部信管〔2023〕105号，条款须核对）。库中查不到的只转人工复核：备案可能刚刚办理，备案库也可能没有更新。没有接入备案库的不判断；备案库没有应答的记为未评估，不当作查不到。',
    en: 'Asks the filing registry that the store has connected for the number in the listing. A filing that the registry records as cancelled leaves the app unfiled and is rejected: apps need a licence or a filing (article 23 of the Law against Telecom and Online Fraud, a law; MIIT Xinguan [2023] No. 105, verify the article). A number that the registry does not have goes to a person, because the filing may be new or the registry behind. Without a registry nothing is judged; one that did not answer counts as not assessed, never as not found.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '备案库记载该备案号的状态为已注销。',
          en: 'The registry records the filing as cancelled.',
        },
        code: '粤ICP备12345678号-2A,示例应用,示例科技（深圳）有限公司,cancelled',
      },
    ],
    good: [
      {
        text: { zh: '备案库中有该备案号，状态有效。', en: 'The registry has the number, and the filing is active.' },
        code: '粤ICP备12345678号-2A,示例应用,示例科技（深圳）有限公司,active',
      },
    ],
  },
  messages: {
    cancelled: {
      zh: '备案号 {number} 在备案库中已经注销，应用处于未备案状态；设立移动互联网应用程序应当办理许可或者备案（《反电信网络诈骗法》第二十三条），未备案的应用不得分发（工信部信管〔2023〕105号，条款须核对）',
      en: 'The registry records the filing {number} as cancelled, so that the app is not filed; apps need a licence or a filing (article 23 of the Law against Telecom and Online Fraud), and unfiled apps must not be distributed (MIIT Xinguan [2023] No. 105, verify the article)',
    },
    notFound: {
      zh: '备案库（{registry}）中没有备案号 {number}；备案可能刚刚办理或者备案库尚未更新，请到备案系统核对（《反电信网络诈骗法》第二十三条；工信部信管〔2023〕105号，条款须核对）',
      en: 'The registry ({registry}) has no filing {number}; it may be new, or the registry behind: look it up in the filing system (article 23 of the Law against Telecom and Online Fraud; MIIT Xinguan [2023] No. 105, verify the article)',
    },
  },
  remedy: {
    zh: '核对备案号；备案已注销的重新办理APP备案，刚刚办理的附上备案结果再提交',
    en: 'Check the number; file the app anew where the filing was cancelled, and attach the result where it is new',
  },
  applies: ({ records }) => records.filing !== null,
  *evaluate({ listing: { app }, records }) {
    const { filing } = records;
    if (filing === null) return;
    const declared = { type: 'listing', field: 'app.filingNumber', value: app.filingNumber ?? '' } as const;
    const record = filedRecord(records);
    if (record?.status === 'cancelled') {
      const evidence = [filingEvidence(record, 'status', record.status), declared];
      yield { message: 'cancelled', subject: 'filing', data: { number: record.number }, evidence };
    } else if (filing.outcome === 'not-found') {
      const asked = { type: 'record', record: 'filing', id: filing.asked, field: 'number' } as const;
      const data = { number: filing.asked, registry: filing.registry.split(' ')[0] };
      yield { message: 'notFound', subject: 'filing', severity: 'review', data, evidence: [asked, declared] };
    }
  },
});
