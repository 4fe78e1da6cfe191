import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { AccountName } from '../../../shared/domain/review/account.ts';
import type { DossierRow } from '../../../shared/domain/review/dossier.ts';
import { openDatabase } from '../../../shared/platform/database/index.ts';
import type { Database } from '../../../shared/platform/database/repositories.ts';
import { NEUTRAL_PACKAGE } from '../../rules/support/facts.ts';
import { type DecidedSketch, decidedSubmission, decideRun, PLAIN_REJECTION } from '../../support/dossiers.ts';
import { testDatabase } from '../../support/postgres.ts';
import { makeAccount } from '../../support/staff.ts';
import { checking, newEvent, verdict } from './samples.ts';

let database: Database;
let client: pg.Client;
let end: () => Promise<void>;
beforeAll(async () => {
  const { url, drop } = await testDatabase();
  database = await openDatabase(url, { maxConnections: 10, serviceLevel: { hours: 48, hoursForChildren: 4 } });
  client = new pg.Client({ connectionString: url });
  await client.connect();
  end = async () => {
    await client.end();
    await database.close();
    await drop();
  };
});
afterAll(() => end());

const newStore = async () => (await database.stores.create(`store ${randomUUID()}`)).id;
const rejected = (store: string, sketch: DecidedSketch = {}) =>
  decidedSubmission(database, store, { findings: PLAIN_REJECTION, ...sketch });
const dossierOf = async (id: string): Promise<DossierRow> => (await database.dossiers.find(id))!;
const hours = ({ openedAt, dueAt }: DossierRow) => (Date.parse(dueAt) - Date.parse(openedAt)) / 3_600_000;
/** As a reviewer has it checked again; others than who has claimed it are refused. */
const again = async (id: string, by?: AccountName) => {
  const result = await database.submissions.rerun(id, by ?? (await makeAccount(database, 'reviewer')));
  if (result.outcome !== 'started') throw new Error(result.outcome);
  return result.submission;
};

describe('opening', () => {
  test('a rejection and a held submission open one, an approval none', async () => {
    const store = await newStore();
    const { id } = await rejected(store);
    expect(await dossierOf(id)).toMatchObject({
      submission: id,
      run: 1,
      verdict: 'reject',
      state: 'open',
      findings: { reject: 2, review: 0, warn: 1 },
      app: {
        name: '示例应用',
        packageName: 'com.example.app',
        category: '38',
        format: 'apk',
        categoryName: { zh: expect.any(String) },
      },
      developer: { id: 'dev-1', name: '示例科技（深圳）有限公司' },
      urgencies: [],
      assignee: null,
      claim: null,
      outcome: null,
      decidedAt: null,
      appeal: null,
    });
    const held = await decidedSubmission(database, store, { missing: ['sdk'] });
    expect(await dossierOf(held.id)).toMatchObject({ verdict: 'review', headline: null });
    const approved = await decidedSubmission(database, store);
    expect(approved.verdict.decision).toBe('approve');
    expect(await database.dossiers.find(approved.id)).toBeNull();
  });

  test('is due by the service level, for children’s apps by theirs', async () => {
    const store = await newStore();
    const [plain, children] = await Promise.all([rejected(store), rejected(store, { app: { audience: 'children' } })]);
    expect(hours(await dossierOf(plain.id))).toBe(48);
    const row = await dossierOf(children.id);
    expect(hours(row)).toBe(4);
    expect(row.urgencies).toEqual(['children']);
  });

  test('hostile names are kept as what they are', async () => {
    const name = '<img src=x onerror=alert(1)>\u202e%_\\\'"; drop table dossiers;--';
    const { id } = await rejected(await newStore(), {
      app: { name, packageName: 'com.\0example' },
      developer: { id: 'dev\0,1', name: '\ud800 lone' },
    });
    const row = await dossierOf(id);
    expect(row.app).toMatchObject({ name, packageName: 'com.\ufffdexample' });
    expect(row.developer).toEqual({ id: 'dev\ufffd,1', name: '\ufffd lone' });
  });

  test('a package that claims an endless name is kept all the same, rejected or approved', async () => {
    const store = await newStore();
    // Of random letters, because what repeats is made smaller before it is indexed.
    const packageName = randomBytes(50_000).toString('base64');
    const sketch = { package: { identity: { ...NEUTRAL_PACKAGE.identity, packageName } } };
    const approved = await decidedSubmission(database, store, sketch);
    const { id } = await rejected(store, sketch);
    expect((await dossierOf(id)).app.packageName).toHaveLength(300);
    const submission = (await database.submissions.find(id))!;
    expect(await database.histories.ofApp(submission, 10)).toMatchObject([{ submission: approved.id }]);
    expect(await database.records.previousApproved(submission, packageName, ['apk'])).toMatchObject({ id: approved.id });
  });

  test('of two verdicts at once one opens the dossier', async () => {
    const { id } = await checking(database, await newStore());
    const decisions = Array.from({ length: 5 }, () => database.reviews.decide(id, 1, verdict('reject'), newEvent(id)));
    expect((await Promise.all(decisions)).filter(Boolean)).toHaveLength(1);
    expect(await dossierOf(id)).toMatchObject({ state: 'open', verdict: 'reject' });
  });

  test('a verdict whose event cannot be written opens nothing', async () => {
    const { id } = await checking(database, await newStore());
    const event = newEvent(id);
    await rejected(await newStore()).then(({ eventId }) =>
      expect(database.reviews.decide(id, 1, verdict('reject'), { ...event, id: eventId })).rejects.toThrow(),
    );
    expect(await database.dossiers.find(id)).toBeNull();
    expect(await database.reviews.verdict(id)).toBeNull();
  });
});

