import { operation } from '../operation.ts';
import { clausesSchema } from '../schemas/rulebook.ts';

export const listClauses = operation({
  id: 'listClauses',
  method: 'get',
  path: '/v1/clauses',
  tag: 'rulebook',
  summary: { zh: '条款目录', en: 'The clauses' },
  description: {
    zh: '每份结论都逐条评估；kind 说明机器能判断到什么程度。',
    en: 'Every verdict assesses all of them; kind says how far a machine can decide.',
  },
  scope: null,
  responses: { 200: { description: { zh: '条款', en: 'The clauses' }, schema: clausesSchema } },
  problems: [],
  async handle({ ports }) {
    const clauses = ports.knowledge.clauses.map(({ id, instrument, number, name, summary, kind, force }) => ({
      id,
      instrument,
      number,
      name,
      summary,
      kind,
      force,
      rules: ports.rules.filter((rule) => rule.clauses.includes(id)).map((rule) => rule.id),
      page: `/rules/clauses/${id}.html`,
    }));
    return { status: 200, body: { clauses }, headers: { 'Cache-Control': 'public, max-age=300' } };
  },
});
