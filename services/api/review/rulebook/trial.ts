import { z } from 'zod';
import { MAX_BYTES } from '../../../../shared/checks/rulebook/document.ts';
import { dayInChina } from '../../../../shared/domain/day.ts';
import type { RulebookTrial } from '../../../../shared/domain/review/rulebook-view.ts';
import type { Rulebook } from '../../../../shared/domain/rulebook.ts';
import type { InForce } from '../../../../shared/platform/rulebooks/in-force.ts';
import { type Context, operation } from '../../operation.ts';
import type { ApiPorts } from '../../ports.ts';
import { invalidRequest, notFound, Problem } from '../../problems/problem.ts';
import { publish } from '../../schemas/published.ts';
import { rulebookTrialSchema } from '../../schemas/review-rulebook.ts';
import { judgeShelf } from './judging.ts';
import { MOST_APPS, READING_MS, TRIAL_MS } from './limits.ts';

const bodySchema = publish(
  'NewRulebookTrial',
  z.strictObject({
    store: z.string().min(1).max(64).describe('商店编号 / Id of the store'),
    text: z.string().max(MAX_BYTES).describe('规则库全文 / The whole text of the rulebook'),
    limit: z
      .int()
      .min(1)
      .max(MOST_APPS)
      .optional()
      .describe(`最多应用数，默认 ${MOST_APPS} / Apps at most, ${MOST_APPS} by default`),
  }),
);
type Body = z.infer<typeof bodySchema>;

/** Processes in which one is being tried: two at a time would take the threads that comparisons need. */
const trying = new WeakSet<ApiPorts>();

export const tryRulebook = operation({
  id: 'tryRulebook',
  method: 'post',
  path: '/v1/review/rulebook/trials',
  tag: 'review',
  summary: { zh: '试行规则库', en: 'Try a rulebook' },
  description: {
    zh: `用所给规则库重新审核商店各应用最近一次有结论的送审（依据已保存的事实），与现行规则库比较，说明会有哪些变化。最多 ${MOST_APPS} 个应用、${TRIAL_MS / 1_000} 秒；每个进程同时只试行一个；不改变任何东西，但记入审计日志。`,
    en: `Judges the newest decided submission of each app of the store again, from kept facts, by this rulebook and by the one in force, and says what would change. ${MOST_APPS} apps and ${TRIAL_MS / 1_000} seconds at most, one trial at a time in a process. Nothing is changed; the audit log says that it was tried.`,
  },
  scope: null,
  right: 'try-rulebook',
  bodyBytes: 2 * MAX_BYTES,
  body: bodySchema,
  responses: { 200: { description: { zh: '会有的变化', en: 'What would change' }, schema: rulebookTrialSchema } },
  problems: ['not-found', 'conflict', 'payload-too-large', 'unavailable'],
  async handle(context) {
    const { ports } = context;
    if (trying.has(ports)) {
      throw new Problem('conflict', {
        zh: '正在试行另一份规则库，请稍后再试',
        en: 'Another rulebook is being tried at this moment; try again in a minute',
      });
    }
    trying.add(ports);
    try {
      return { status: 200, body: await tried(context) };
    } finally {
      trying.delete(ports);
    }
  },
});

async function tried({ ports, body, account, gone }: Context<unknown, unknown, Body>): Promise<RulebookTrial> {
  const began = Date.now();
  const store = await ports.database.stores.find(body.store);
  if (store === null) throw notFound({ zh: '商店', en: 'store' });
  const on = dayInChina(ports.clock());
  const { rulebook, check } = await ports.apart.checkRulebook({ text: body.text, on }, { timeoutMs: READING_MS, signal: gone });
  if (rulebook === null) {
    throw invalidRequest(
      check.faults.map(({ line, column, path, text }) => ({
        pointer: '/text',
        code: 'rulebook-invalid',
        text: {
          zh: `第 ${line} 行第 ${column} 列 ${path}：${text.zh}`,
          en: `line ${line}, column ${column} ${path}: ${text.en}`,
        },
      })),
    );
  }
  const { inForce } = await ports.rulebooks.look(store);
  if (inForce === null) {
    throw new Problem('conflict', {
      zh: '该商店没有可用的规则库可比较',
      en: 'The store has no rulebook in force to compare with',
    });
  }
  const books = { before: inForce.rulebook, after: withGranted(rulebook, inForce), on };
  const outcome = await judgeShelf(ports, store.id, books, body.limit ?? MOST_APPS, began + TRIAL_MS, gone);
  const named = ({ name, version, sha256 }: Rulebook) => ({ name, version, sha256 });
  const { apps, changed, complete, decided } = outcome;
  await ports.database.audit.add({
    action: 'rulebook.tried',
    by: account,
    subject: { kind: 'rulebook', id: rulebook.sha256 },
    after: { store: store.id, ...named(rulebook), against: inForce.own.rulebook.sha256, apps, changed, complete, decided },
  });
  const seconds = Math.round((Date.now() - began) / 100) / 10;
  return { on, rulebook: named(rulebook), against: named(inForce.own.rulebook), ...outcome, warnings: check.warnings, seconds };
}

/** What reviewers have granted holds under either rulebook; a waiver that the tried one has itself is not there twice. */
function withGranted(tried: Rulebook, { own, rulebook }: InForce): Rulebook {
  const known = new Set([...own.rulebook.waivers, ...tried.waivers].map(({ id }) => id));
  return { ...tried, waivers: [...tried.waivers, ...rulebook.waivers.filter(({ id }) => !known.has(id))] };
}
