import type { Decision, DecisionKind } from '../../../../../shared/domain/review/decision.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';
import { post } from '../../api/client.ts';
import type { ListedRow } from './dossier-list.ts';

/** What became of one dossier of a bulk operation. */
export interface BulkResult {
  readonly submission: string;
  /** Why nothing has changed; null where it has. */
  readonly problem: Bilingual | null;
  readonly decision: Decision | null;
}

/** Two hundred dossiers, each in a transaction of its own, take longer than one request of the page usually may. */
const TIMEOUT_MS = 120_000;

type Assigned = 'assigned' | 'unchanged' | 'unknown' | 'closed' | 'not-yours';
const REFUSALS: Readonly<Record<Assigned, Bilingual | null>> = {
  assigned: null,
  unchanged: null,
  unknown: { zh: '案卷已不存在', en: 'The dossier is gone' },
  closed: { zh: '案卷已无需处理', en: 'Nothing is left to do about it' },
  'not-yours': {
    zh: '已指派给他人，须由有指派权限的同事改派',
    en: 'It belongs to somebody else; who may assign can change that',
  },
};

/** Gives dossiers to somebody, or to nobody. */
export async function assignAll(submissions: readonly string[], assignee: string | null): Promise<BulkResult[]> {
  const answer = await post<{ results: readonly { submission: string; outcome: Assigned }[] }>(
    '/v1/review/dossiers/assign',
    { submissions, assignee },
    { timeoutMs: TIMEOUT_MS },
  );
  return answer.results.map(({ submission, outcome }) => ({ submission, problem: REFUSALS[outcome], decision: null }));
}

/** A decision for many; approving with a warning has a letter for each developer and is made one by one. */
export const BULK_KINDS = ['uphold', 'rectify', 'overturn'] as const satisfies readonly DecisionKind[];
export type BulkKind = (typeof BULK_KINDS)[number];

export interface BulkDecision {
  readonly kind: BulkKind;
  readonly reason: string;
  readonly cannedReason?: string;
  /** `rectify` only, `YYYY-MM-DD`. */
  readonly deadline?: string;
}

interface Decided {
  readonly submission: string;
  readonly decision: Decision | null;
  readonly problem: { readonly code: string; readonly detail: Bilingual } | null;
}

/** Decides all of them alike: each at the run that the list showed. */
export async function decideAll(rows: readonly ListedRow[], decision: BulkDecision): Promise<BulkResult[]> {
  const items = rows.map(({ submission, run }) => ({ submission, run }));
  const { results } = await post<{ results: readonly Decided[] }>(
    '/v1/review/dossiers/decide',
    { items, ...decision },
    { timeoutMs: TIMEOUT_MS },
  );
  return results.map((each) => ({ ...each, problem: each.problem?.detail ?? null }));
}

/** Takes decisions back, one after the other. @returns how many of them could be */
export async function undoAll(decisions: readonly Decision[]): Promise<number> {
  let undone = 0;
  for (const { id } of decisions) {
    await post(`/v1/review/decisions/${encodeURIComponent(id)}/undo`).then(
      () => {
        undone += 1;
      },
      // Its time was over, or a colleague was faster: it counts among those that stand.
      () => undefined,
    );
  }
  return undone;
}
