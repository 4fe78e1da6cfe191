import request from 'supertest';
import { EVENT_SCHEMAS } from '../../../../services/api/schemas/events.ts';
import { dayInChina } from '../../../../shared/domain/day.ts';
import type { Letter } from '../../../../shared/domain/review/letter.ts';
import type { DecidedSubmission } from '../../../support/dossiers.ts';
import { type LetterApi, startLetterApi } from './decided-letter.ts';

const DEADLINE = dayInChina(new Date(Date.now() + 30 * 86_400_000));

let api: LetterApi;
beforeAll(async () => {
  api = await startLetterApi();
});
afterAll(() => api?.close());

const draft = async (id: string, body: object = {}): Promise<Letter> => {
  const answer = await api.reviewer.agent.post(`/v1/review/submissions/${id}/letters`).send(body);
  expect(answer.status).toBe(201);
  return answer.body as Letter;
};
const send = (letter: Letter, version = letter.version) =>
  api.reviewer.agent.post(`/v1/review/letters/${letter.id}/send`).send({ version });
const told = (id: string) => request(api.url).get(`/v1/submissions/${id}/letters`).set(api.caller.auth);
const events = (id: string) =>
  api.query<{
    id: string;
    state: string;
    type: string;
    subject: string;
    next_attempt_at: Date | null;
    payload: { data: object };
  }>("select * from events where submission_id = $1 and type = 'submission.letter-sent'", [id]);
const rectified = async (final = true): Promise<{ submission: DecidedSubmission; decision: string }> => {
  const submission = await api.rejected();
  const decision = await api.decide(submission, 'rectify', { deadline: DEADLINE, final });
  return { submission, decision };
};

