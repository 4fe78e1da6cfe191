import type { Rule } from '../../../shared/checks/rule.ts';
import type { Rulebook } from '../../../shared/domain/rulebook.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import { pack, unpack } from '../../../shared/platform/database/packed.ts';
import type { Case } from '../../../shared/pledge/case/case.ts';
import { type Judged, judge } from '../../../shared/pledge/judge.ts';
import { type Spent, timed } from './timed.ts';

/** One app as the database keeps it. */
export interface StoredCase {
  readonly name: string;
  /** Bytes of its facts, as JSON and as they are kept. */
  readonly json: number;
  readonly kept: number;
  readonly package: Buffer;
  readonly policy: Buffer;
  readonly rest: Pick<Judged, 'listing' | 'records'>;
}

/** Packs a case as the database does. */
export async function stored(name: string, { facts }: Case): Promise<StoredCase> {
  const [packed, policy] = await Promise.all([pack(facts.package), pack(facts.policy)]);
  return {
    name,
    json: Buffer.byteLength(JSON.stringify(facts.package)) + Buffer.byteLength(JSON.stringify(facts.policy)),
    kept: packed.length + policy.length,
    package: packed,
    policy,
    rest: { listing: facts.listing, records: facts.records },
  };
}

/** Facts as they come out of the database: new objects, about which nothing is remembered. */
async function unpacked({ package: packed, policy, rest }: StoredCase): Promise<Judged> {
  return { ...rest, package: await unpack(packed), policy: await unpack(policy) };
}

export interface Rejudged {
  /** From what is kept to the verdict. */
  readonly whole: Spent;
  /** Until the facts are there: the floor. */
  readonly unpacking: Spent;
  readonly decision: Verdict['decision'];
  readonly findings: number;
}

/** Unpacks a case again and again, then unpacks and judges it, each for about as long as it is told to. The first rounds only warm up. */
export async function rejudge(
  kept: StoredCase,
  rules: readonly Rule[],
  rulesVersion: string,
  book: Rulebook,
  milliseconds: number,
): Promise<Rejudged> {
  let verdict: Verdict | undefined;
  const whole = async (): Promise<void> => {
    verdict = judge(await unpacked(kept), rules, rulesVersion, book, knowledge);
  };
  await timed(whole, milliseconds / 3);
  const unpacking = await timed(() => unpacked(kept), milliseconds);
  const both = await timed(whole, milliseconds);
  return { whole: both, unpacking, decision: verdict!.decision, findings: verdict!.findings.length };
}
