import { toSimplified } from '../../policy/text/script.ts';
import { comparableName } from '../comparable-name.ts';
import { policyEvidence } from '../disclosure.ts';
import { comparablePolicyText } from '../policy-text.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/wrong-app',
  clauses: ['sz2025-2', 'pledge2021-1'],
  basis: [
    { instrument: 'pipl', article: '7, 17', verified: true },
    { instrument: 'gbt-35273-2020', article: '5.5', verified: false },
  ],
  ceiling: 'review',
  needs: ['policy', 'listing'],
  title: { zh: '隐私政策可能属于其他应用', en: 'The policy may be another app’s' },
  explanation: {
    zh: '把隐私政策里的应用名称、运营者名称与上架信息比对。告知应当真实、准确、完整（《个人信息保护法》第七条、第十七条，法律），误用其他应用的政策等于没有告知本应用的规则；写明运营者和适用的产品另见推荐性标准 GB/T 35273-2020（须核对）。政策写的是另一个名称，且全文没有出现上架名称的，交人工复核；政策以运营者自己的名称命名的，可能是统一政策，也由人判断；只有运营者不一致的，因为集团内常有开发者与运营者不同，只作提示。大小写、空格、繁简和“App”后缀不同，或者一方包含另一方，都视为相同；政策里提到上架名称的，视为集团统一政策。两个名称之间的实际关系由人判断，所以从不驳回。',
    en: 'Compares the names of app and operator in the policy with the listing. Notice must be true, accurate and complete (articles 7 and 17 of the Personal Information Protection Law, a law), and another app’s policy tells nothing of this one; naming operator and product is also part of a recommended standard (GB/T 35273-2020, verify). Where the policy names another app and the listed name is nowhere in it, a person looks; one that bears the name of its operator may be a house’s for all its apps, which a person judges too; where only the operator differs it is a warning, because in groups the developer is often not the operator. Case, spaces, forms of characters, an “App” at the end, or one name within the other make no difference; a policy that mentions the listed name passes for a group’s. How two names are related is for a person to say, so this never rejects.',
  },
  examples: {
    bad: [
      {
        text: { zh: '政策写的是另一个应用。', en: 'The policy is about another app, “Sunshine Weather”.' },
        kind: 'policy',
        code: '阳光天气隐私政策\n本政策适用于“阳光天气”App。',
      },
    ],
    good: [
      {
        text: { zh: '应用名称与上架信息一致。', en: 'The app is named as in the listing.' },
        kind: 'policy',
        code: '示例应用隐私政策\n本政策适用于“示例应用”App安卓客户端。',
      },
    ],
  },
  messages: {
    app: {
      zh: '隐私政策写的应用名称是“{named}”，全文没有出现上架名称“{listed}”，请核对是否误用了其他应用的政策（《个人信息保护法》第十七条要求真实、准确、完整）',
      en: 'The policy names the app “{named}”; the listed name “{listed}” is nowhere in it. Check whether another app’s policy was handed in (article 17 of the Personal Information Protection Law wants notice to be true, accurate and complete)',
    },
    house: {
      zh: '隐私政策写的名称“{named}”与运营者“{operator}”的名称相同，全文没有出现上架名称“{listed}”，请核对是运营者的统一政策还是其他应用的政策，统一政策应当写明适用于本应用（《个人信息保护法》第十七条要求真实、准确、完整）',
      en: 'The policy bears the name “{named}”, which is also its operator’s (“{operator}”); the listed name “{listed}” is nowhere in it. Check whether it is a house’s policy for all its apps or another app’s; the former should name this one (article 17 of the Personal Information Protection Law wants notice to be true, accurate and complete)',
    },
    operator: {
      zh: '隐私政策写的运营者是“{named}”，与上架信息的开发者“{listed}”不一致，且没有提到后者，请核对二者关系（《个人信息保护法》第十七条）',
      en: 'The policy names “{named}” as operator; the developer of the listing, “{listed}”, is not in it: check how they are related (article 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '提交本应用的隐私政策，应用名称、运营者与上架信息和备案一致；集团统一政策应写明适用的应用',
    en: 'Hand in this app’s policy, with app and operator named as in listing and filing; a group’s policy should name the apps it covers',
  },
  *evaluate({ policy, listing }) {
    // The policy's text was brought to simplified script when it was read; the listing's name was not.
    const plain = comparableName(listing.app.name);
    const spellings = [plain, toSimplified(plain)];
    const named = policy.appNames.filter((app) => app.confidence >= 0.85);
    const related = named.some(({ name }) =>
      spellings.some((listed) => listed.includes(comparableName(name)) || comparableName(name).includes(listed)),
    );
    const best = named[0];
    if (
      best !== undefined &&
      plain !== '' &&
      !related &&
      !spellings.some((listed) => comparablePolicyText(policy).includes(listed))
    ) {
      const data = { named: best.name, listed: listing.app.name };
      const declared = { type: 'listing', field: 'app.name', value: listing.app.name } as const;
      const evidence = [...policyEvidence(policy, named), declared];
      // A house that names its policy after itself may mean all its apps.
      const house = policy.operators.find(({ name }) => name.includes(best.name));
      if (house === undefined) yield { message: 'app', subject: 'app.name', data, evidence };
      else yield { message: 'house', subject: 'app.name', data: { ...data, operator: house.name }, evidence };
    }
    const developer = listing.developer.name ?? '';
    const operator = policy.operators.find((mention) => mention.confidence >= 0.85);
    if (comparableName(developer) === '' || operator === undefined) return;
    if (comparablePolicyText(policy).includes(comparableName(developer))) return;
    const declared = { type: 'listing', field: 'developer.name', value: developer } as const;
    yield {
      message: 'operator',
      subject: 'developer.name',
      // Groups publish under one company and operate under another: worth a look, rarely more.
      severity: 'warn',
      data: { named: operator.name, listed: developer },
      evidence: [...policyEvidence(policy, [operator]), declared],
    };
  },
});
