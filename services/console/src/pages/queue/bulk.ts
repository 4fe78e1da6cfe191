import type { Decision, DecisionKind } from '../../../../../shared/domain/review/decision.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';
import { post } from '../../api/client.ts';
import { problemOf } from '../../api/problem.ts';
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

interface Answer {
  readonly results: readonly {
    readonly submission: string;
    readonly problem: Readonly<Record<string, unknown>> | null;
    readonly decision?: Decision | null;
  }[];
}

async function send(path: string, body: unknown): Promise<BulkResult[]> {
  const { results } = await post<Answer>(path, body, { timeoutMs: TIMEOUT_MS });
  return results.map(({ submission, problem, decision }) => ({
    submission,
    problem: problem === null ? null : problemOf(Number(problem.status), problem).detail,
    decision: decision ?? null,
  }));
}

/** Gives dossiers to somebody, or to nobody. */
export function assignAll(submissions: readonly string[], assignee: string | null): Promise<BulkResult[]> {
  return send('/v1/review/dossiers/assign', { submissions, assignee });
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

/** Decides all of them alike: each at the run that the list showed. */
export function decideAll(rows: readonly ListedRow[], decision: BulkDecision): Promise<BulkResult[]> {
  return send('/v1/review/dossiers/decide', { items: rows.map(({ submission, run }) => ({ submission, run })), ...decision });
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