describe('offences', () => {
  const developer = { id: 'dev-again' };

  const set = (change: string, id: string) => client.query(`update submissions set ${change} where id = $1`, [id]);

  test('are the developer’s other submissions in this store that a person has rejected; the machine alone makes no offender', async () => {
    const store = await newStore();
    await set("final_outcome = 'reject'", (await rejected(await newStore(), { developer })).id);
    const first = await rejected(store, { developer });
    expect((await dossierOf((await rejected(store, { developer })).id)).offences).toBe(0);
    await set("final_outcome = 'reject'", first.id);
    const second = await rejected(store, { developer });
    expect(await dossierOf(second.id)).toMatchObject({ offences: 1, urgencies: [] });
    await set("final_outcome = 'rectify'", second.id);
    const third = await dossierOf((await rejected(store, { developer })).id);
    expect(third).toMatchObject({ offences: 2, urgencies: ['repeat-offender'] });
    expect((await dossierOf((await rejected(store, { developer: { id: 'dev-new' } })).id)).offences).toBe(0);
  });

  test('what a person overturned or what is long ago does not count, what a person rejected does', async () => {
    const store = await newStore();
    const [overturned, old, upheld, rectified] = await Promise.all([
      rejected(store, { developer }),
      rejected(store, { developer }),
      decidedSubmission(database, store, { developer, missing: ['sdk'] }),
      rejected(store, { developer }),
    ]);
    await set("final_outcome = 'approve'", overturned.id);
    await set("final_outcome = 'reject', decided_at = now() - interval '13 months'", old.id);
    await set("final_outcome = 'reject'", upheld.id);
    await set("final_outcome = 'rectify'", rectified.id);
    expect((await dossierOf((await rejected(store, { developer })).id)).offences).toBe(2);
  });
});

describe('a submission that is checked again', () => {
  test('opens its dossier again with what the new run says, and keeps who was to look at it', async () => {
    const store = await newStore();
    const { id } = await rejected(store);
    const account = await makeAccount(database, 'reviewer');
    await database.dossiers.assign([id], account, account, { ownOnly: true });
    await database.dossiers.claim(id, account, { minutes: 10, takeOver: false });
    const before = await dossierOf(id);
    await decideRun(database, await again(id, account), { missing: ['listing'] });
    const after = await dossierOf(id);
    expect(after).toMatchObject({
      run: 2,
      verdict: 'review',
      state: 'open',
      findings: { reject: 0, review: 0, warn: 0 },
      claim: null,
    });
    expect(after.assignee?.id).toBe(account.id);
    expect(Date.parse(after.openedAt)).toBeGreaterThanOrEqual(Date.parse(before.openedAt));
  });

  test('its dossier is moot when the machine approves it now, and open again when it does not', async () => {
    const { id } = await rejected(await newStore());
    await decideRun(database, await again(id));
    expect(await dossierOf(id)).toMatchObject({ state: 'moot', run: 1 });
    await decideRun(database, await again(id), { findings: PLAIN_REJECTION });
    expect(await dossierOf(id)).toMatchObject({ state: 'open', run: 3 });
  });

  test('an open appeal keeps it in the queue even then: somebody must answer', async () => {
    const { id } = await rejected(await newStore());
    await client.query(
      "update dossiers set appeal = 'apl_1', appeal_due_at = now() + interval '1 hour' where submission_id = $1",
      [id],
    );
    await decideRun(database, await again(id));
    expect(await dossierOf(id)).toMatchObject({ state: 'open', urgencies: ['appeal'] });
  });

  test('one that is withdrawn meanwhile is nobody’s work any more', async () => {
    const { id } = await rejected(await newStore());
    const { run } = await again(id);
    await database.submissions.apply(id, run, 'withdraw');
    expect((await dossierOf(id)).state).toBe('moot');
    expect(await database.submissions.find(id)).toMatchObject({ state: 'withdrawn', decision: null });
  });

  test('so is one that a later version replaced', async () => {
    const { id } = await rejected(await newStore());
    const { run } = await again(id);
    await database.submissions.apply(id, run, 'supersede');
    expect((await dossierOf(id)).state).toBe('moot');
  });
});

