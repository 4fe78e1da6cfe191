import { rulesVersion } from '../../../shared/checks/registry.ts';
import type { CheckName } from '../../../shared/domain/check.ts';
import { operation } from '../operation.ts';
import { rulesSchema } from '../schemas/rulebook.ts';

export const listRules = operation({
  id: 'listRules',
  method: 'get',
  path: '/v1/rules',
  tag: 'rulebook',
  summary: { zh: '规则库', en: 'The rulebook' },
  scope: null,
  responses: { 200: { description: { zh: '现行规则', en: 'The rules in force' }, schema: rulesSchema } },
  problems: [],
  async handle({ ports }) {
    const rules = ports.rules.map((rule) => ({
      id: rule.id,
      check: rule.id.slice(0, rule.id.indexOf('/')) as CheckName,
      ceiling: rule.ceiling,
      clauses: rule.clauses,
      basis: rule.basis,
      title: rule.title,
      remedy: rule.remedy,
    }));
    const body = { version: rulesVersion(ports.rules), rules };
    return { status: 200, body, headers: { 'Cache-Control': 'public, max-age=300' } };
  },
});
