import type { Bilingual } from '../../domain/text.ts';
import { listedPermission } from '../disclosure.ts';
import { declarationEvidence, requestedPermissions } from '../permissions.ts';
import { rule } from '../rule.ts';

const CONFIDENCE: Readonly<Record<'high' | 'medium' | 'low', Bilingual>> = {
  high: { zh: '高', en: 'high' },
  medium: { zh: '中', en: 'medium' },
  low: { zh: '低', en: 'low' },
};

/** The list of what a category hardly needs is an approximation, so this rule asks for an explanation and never rejects. */
export default rule({
  id: 'permission/beyond-category',
  clauses: ['sz2025-7', 'sz2025-8', 'pledge2021-2'],
  basis: [
    { instrument: 'pipl', article: '6', verified: true },
    { instrument: 'necessary-info-39', verified: true },
    { instrument: 'app-violation-identification-2019', article: '四.1', verified: false },
    { instrument: 'gbt-41391-2022', article: '附录E', verified: false },
    { instrument: 'tc260-20204a', article: '附录D', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'android', 'listing'],
  title: { zh: '申请与应用类别相关程度较低的权限', en: 'Permission hardly related to the app’s category' },
  messages: {
    excess: {
      zh: '“{category}”应用申请了相关程度较低的权限 {permission}（{group}），上架信息没有说明用途；请依《个人信息保护法》第六条说明其与业务功能的直接关系。类别与权限的对应为近似判断（把握：{confidence}），GB/T 41391-2022 附录E须核对',
      en: 'An app of the category "{category}" requests {permission} ({group}), which the category hardly needs, and the listing gives no purpose; explain its direct relation to a function under article 6 of the Personal Information Protection Law. The match of category and permission is an approximation (confidence: {confidence}); verify against GB/T 41391-2022 annex E',
    },
    explained: {
      zh: '“{category}”应用申请了相关程度较低的权限 {permission}（{group}），上架信息说明的用途是“{purpose}”；请复核该说明是否成立（《个人信息保护法》第六条）。类别与权限的对应为近似判断（把握：{confidence}），GB/T 41391-2022 附录E须核对',
      en: 'An app of the category "{category}" requests {permission} ({group}), which the category hardly needs; the listing gives the purpose "{purpose}": judge whether it holds (article 6 of the Personal Information Protection Law). The match of category and permission is an approximation (confidence: {confidence}); verify against GB/T 41391-2022 annex E',
    },
  },
  remedy: {
    zh: '删除与业务功能无关的权限声明（包括第三方SDK带入的声明）；确需保留的，在上架信息和隐私政策中写明对应的具体功能、申请时机和拒绝后的影响',
    en: 'Remove permissions that no function needs (those that SDKs bring in as well); for those that stay, state in listing and policy the very function, when it is asked for, and what a refusal means',
  },
  applies: ({ listing, knowledge }) => knowledge.categories.has(listing.app.category),
  *evaluate({ package: facts, listing, knowledge }) {
    const category = knowledge.categories.get(listing.app.category)!;
    for (const permission of requestedPermissions(facts, knowledge)) {
      const { name, entry } = permission;
      if (!category.lowRelevance.includes(name) && !(entry && category.lowRelevance.includes(entry.name))) continue;
      const purpose = listedPermission(listing, name, knowledge)?.purpose?.trim();
      yield {
        message: purpose ? 'explained' : 'excess',
        subject: name,
        data: {
          category: category.name,
          permission: name,
          group: entry?.group ?? { zh: '未分组', en: 'no group' },
          confidence: CONFIDENCE[category.confidence],
          ...(purpose ? { purpose } : {}),
        },
        evidence: [
          ...declarationEvidence(permission),
          { type: 'listing', field: 'app.category', value: `${category.id} ${category.name.zh}` },
        ],
      };
    }
  },
});
