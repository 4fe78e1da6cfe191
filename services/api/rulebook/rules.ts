import { rulesVersion } from '../../../shared/checks/registry.ts';
import type { CheckName } from '../../../shared/domain/check.ts';
import { operation } from '../operation.ts';
import { rulesSchema } from '../schemas/rulebook.ts';

export const listRules = operation({
  id: 'listRules',
  method: 'get',
  path: '/v1/rules',
  tag: 'rulebook',
  summary: { zh: '全部规则', en: 'The rules' },
  description: {
    zh: '程序所含的规则及规则库可设的参数；本商店启用了哪些，见 /v1/rulebook。',
    en: 'The rules that the program has, and what a rulebook may set; which of them hold for a store says /v1/rulebook.',
  },
  scope: null,
  responses: { 200: { description: { zh: '规则', en: 'The rules' }, schema: rulesSchema } },
  problems: [],
  async handle({ ports }) {
    const rules = ports.rules.map((rule) => ({
      id: rule.id,
      check: rule.id.slice(0, rule.id.indexOf('/')) as CheckName,
      ceiling: rule.ceiling,
      clauses: rule.clauses,
      basis: rule.basis,
      title: rule.title,
      explanation: rule.explanation ?? null,
      remedy: rule.remedy,
      page: `/rules/${rule.id}.html`,
      parameters: rule.parameters ?? {},
    }));
    const body = { version: rulesVersion(ports.rules), rules };
    return { status: 200, body, headers: { 'Cache-Control': 'public, max-age=300' } };
  },
});
