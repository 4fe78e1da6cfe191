import type { ClauseId } from '../../domain/clause.ts';
import type { DecisionKind } from '../../domain/review/decision.ts';
import type { Bilingual } from '../../domain/text.ts';

/** A reason that a new installation begins with; people edit it from there on. */
export interface SeededReason {
  readonly id: string;
  readonly clause: ClauseId | null;
  readonly kinds: readonly DecisionKind[];
  readonly title: Bilingual;
  readonly text: Bilingual;
}

const DOWN = ['uphold', 'rectify'] as const satisfies readonly DecisionKind[];
const UP = ['overturn', 'approve-with-warning'] as const satisfies readonly DecisionKind[];

const reason = (
  id: string,
  clause: ClauseId | null,
  kinds: readonly DecisionKind[],
  title: readonly [zh: string, en: string],
  text: readonly [zh: string, en: string],
): SeededReason => ({
  id: `reason_${id}`,
  clause,
  kinds,
  title: { zh: title[0], en: title[1] },
  text: { zh: text[0], en: text[1] },
});

/** The words for what reviewers meet most. */
export const SEEDED_REASONS: readonly SeededReason[] = [
  reason(
    'false-alarm',
    null,
    UP,
    ['误报', 'False alarm'],
    [
      '经人工核对证据，所列问题与应用的实际情况不符，属机审误报，予以放行。',
      'The evidence was checked by a person: what was found does not agree with what the app really does. It is a false alarm, and the app is let through.',
    ],
  ),
  reason(
    'mended',
    null,
    UP,
    ['已整改', 'Mended'],
    [
      '开发者已按要求整改，经复核问题已消除，予以放行。',
      'The developer has mended what was asked for. The app was looked at again, the problem is gone, and it is let through.',
    ],
  ),
  reason(
    'not-proven',
    null,
    UP,
    ['证据不足', 'Not proven'],
    [
      '现有静态证据不足以认定违规，予以放行；上架后将在日常巡查中继续关注。',
      'The static evidence at hand does not prove a breach. The app is let through and will be watched once it is on the shelf.',
    ],
  ),
  reason(
    'minor',
    null,
    ['approve-with-warning'],
    ['轻微问题，提醒后放行', 'Minor: approved with a warning'],
    [
      '所列问题轻微且不影响用户权益，本次放行；请在下一版本中改正，届时将重点核对。',
      'What was found is minor and harms nobody’s rights, so this version is let through. Please mend it in the next one, where it will be looked at first.',
    ],
  ),
  reason(
    'stands',
    null,
    ['uphold'],
    ['机审结论属实', 'The findings stand'],
    [
      '经人工复核，机审所列问题属实，维持不予上架的结论。请按各条问题的整改要求修改后重新提交。',
      'A person has checked the findings: they are true, and the app is not put on the shelf. Please mend each of them as it says and submit the app again.',
    ],
  ),
  reason(
    'policy-missing',
    'sz2025-1',
    DOWN,
    ['缺少隐私政策或无法打开', 'No privacy policy, or it does not open'],
    [
      '应用未提供隐私政策，或所提供的链接无法打开、内容为空。请提供可长期访问的完整隐私政策，并在应用内设置便捷入口。',
      'The app has no privacy policy, or its link does not open or leads to nothing. Provide a complete policy under an address that lasts, easily reached from inside the app.',
    ],
  ),
  reason(
    'permission-undisclosed',
    'sz2025-2',
    DOWN,
    ['申请的权限未在政策中说明', 'A permission that the policy does not mention'],
    [
      '应用申请的权限未在隐私政策中说明。请逐项写明权限、对应功能、收集的个人信息和目的；用不到的权限请从安装包中移除。',
      'The app asks for permissions that its policy does not mention. State each permission with the function it serves, the information collected and why; remove those that are not used from the package.',
    ],
  ),
  reason(
    'sdk-undisclosed',
    'pledge2021-9',
    DOWN,
    ['第三方SDK未披露', 'A third-party SDK that is not disclosed'],
    [
      '安装包内含有收集个人信息的第三方SDK，而隐私政策未予披露。请在第三方SDK清单中写明其名称、提供方、收集的信息、目的和方式及其隐私政策链接。',
      'The package holds a third-party SDK that collects personal information and that the policy does not disclose. List it with its name, its provider, what it collects, why and how, and the address of its own policy.',
    ],
  ),
  reason(
    'consent-by-use',
    'sz2025-4',
    DOWN,
    ['以使用代替同意', 'Using counts as consenting'],
    [
      '隐私政策以“使用即视为同意”等方式代替用户的主动同意。请改为在首次运行时以显著方式告知，并由用户自行勾选或点击同意。',
      'The policy takes the use of the app for consent. Inform users prominently when the app is first run, and let them agree by an act of their own.',
    ],
  ),
  reason(
    'consent-irrevocable',
    'sz2025-6',
    DOWN,
    ['无法撤回同意', 'Consent cannot be withdrawn'],
    [
      '未提供撤回同意的途径，或撤回后拒绝提供与该信息无关的服务。请提供便捷的撤回方式并落实。',
      'There is no way to withdraw consent, or whoever does loses services that do not depend on it. Provide an easy way and put it into effect.',
    ],
  ),
  reason(
    'beyond-necessary',
    'sz2025-7',
    DOWN,
    ['超出必要范围收集', 'More than is necessary'],
    [
      '收集的个人信息或申请的权限超出该类应用的必要范围。请删除与业务功能无关的权限和收集行为，或说明其必要性。',
      'The app collects or asks for more than apps of its category need. Remove what no function needs, or explain why it is needed.',
    ],
  ),
  reason(
    'personalisation',
    'sz2025-10',
    DOWN,
    ['个性化推荐无法关闭', 'Personalisation cannot be switched off'],
    [
      '提供个性化推荐或定向推送，但未提供不针对个人特征的选项或便捷的关闭方式。请补充该选项并在政策中写明。',
      'The app personalises what it shows and offers no choice without it, nor an easy way to refuse. Add the choice and describe it in the policy.',
    ],
  ),
  reason(
    'minors',
    'sz2025-3',
    DOWN,
    ['缺少未成年人个人信息处理规则', 'No rules for minors'],
    [
      '应用面向或可能涉及未成年人，但没有专门的未成年人个人信息处理规则。请制定并公布，取得监护人同意的方式应可操作。',
      'The app is for minors or likely to be used by them and has no dedicated rules for their information. Publish them, with a workable way to obtain a guardian’s consent.',
    ],
  ),
  reason(
    'account-deletion',
    'pledge2021-7',
    DOWN,
    ['账号注销不便或缺失', 'Accounts cannot be closed easily'],
    [
      '未提供账号注销功能，或注销设置了不合理条件。请提供简便的注销途径，并在政策中写明流程和处理时限。',
      'Accounts cannot be closed, or only under unreasonable conditions. Provide a simple way, and state the steps and how long they take.',
    ],
  ),
  reason(
    'complaint-channel',
    'sz2025-15',
    DOWN,
    ['缺少投诉与行权渠道', 'No channel for complaints and rights'],
    [
      '未公布行使权利和投诉的渠道，或承诺的处理时限超过十五个工作日。请公布有效的联系方式，并在十五个工作日内受理和处理。',
      'There is no channel for complaints and rights, or the time promised is longer than fifteen working days. Publish contacts that work, and answer within fifteen working days.',
    ],
  ),
  reason(
    'false-filing',
    'platform2025-2',
    DOWN,
    ['备案或主体信息不实', 'False filing or operator'],
    [
      '上架信息中的备案号、主体名称或签名证书与备案登记不一致。请更正上架信息，或先完成备案变更后重新提交。',
      'Filing number, operator or signing certificate do not agree with the registry of filings. Correct the listing, or have the filing changed first and submit again.',
    ],
  ),
  reason(
    'not-the-listed-app',
    'platform2025-1',
    DOWN,
    ['上架信息与安装包不符', 'The listing is not of this package'],
    [
      '上架信息（名称、类别、功能介绍）与安装包的实际内容不一致。请如实填写后重新提交。',
      'Name, category or description in the listing do not agree with what the package is. State them truthfully and submit again.',
    ],
  ),
];
