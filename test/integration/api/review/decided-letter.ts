import pg from 'pg';
import type { Decision, DecisionKind, NewDecision } from '../../../../shared/domain/review/decision.ts';
import { type DecidedSketch, type DecidedSubmission, decidedSubmission, PLAIN_REJECTION } from '../../../support/dossiers.ts';
import { type Staff, staff } from '../../../support/staff.ts';
import { type RunningTestApi, startApi } from '../running-api.ts';

export interface LetterApi extends RunningTestApi {
  readonly reviewer: Staff;
  readonly senior: Staff;
  readonly auditor: Staff;
  /** A rejected submission of the caller's store. */
  rejected(sketch?: DecidedSketch): Promise<DecidedSubmission>;
  /** An effective decision of the reviewer; as it is when the time to undo it has passed, unless `final` is false. */
  decide(
    submission: DecidedSubmission,
    kind: DecisionKind,
    options?: Partial<NewDecision> & { readonly final?: boolean },
  ): Promise<string>;
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** The API with people of three roles, and decisions that need no waiting for their undo time to pass. */
export async function startLetterApi(): Promise<LetterApi> {
  const api = await startApi({ publicUrl: 'https://review.example', appealHours: 48 });
  const pool = new pg.Pool({ connectionString: api.databaseUrl, max: 2 });
  const [reviewer, senior, auditor] = await Promise.all([
    staff(api.url, api.database, 'reviewer', { displayName: '审核员甲' }),
    staff(api.url, api.database, 'senior-reviewer', { displayName: '审核员乙' }),
    staff(api.url, api.database, 'auditor'),
  ]);
  const query: LetterApi['query'] = async (text, values = []) => (await pool.query(text, [...values])).rows;
  return {
    ...api,
    reviewer,
    senior,
    auditor,
    query,
    rejected: (sketch) =>
      decidedSubmission(api.database, api.caller.storeId, {
        findings: PLAIN_REJECTION,
        callbackUrl: 'https://store.example/callback',
        ...sketch,
      }),
    decide: async (submission, kind, { final = true, ...rest } = {}) => {
      const body = { run: submission.run, kind, reason: '证据确凿', ...rest };
      const answer = await reviewer.agent.post(`/v1/review/submissions/${submission.id}/decisions`).send(body);
      if (answer.status !== 201) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
      const { id } = answer.body as Decision;
      if (final) await query("update decisions set final_at = clock_timestamp() - interval '1 second' where id = $1", [id]);
      return id;
    },
    close: async () => {
      await pool.end();
      await api.close();
    },
  };
}
