import { listedPermission } from '../disclosure.ts';
import { declarationEvidence, isDangerous, requestedPermissions } from '../permissions.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'listing/permission-purposes-missing',
  clauses: ['platform2025-2', 'sz2025-8'],
  basis: [
    { instrument: 'miit-164-2020', article: '应用分发平台上的APP信息明示', verified: false },
    { instrument: 'miit-26-2023', verified: false },
    { instrument: 'taf-078', article: '078.9', verified: false },
  ],
  ceiling: 'warn',
  needs: ['package', 'listing'],
  title: { zh: '上架信息没有列出权限及用途', en: 'The listing does not give permissions and purposes' },
  explanation: {
    zh: '看安装包申请的危险权限在上架信息的权限列表里有没有逐项写明用途。商店页面应当明示权限列表及用途（工信部信管函〔2020〕164号、26号文，条款须核对；T/TAF 078.9，推荐性），没有开发者填写的用途，商店就无法公示。同一组的权限写明其一即可，通知权限不算。这是对商店页面的要求，漏写不等于没有告知用户，所以只作提示；隐私政策是否披露由权限检查判断。',
    en: 'Looks whether the listing gives a purpose for each dangerous permission of the package. Store pages should show permissions with their purposes (MIIT notices [2020] No. 164 and [2023] No. 26, verify the articles; T/TAF 078.9, recommended), and without the developer’s words a store has nothing to show. One of a group is enough, and notifications do not count. This concerns the store page; leaving it out does not mean that users are not told, so it is a warning. Whether the policy tells is for the permission check.',
  },
  examples: {
    bad: [
      {
        text: { zh: '申请了相机权限，上架信息没有列出。', en: 'The camera is requested and not listed.' },
        code: '<uses-permission android:name="android.permission.CAMERA" />\n"permissions": []',
      },
    ],
    good: [
      {
        text: { zh: '逐项写明用途。', en: 'Each with its purpose.' },
        code: '"permissions": [{ "name": "android.permission.CAMERA", "purpose": "扫码和拍摄头像" }]',
      },
    ],
  },
  messages: {
    missing: {
      zh: '安装包申请的 {count} 项危险权限在上架信息中没有列出或没有写用途：{permissions}；商店页面应当明示权限列表及用途（工信部信管函〔2020〕164号，条款须核对）',
      en: 'The listing leaves out {count} dangerous permissions of the package or their purposes: {permissions}; store pages should show permissions with their purposes (MIIT notice [2020] No. 164, verify the article)',
    },
  },
  remedy: {
    zh: '在上架信息的权限列表（permissions）中逐项填写权限名称和用途',
    en: 'List each permission with its purpose in the listing (permissions)',
  },
  *evaluate({ package: facts, listing, knowledge }) {
    const missing = requestedPermissions(facts, knowledge)
      .filter(isDangerous)
      .filter(({ name }) => !listedPermission(listing, name, knowledge)?.purpose?.trim());
    if (missing.length === 0) return;
    yield {
      message: 'missing',
      subject: 'permissions',
      data: { count: missing.length, permissions: missing.map(({ name }) => name.split('.').pop()).join(', ') },
      evidence: [{ type: 'listing', field: 'permissions' }, ...missing.flatMap(declarationEvidence)],
    };
  },
});