describe('a draft', () => {
  test('before a decision tells what rejects and what holds, not the warnings', async () => {
    const { id, verdict } = await api.rejected();
    const letter = await draft(id);
    const weighty = verdict.findings.filter(({ severity }) => severity !== 'warn').map(({ fingerprint }) => fingerprint);
    expect(weighty.length).toBe(2);
    expect(letter.content.items.map(({ fingerprint }) => fingerprint).sort()).toEqual(weighty.sort());
    expect(letter).toMatchObject({ state: 'draft', version: 1, decision: null, run: 1, createdBy: { displayName: '审核员甲' } });
    expect(letter.content.appeal.zh).toContain('48 小时');
  });

  test('after a decision leaves out its false alarms and has its deadline and reason', async () => {
    const submission = await api.rejected();
    const [alarm] = submission.verdict.findings;
    const decision = await api.decide(submission, 'rectify', { deadline: DEADLINE, falseAlarms: [alarm!.fingerprint] });
    const { content, decision: of } = await draft(submission.id);
    expect(of).toBe(decision);
    expect(content.deadline).toBe(DEADLINE);
    expect(content.items.map(({ fingerprint }) => fingerprint)).not.toContain(alarm!.fingerprint);
    expect(content.opening.zh).toContain('证据确凿');
    expect(content.title.zh).toBe('应用上架审核整改通知');
    const chosen = await api.reviewer.agent
      .post(`/v1/review/submissions/${submission.id}/letters`)
      .send({ findings: [alarm!.fingerprint] });
    expect(chosen.status).toBe(400);
    expect(chosen.body.errors[0]).toMatchObject({ pointer: '/findings/0', code: 'not-tellable' });
  });

  test('of an approval with a warning tells the warnings too; chosen findings alone when some are chosen', async () => {
    const submission = await api.rejected({
      findings: [
        { rule: 'permission/beyond-category', severity: 'review' },
        { rule: 'behaviour/cleartext-traffic', severity: 'warn' },
      ],
    });
    await api.decide(submission, 'approve-with-warning', { falseAlarms: [] });
    expect((await draft(submission.id)).content.items).toHaveLength(2);
    const one = submission.verdict.findings.at(-1)!.fingerprint;
    expect((await draft(submission.id, { findings: [one] })).content.items.map(({ fingerprint }) => fingerprint)).toEqual([one]);
  });

  test('is saved over the version that the editor saw; the second editor learns who was first', async () => {
    const { id } = await api.rejected();
    const letter = await draft(id);
    const content = {
      ...letter.content,
      signatory: '示例应用商店审核部\0',
      title: { zh: '通知', en: '<script>alert(1)</script>' },
    };
    const saved = await api.reviewer.agent.put(`/v1/review/letters/${letter.id}`).send({ version: 1, content });
    expect(saved.status).toBe(200);
    expect(saved.body).toMatchObject({ version: 2, content: { signatory: '示例应用商店审核部\0' } });
    const late = await api.senior.agent.put(`/v1/review/letters/${letter.id}`).send({ version: 1, content });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ code: 'conflict', saved: { version: 2, by: { displayName: '审核员甲' } } });
    expect(late.body.detail).toContain('审核员甲');
    const listed = await api.auditor.agent.get(`/v1/review/submissions/${id}/letters`);
    expect(listed.body).toHaveLength(1);
    const log = await api.database.audit.list({ submission: id, action: 'letter.saved' }, { limit: 10 });
    expect(log[0]).toMatchObject({
      by: { displayName: '审核员甲' },
      before: { version: 1, title: { zh: '应用上架审核整改通知' } },
      after: { version: 2, title: { zh: '通知' } },
    });
    expect(log[0]!.after).not.toHaveProperty('opening');
  });

  test('takes only findings of its submission, each once, and a letter of any size that it could have made', async () => {
    const { id } = await api.rejected();
    const letter = await draft(id);
    const put = (items: object[]) =>
      api.reviewer.agent.put(`/v1/review/letters/${letter.id}`).send({ version: 1, content: { ...letter.content, items } });
    const [item] = letter.content.items;
    const foreign = await put([item!, { ...item!, fingerprint: 'f'.repeat(16) }, item!]);
    expect(foreign.status).toBe(400);
    expect(foreign.body.errors.map((each: { pointer: string; code: string }) => [each.pointer, each.code])).toEqual([
      ['/content/items/1/fingerprint', 'unknown-finding'],
      ['/content/items/2/fingerprint', 'twice'],
    ]);
    expect((await put([{ ...item!, found: { zh: '长'.repeat(6_001), en: '' } }])).status).toBe(400);
    const long = { zh: '长'.repeat(6_000), en: 'x'.repeat(6_000) };
    const line = { zh: '长'.repeat(1_000), en: 'x'.repeat(1_000) };
    const full = { ...item!, found: long, remedy: long, evidence: Array(40).fill(line), basis: Array(40).fill(line) };
    expect((await put([full])).status).toBe(200);
  });

  test('is generated anew on request', async () => {
    const submission = await api.rejected();
    const letter = await draft(submission.id);
    const content = { ...letter.content, items: [], addressee: '谁' };
    await api.reviewer.agent.put(`/v1/review/letters/${letter.id}`).send({ version: 1, content }).expect(200);
    const decision = await api.decide(submission, 'uphold');
    const anew = await api.senior.agent.post(`/v1/review/letters/${letter.id}/regenerate`).send({ version: 2 });
    expect(anew.status).toBe(200);
    expect(anew.body).toMatchObject({ version: 3, decision, updatedBy: { displayName: '审核员乙' } });
    expect(anew.body.content.items).toHaveLength(2);
    const stale = await api.senior.agent.post(`/v1/review/letters/${letter.id}/regenerate`).send({ version: 2 });
    expect(stale.status).toBe(409);
  });
});