describe('what is due', () => {
  const rowWith = async (change: string) => {
    const { id } = await rejected(await newStore());
    await client.query(`update dossiers set ${change} where submission_id = $1`, [id]);
    return dossierOf(id);
  };

  test('past its deadline it is overdue, unless it was decided', async () => {
    expect((await rowWith("due_at = now() - interval '1 minute'")).urgencies).toEqual(['overdue']);
    expect((await rowWith("due_at = now() - interval '1 minute', state = 'proposed'")).urgencies).toEqual(['overdue']);
    const decided = "due_at = now() - interval '1 minute', state = 'decided', decided_at = now()";
    expect((await rowWith(decided)).urgencies).toEqual([]);
    expect((await rowWith(`${decided.replace("'decided'", "'rectifying'")}`)).urgencies).toEqual([]);
  });

  test('an appeal has a deadline of its own, also after the decision', async () => {
    const due = "appeal = 'apl_1', appeal_due_at = now() + interval '2 hours'";
    const undecided = await rowWith(due);
    expect(undecided.urgencies).toEqual(['appeal']);
    expect(undecided.urgentAt).toBe(undecided.appeal?.dueAt);
    const late = "due_at = now() - interval '1 day', state = 'open', decided_at = now()";
    const decided = await rowWith(`${due}, ${late}`);
    expect(decided.urgencies).toEqual(['appeal']);
    expect(decided.urgentAt).toBe(decided.appeal?.dueAt);
    expect((await rowWith(`${due.replace('+', '-')}, ${late}`)).urgencies).toEqual(['appeal', 'overdue']);
  });

  test('operations see how many wait and how many are late', async () => {
    const counted = async () => {
      const of = (await database.dossiers.countOpen()).find(({ verdict: machine }) => machine === 'review');
      return of ?? { count: 0, overdue: 0 };
    };
    const before = await counted();
    const { id } = await decidedSubmission(database, await newStore(), { missing: ['sdk'] });
    expect(await counted()).toMatchObject({ count: before.count + 1, overdue: before.overdue });
    await client.query("update dossiers set due_at = now() - interval '1 minute' where submission_id = $1", [id]);
    expect(await counted()).toMatchObject({ count: before.count + 1, overdue: before.overdue + 1 });
    await client.query("update dossiers set state = 'decided', decided_at = now() where submission_id = $1", [id]);
    expect(await counted()).toMatchObject(before);
  });
});

describe('verdicts from before there were dossiers', () => {
  test('get one from what is stored, as late as they are; doing it twice changes nothing', async () => {
    const { id } = await rejected(await newStore(), {
      package: { identity: { ...NEUTRAL_PACKAGE.identity, packageName: 'com.own.name' } },
    });
    const opened = await dossierOf(id);
    await client.query('delete from dossiers where submission_id = $1', [id]);
    expect(await database.dossiers.unopened(100)).toEqual([{ id, run: 1 }]);
    expect(await database.dossiers.openLate(id, 2)).toBe(false);
    const both = await Promise.all([database.dossiers.openLate(id, 1), database.dossiers.openLate(id, 1)]);
    expect(both.sort()).toEqual([false, true]);
    expect(await dossierOf(id)).toEqual(opened);
    expect(opened.app.packageName).toBe('com.own.name');
    expect(await database.dossiers.unopened(100)).toEqual([]);
  });
});
