import { missingProvision } from '../policy-presence.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/account-deletion-missing',
  clauses: ['sz2025-14', 'sz2025-15', 'pledge2021-7'],
  basis: [
    { instrument: 'pipl', article: '47', verified: true },
    { instrument: 'network-data-regulation', article: '21, 23', verified: true },
    { instrument: 'app-violation-identification-2019', article: '六.1-4', verified: false },
    { instrument: 'gbt-35273-2020', article: '8.5', verified: false },
  ],
  ceiling: 'reject',
  needs: ['policy', 'listing'],
  title: { zh: '有账号却没有注销途径', en: 'There are accounts but no way to delete them' },
  explanation: {
    zh: '上架信息声明应用有账号体系时，在隐私政策中寻找注销账号的途径：应用内路径、页面，或可以提出注销请求的联系方式。个人有权要求删除，处理规则应当写明注销账号的方法和途径（《个人信息保护法》第四十七条，《网络数据安全管理条例》第二十一条、第二十三条，法律、行政法规）；未提供有效的注销功能在执法中单独列为一种情形（《App违法违规收集使用个人信息行为认定方法》第六类，条号须核对）。“设置-账号与安全-注销账号”这样的路径，或者写明向哪个邮箱、客服提出，都算有；提到注销而看不出怎样操作的，交人工复核，全文连联系方式也没有的按没有处理。只有全文读到、篇幅够长且以中文为主时，从未提到才会驳回。应用里的注销按钮是否存在、是否有效，静态检测看不到。',
    en: 'Where the listing declares accounts, looks in the policy for a way to delete one: a path in the app, a page, or a contact that takes the request. Everyone may ask for deletion and handlers must offer a way to close an account (article 47 of the Personal Information Protection Law; article 23 of the Regulation on Network Data Security, law and regulation); having no working deletion is listed on its own in enforcement (section 6 of the 2019 identification methods, verify the item). A path such as Settings – Account – Delete account, or a mailbox or service desk to write to, counts; where the word stands without how to do it a person looks, unless the text holds no contact of anybody, which is as good as no way. Silence rejects only where the whole policy was read, is long enough and mainly Chinese. Whether the button exists in the app and works cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '提到注销，却没有说怎样注销。',
          en: 'Speaks of deleting the account (“you have the right to delete your account”) and not of how.',
        },
        kind: 'policy',
        code: '您对自己的账号享有注销的权利。',
      },
    ],
    good: [
      {
        text: {
          zh: '写明路径、条件和注销后的处理。',
          en: 'Gives the path, the conditions and what happens afterwards: in “Settings – Account and security – Delete account”, without further papers; information is then deleted or anonymised.',
        },
        kind: 'policy',
        code: '您可以在“设置-账号与安全-注销账号”在线注销账号，无需额外材料；注销后我们将删除您的个人信息或作匿名化处理。',
      },
    ],
  },
  messages: {
    absent: {
      zh: '上架信息声明有账号体系，读到的隐私政策中没有注销账号的途径；处理规则应当写明注销账号的方法和途径（《网络数据安全管理条例》第二十一条、第二十三条，《App违法违规收集使用个人信息行为认定方法》第六类，条号须核对）',
      en: 'The listing declares accounts; the policy gives no way to delete one, which the rules must state (articles 21 and 23 of the Regulation on Network Data Security; section 6 of the 2019 identification methods, verify the item)',
    },
    empty: {
      zh: '隐私政策提到注销，但没有写明注销的路径或联系方式；处理规则应当写明注销账号的方法和途径（《网络数据安全管理条例》第二十一条、第二十三条，《App违法违规收集使用个人信息行为认定方法》第六类，条号须核对）',
      en: 'The policy mentions deleting the account but neither path nor contact, which the rules must state (articles 21 and 23 of the Regulation on Network Data Security; section 6 of the 2019 identification methods, verify the item)',
    },
  },
  remedy: {
    zh: '写明注销路径（例如“设置-账号与安全-注销账号”）、条件、时限以及注销后的删除或匿名化处理',
    en: 'State the path to delete the account, its conditions, the time it takes and what happens to the data',
  },
  applies: ({ listing }) => listing.app.features?.accounts === true,
  *evaluate({ policy }) {
    yield* missingProvision(policy, 'PR-31', '注销账号及其路径');
  },
});