describe('sending', () => {
  test('freezes the letter, tells the store and shows it the text', async () => {
    const { submission, decision } = await rectified();
    const letter = await draft(submission.id);
    expect((await told(submission.id)).body).toEqual({ letters: [] });
    const sent = await send(letter);
    expect(sent.status).toBe(200);
    expect(sent.body).toMatchObject({ state: 'sent', decision, sentBy: { displayName: '审核员甲' } });
    const again = await send(letter);
    expect(again.status).toBe(409);
    const edit = await api.reviewer.agent.put(`/v1/review/letters/${letter.id}`).send({ version: 1, content: letter.content });
    expect(edit.status).toBe(409);
    expect(edit.body.detail).toContain('审核员甲');
    const [event, ...others] = await events(submission.id);
    expect(others).toEqual([]);
    expect(event).toMatchObject({ state: 'pending', subject: letter.id });
    expect(api.pipeline.delivered).toContain(event!.id);
    expect(EVENT_SCHEMAS['submission.letter-sent'].safeParse(event!.payload).error).toBeUndefined();
    const self = `https://review.example/v1/submissions/${submission.id}/letters/${letter.id}`;
    expect(event!.payload).toMatchObject({
      type: 'submission.letter-sent',
      data: {
        submissionId: submission.id,
        letter: { id: letter.id, deadline: DEADLINE, findings: 2 },
        links: { letter: self },
      },
    });
    const { body } = await told(submission.id);
    expect(body.letters).toHaveLength(1);
    expect(body.letters[0]).toMatchObject({ id: letter.id, content: letter.content, links: { self } });
    expect(JSON.stringify(body)).not.toContain('审核员甲');
    const log = await api.database.audit.list({ submission: submission.id, action: 'letter.sent' }, { limit: 10 });
    expect(log).toHaveLength(1);
    expect(await api.database.audit.verify()).toMatchObject({ broken: null });
  });

  test('waits for the decision to be final; undone before, the letter is a draft again and can be sent with the next one', async () => {
    const { submission, decision } = await rectified(false);
    const letter = await draft(submission.id);
    const sent = await send(letter);
    expect(sent.status).toBe(200);
    const [event] = await events(submission.id);
    expect(event!.next_attempt_at!.getTime()).toBeGreaterThan(Date.now() + 30_000);
    expect((await told(submission.id)).body).toEqual({ letters: [] });
    const unseen = await request(api.url).get(`/v1/submissions/${submission.id}/letters/${letter.id}`).set(api.caller.auth);
    expect(unseen.status).toBe(404);

    await api.reviewer.agent.post(`/v1/review/decisions/${decision}/undo`).send({}).expect(200);
    expect((await events(submission.id)).map(({ state }) => state)).toEqual(['withdrawn']);
    const [undone] = await api.database.audit.list({ submission: submission.id }, { limit: 1 });
    expect(undone).toMatchObject({ action: 'decision.undone', after: { recalledLetters: [letter.id] } });
    const back = (await api.database.letters.find(letter.id))!;
    expect(back).toMatchObject({ state: 'draft', sentAt: null, sentBy: null, decision: null });
    expect((await send(back)).status).toBe(409);

    await api.decide(submission, 'rectify', { deadline: DEADLINE });
    expect((await send(back)).status).toBe(200);
    const [woken, ...others] = await events(submission.id);
    expect(others).toEqual([]);
    expect(woken).toMatchObject({ state: 'pending', id: event!.id });
    expect((await told(submission.id)).body.letters).toHaveLength(1);
  });

  test('is refused without a decision that leaves something to mend', async () => {
    const { id } = await api.rejected();
    const letter = await draft(id);
    expect((await send(letter)).body).toMatchObject({ code: 'conflict' });
    const overturned = await api.rejected({ findings: [{ rule: 'behaviour/cleartext-traffic', severity: 'review' }] });
    await api.decide(overturned, 'overturn', { falseAlarms: [] });
    const other = await draft(overturned.id);
    expect((await send(other)).status).toBe(409);
    expect((await events(id)).length + (await events(overturned.id)).length).toBe(0);
  });

  test('is refused with a false alarm, another deadline, nothing in it, no signatory, or a version that is not the last', async () => {
    const submission = await api.rejected();
    const letter = await draft(submission.id);
    const [alarm] = letter.content.items;
    await api.decide(submission, 'rectify', { deadline: DEADLINE, falseAlarms: [alarm!.fingerprint] });
    let version = 1;
    const attempt = async (content: object) => {
      await api.reviewer.agent.put(`/v1/review/letters/${letter.id}`).send({ version, content }).expect(200);
      version += 1;
      return send(letter, version);
    };
    const rest = { ...letter.content, items: letter.content.items.slice(1), deadline: DEADLINE };
    expect((await attempt({ ...rest, items: letter.content.items })).body.detail).toContain('误报');
    expect((await attempt({ ...rest, deadline: '2027-02-28' })).body.detail).toContain(DEADLINE);
    expect((await attempt({ ...rest, items: [] })).status).toBe(409);
    expect((await attempt({ ...rest, signatory: ' \n' })).status).toBe(409);
    expect((await send(letter, 1)).body).toMatchObject({ saved: { version } });
    expect((await attempt(rest)).status).toBe(200);
  });

  test('while the decision is undone: the letter is a draft in the end, and the store hears of nothing', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { submission, decision } = await rectified(false);
      const letter = await draft(submission.id);
      const [sent, undone] = await Promise.all([
        send(letter),
        api.reviewer.agent.post(`/v1/review/decisions/${decision}/undo`).send({}),
      ]);
      expect(undone.status).toBe(200);
      expect([200, 409]).toContain(sent.status);
      expect((await api.database.letters.find(letter.id))!.state).toBe('draft');
      expect((await events(submission.id)).filter(({ state }) => state === 'pending')).toEqual([]);
    }
  });

  test('by two at once sends it once', async () => {
    const { submission } = await rectified();
    const letter = await draft(submission.id);
    const answers = await Promise.all([1, 2, 3].map(() => send(letter)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await events(submission.id)).toHaveLength(1);
  });
});

