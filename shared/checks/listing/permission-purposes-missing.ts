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