describe('the printed page', () => {
  test('is one file that runs nothing, with every text escaped, in the languages asked for', async () => {
    const { submission } = await rectified();
    const letter = await draft(submission.id);
    const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)>\u202e\0';
    const content = { ...letter.content, addressee: hostile, opening: { zh: hostile, en: hostile } };
    await api.reviewer.agent.put(`/v1/review/letters/${letter.id}`).send({ version: 1, content }).expect(200);
    await send(letter, 2).expect(200);
    for (const [agent, path] of [
      [api.auditor.agent.get(`/v1/review/letters/${letter.id}/print?lang=both`), 'review'],
      [
        request(api.url).get(`/v1/submissions/${submission.id}/letters/${letter.id}?format=html&lang=both`).set(api.caller.auth),
        'store',
      ],
    ] as const) {
      const answer = await agent;
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.headers['content-type']).toMatch(/^text\/html/);
      expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-.*sandbox/);
      expect(answer.headers['content-security-policy']).not.toMatch(/script|unsafe/);
      expect(answer.text).not.toMatch(/<script|<img|\u202e|\0/i);
      expect(answer.text).toContain('&lt;script&gt;');
      expect(answer.text).toContain('⟨U+202E⟩');
      expect(answer.text).toContain(submission.id);
    }
    const json = await request(api.url).get(`/v1/submissions/${submission.id}/letters/${letter.id}`).set(api.caller.auth);
    expect(json.body.content.addressee).toBe(hostile);
    const accepted = await request(api.url)
      .get(`/v1/submissions/${submission.id}/letters/${letter.id}?download=true`)
      .set({ ...api.caller.auth, Accept: 'text/html' });
    expect(accepted.headers['content-disposition']).toBe(`attachment; filename="shelfgate-${submission.id}-${letter.id}.html"`);
  });
});

describe('who may', () => {
  test('an auditor reads and writes nothing; another store sees no letter; a wrong id is not found', async () => {
    const { submission } = await rectified();
    const letter = await draft(submission.id);
    await send(letter).expect(200);
    const path = `/v1/review/submissions/${submission.id}/letters`;
    expect((await api.auditor.agent.post(path).send({})).status).toBe(403);
    expect((await api.auditor.agent.post(`/v1/review/letters/${letter.id}/send`).send({ version: 1 })).status).toBe(403);
    const other = await api.another();
    expect((await told(submission.id).set(other.auth)).status).toBe(404);
    expect((await request(api.url).get(`/v1/review/letters/${letter.id}/print`)).status).toBe(401);
    expect((await api.reviewer.agent.get('/v1/review/letters/ltr_nothing/print')).status).toBe(404);
    expect((await api.reviewer.agent.post('/v1/review/submissions/sub_nothing/letters').send({})).status).toBe(404);
    const without = await api.reviewer.agent.post(path).set('X-Shelfgate-CSRF', 'wrong').send({});
    expect(without.status).toBe(403);
  });
});
