import { createHash, randomBytes } from 'node:crypto';
import request from 'supertest';
import { EVENT_SCHEMAS } from '../../../../services/api/schemas/events.ts';
import type { Appeal } from '../../../../shared/domain/review/appeal.ts';
import type { DecidedSubmission } from '../../../support/dossiers.ts';
import { type LetterApi, startLetterApi } from './decided-letter.ts';

let api: LetterApi;
beforeAll(async () => {
  api = await startLetterApi();
});
afterAll(() => api?.close());

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(2_000)]);
const path = (id: string) => `/v1/submissions/${id}/appeals`;
const open = (id: string, text: unknown = '我们已在隐私政策第三章披露该SDK') =>
  request(api.url).post(path(id)).set(api.caller.auth).send({ text });
const opened = async (id: string): Promise<string> => {
  const answer = await open(id);
  expect(answer.status).toBe(201);
  return answer.body.id as string;
};
const threads = async (id: string): Promise<Appeal[]> =>
  (await api.auditor.agent.get(`/v1/review/submissions/${id}/appeals`)).body as Appeal[];
const storeView = async (id: string) => (await request(api.url).get(path(id)).set(api.caller.auth)).body.appeals;
const dossier = async (id: string) =>
  (
    await api.query<{ state: string; appeal: string | null; appeal_due_at: Date | null }>(
      'select state, appeal, appeal_due_at from dossiers where submission_id = $1',
      [id],
    )
  )[0]!;
const eventsOf = (id: string, type: string) =>
  api.query<{ id: string; subject: string; payload: { data: Record<string, unknown> } }>(
    'select * from events where submission_id = $1 and type = $2',
    [id, type],
  );
const upheld = async (final = true): Promise<DecidedSubmission & { decision: string }> => {
  const submission = await api.rejected();
  return { ...submission, decision: await api.decide(submission, 'uphold', { final }) };
};

describe('an appeal', () => {
  test('against a final decision brings the dossier back with a deadline of its own; the decision stays in effect', async () => {
    const { id, decision } = await upheld();
    expect((await dossier(id)).state).toBe('decided');
    const before = Date.now();
    const answer = await open(id);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ submissionId: id, decision, state: 'open', closedAt: null });
    expect(answer.body.messages).toMatchObject([{ from: 'developer', text: '我们已在隐私政策第三章披露该SDK', attachments: [] }]);
    const due = Date.parse(answer.body.dueAt);
    expect(due - before).toBeGreaterThanOrEqual(48 * 3_600_000);
    expect(due - before).toBeLessThan(48 * 3_600_000 + 60_000);
    expect(await dossier(id)).toMatchObject({ state: 'open', appeal: answer.body.id, appeal_due_at: new Date(due) });
    expect((await api.database.submissions.find(id))!.finalOutcome).toBe('reject');
    const queue = await api.reviewer.agent.get('/v1/review/dossiers?urgency=appeal&limit=100');
    expect(queue.body.rows.map(({ submission }: { submission: string }) => submission)).toContain(id);
    const log = await api.database.audit.list({ submission: id, action: 'appeal.opened' }, { limit: 5 });
    expect(log).toMatchObject([{ by: null, after: { decision, dueAt: answer.body.dueAt } }]);
  });

  test('against the machine’s rejection, while no person has decided, or not finally', async () => {
    const { id } = await api.rejected();
    expect((await open(id)).body).toMatchObject({ state: 'open', decision: null });
    expect(await dossier(id)).toMatchObject({ state: 'open' });
    const undoable = await upheld(false);
    expect((await open(undoable.id)).body).toMatchObject({ state: 'open', decision: null });
  });

  test('is refused where nothing negative stands, before the verdict, and while another is open', async () => {
    const held = await api.rejected({ findings: [{ rule: 'behaviour/cleartext-traffic', severity: 'review' }] });
    expect((await open(held.id)).status).toBe(409);
    await api.decide(held, 'overturn', { falseAlarms: [] });
    expect((await open(held.id)).status).toBe(409);
    const approved = await api.rejected({ findings: [] });
    const refused = await open(approved.id);
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain('没有可申诉的结果');
    const { id } = await upheld();
    await opened(id);
    expect((await open(id)).body.detail).toContain('已有一件申诉');
    const both = await upheld();
    const answers = await Promise.all([open(both.id, '甲'), open(both.id, '乙'), open(both.id, '丙')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    await api.query("update submissions set state = 'checking' where id = $1", [approved.id]);
    expect((await open(approved.id)).body.detail).toContain('重新检查');
  });

  test('needs words, not too many, of the store’s own submission and with a key that may write', async () => {
    const { id } = await upheld();
    for (const text of ['', ' \n\t ', 'x'.repeat(8_001), 7, null]) expect((await open(id, text)).status).toBe(400);
    expect((await open(id, '界'.repeat(8_000))).status).toBe(201);
    const other = await api.another();
    expect((await request(api.url).post(path(id)).set(other.auth).send({ text: '别家' })).status).toBe(404);
    expect((await request(api.url).get(path(id)).set(other.auth)).status).toBe(404);
    const reader = await api.another({ storeId: api.caller.storeId, scopes: ['submissions:read'] });
    expect((await request(api.url).post(path(id)).set(reader.auth).send({ text: '只读' })).status).toBe(403);
    expect((await request(api.url).post(path(id)).send({ text: '无钥' })).status).toBe(401);
    const plain = await request(api.url).post(path(id)).set(api.caller.auth).type('text/plain').send('x');
    expect(plain.body).toMatchObject({ code: 'invalid-request', errors: [{ code: 'media-type' }] });
  });

  test('keeps every character of hostile words', async () => {
    const { id } = await upheld();
    const text = '<script>alert(1)</script>\0\u202e😀\ud800 \r\n末';
    expect((await open(id, text)).body.messages[0].text).toBe(text);
    expect((await threads(id))[0]!.messages[0]!.text).toBe(text);
  });

  test('is taken once for a key; the same key with other words is refused', async () => {
    const { id } = await upheld();
    const send = (text: string, key = 'appeal-1') => open(id, text).set('Idempotency-Key', key);
    const first = await send('一');
    const [again, other] = [await send('一'), await send('二')];
    expect([first.status, again.status, other.status]).toEqual([201, 201, 422]);
    expect(again.body.id).toBe(first.body.id);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(other.body.code).toBe('idempotency-conflict');
    const more = () =>
      request(api.url)
        .post(`${path(id)}/${first.body.id}/messages`)
        .set({ ...api.caller.auth, 'Idempotency-Key': 'message-1' })
        .field('text', '补充')
        .attach('attachment', PNG, 'a.png');
    const answers = await Promise.all([more(), more(), more()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await threads(id))[0]!.messages).toHaveLength(2);
    const kept = await api.query<{ object_key: string }>(
      `select object_key from appeal_attachments a join appeal_messages m on m.id = a.message_id where m.appeal_id = $1`,
      [first.body.id],
    );
    expect(kept).toHaveLength(1);
  });

  test('is withdrawn, again without harm, and another may follow', async () => {
    const { id } = await upheld();
    const appeal = await opened(id);
    const withdraw = () =>
      request(api.url)
        .post(`${path(id)}/${appeal}/withdraw`)
        .set(api.caller.auth);
    expect((await withdraw()).body).toMatchObject({ state: 'withdrawn' });
    expect((await withdraw()).status).toBe(200);
    expect(await dossier(id)).toMatchObject({ state: 'decided', appeal: null, appeal_due_at: null });
    const late = await request(api.url)
      .post(`${path(id)}/${appeal}/messages`)
      .set(api.caller.auth)
      .send({ text: '还有' });
    expect(late.status).toBe(409);
    await opened(id);
  });

  test('holds a hundred messages and no more', async () => {
    const { id } = await upheld();
    const appeal = await opened(id);
    await api.query(
      `insert into appeal_messages (id, appeal_id, sender, body) select $1 || n, $1, 'developer', '"x"' from generate_series(2, 100) n`,
      [appeal],
    );
    const late = await request(api.url)
      .post(`${path(id)}/${appeal}/messages`)
      .set(api.caller.auth)
      .send({ text: '第101条' });
    expect(late.status).toBe(409);
    expect(late.body.detail).toContain('上限');
  });
});

describe('attachments', () => {
  const form = (id: string, files: readonly (readonly [Buffer, string])[], text = '见附件') => {
    const call = request(api.url).post(path(id)).set(api.caller.auth).field('text', text);
    for (const [bytes, name] of files) call.attach('attachment', bytes, name);
    return call;
  };

  test('are kept as they are and given to reviewers as downloads that nothing shows', async () => {
    const { id } = await upheld();
    const text = Buffer.from('<script>alert(1)</script> 说明', 'utf8');
    const answer = await form(id, [
      [PNG, '截图"1\u202egnp.html'],
      [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]), '../../etc/passwd'],
      [Buffer.from('%PDF-1.7\n…'), '授权书.pdf'],
      [text, 'x.svg'],
    ]);
    expect(answer.status).toBe(201);
    const files = answer.body.messages[0].attachments as { id: string; fileName: string; mediaType: string; sha256: string }[];
    expect(files.map(({ fileName, mediaType }) => [fileName, mediaType]).sort()).toEqual(
      [
        ['截图1gnp.html.png', 'image/png'],
        ['passwd.jpg', 'image/jpeg'],
        ['授权书.pdf', 'application/pdf'],
        ['x.svg.txt', 'text/plain'],
      ].sort(),
    );
    const shown = files.find(({ mediaType }) => mediaType === 'text/plain')!;
    expect(shown.sha256).toBe(createHash('sha256').update(text).digest('hex'));
    const got = await api.auditor.agent
      .get(`/v1/review/appeals/attachments/${shown.id}`)
      .buffer(true)
      .parse((response, done) => bytes(response as unknown as NodeJS.ReadableStream, done));
    expect(got.status).toBe(200);
    expect((got.body as Buffer).equals(text)).toBe(true);
    expect(got.headers['content-type']).toBe('application/octet-stream');
    expect(got.headers['x-content-type-options']).toBe('nosniff');
    expect(got.headers['content-disposition']).toBe(`attachment; filename="${shown.id}.txt"; filename*=UTF-8''x.svg.txt`);
    expect(got.headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
    expect((await request(api.url).get(`/v1/review/appeals/attachments/${shown.id}`)).status).toBe(401);
    expect((await api.auditor.agent.get('/v1/review/appeals/attachments/apf_nothing')).status).toBe(404);
  });

  test('stay in their order, and the same ones sent again are the same request, whichever was stored first', async () => {
    const { id } = await upheld();
    const names = ['5.txt', '4.txt', '3.txt', '2.txt', '1.txt'];
    const send = () => {
      const form = request(api.url)
        .post(path(id))
        .set(api.caller.auth)
        .set('Idempotency-Key', `order-${id}`)
        .field('text', '见附件');
      for (const name of names) form.attach('attachment', Buffer.from(name.repeat(name === '5.txt' ? 200_000 : 1)), name);
      return form;
    };
    for (const replayed of [undefined, 'true', 'true', 'true']) {
      const answer = await send();
      expect([answer.status, answer.headers['idempotent-replayed']]).toEqual([201, replayed]);
      expect(answer.body.messages[0].attachments.map(({ fileName }: { fileName: string }) => fileName)).toEqual(names);
    }
  });

  test.each([
    ['an executable', Buffer.from('MZ\x90\0\x03', 'latin1')],
    ['an archive called .png', Buffer.from('PK\x03\x04aaaaaaa', 'latin1')],
    ['text that is not UTF-8', Buffer.from([0xd5, 0xe3, 0xca, 0xc7])],
    ['half a character at its end', Buffer.from([0x61, 0xe4, 0xb8])],
    ['an empty file', Buffer.alloc(0)],
    ['a PDF behind other bytes', Buffer.from('\0%PDF-1.7', 'latin1')],
  ])('%s is refused, and nothing of the form is left', async (_name, bytesOf) => {
    const { id } = await upheld();
    const before = await api.objectKeys('appeals/');
    const answer = await form(id, [
      [PNG, 'good.png'],
      [bytesOf, 'bad.png'],
    ]);
    expect(answer.status).toBe(415);
    expect(answer.body).toMatchObject({ code: 'unsupported-format' });
    expect(await api.objectKeys('appeals/')).toEqual(before);
    expect(await threads(id)).toEqual([]);
  });

  test('too many, too large, or in a form with other parts are refused, and nothing is left', async () => {
    const { id } = await upheld();
    const before = await api.objectKeys('appeals/');
    const six = await form(
      id,
      Array.from({ length: 6 }, (_, n) => [PNG, `${n}.png`] as const),
    );
    expect(six.status).toBe(400);
    const large = await form(id, [[Buffer.concat([PNG, Buffer.alloc(10 * 2 ** 20)]), 'large.png']]);
    expect([large.status, large.body.limitBytes]).toEqual([413, 10 * 2 ** 20]);
    const call = () => request(api.url).post(path(id)).set(api.caller.auth);
    expect((await call().field('text', '见附件').attach('other', PNG, 'a.png')).status).toBe(400);
    expect((await call().field('text', '见附件').field('also', 'x')).status).toBe(400);
    expect((await call().field('text', '一').field('text', '二')).status).toBe(400);
    expect((await call().field('__proto__', 'x').field('text', '一')).status).toBe(400);
    expect((await call().attach('attachment', PNG, 'a.png')).status).toBe(400);
    expect((await call().field('text', 'x'.repeat(8_001)).attach('attachment', PNG, 'a.png')).status).toBe(400);
    expect((await call().field('text', 'x'.repeat(40_000))).status).toBe(413);
    expect((await form('sub_nothing', [[PNG, 'a.png']])).status).toBe(404);
    expect(await api.objectKeys('appeals/')).toEqual(before);
    expect((await form(id, [[Buffer.concat([PNG, Buffer.alloc(10 * 2 ** 20 - PNG.length)]), 'just.png']])).status).toBe(201);
    const after = await api.objectKeys('appeals/');
    expect(after).toHaveLength(before.length + 1);
    // Refused because an appeal is open now: the file that had arrived goes.
    expect((await form(id, [[PNG, 'a.png']])).status).toBe(409);
    expect(await api.objectKeys('appeals/')).toEqual(after);
    expect(await api.database.appeals.owned([...after, 'appeals/apf_nobody'])).toEqual(new Set(after));
  });
});

describe('answering', () => {
  test('tells the store each answer; who answered stays with the platform', async () => {
    const { id } = await upheld();
    const appeal = await opened(id);
    const answer = await api.reviewer.agent.post(`/v1/review/appeals/${appeal}/messages`).send({ text: '请提供第三章的链接' });
    expect(answer.status).toBe(201);
    expect(answer.body.messages.at(-1)).toMatchObject({ from: 'reviewer', by: { displayName: '审核员甲' } });
    const [event] = await eventsOf(id, 'submission.appeal-answered');
    expect(EVENT_SCHEMAS['submission.appeal-answered'].safeParse(event!.payload).error).toBeUndefined();
    expect(event).toMatchObject({
      subject: answer.body.messages.at(-1).id,
      payload: {
        data: {
          submissionId: id,
          appeal: { id: appeal, state: 'open' },
          message: { text: '请提供第三章的链接' },
          links: { appeals: `https://review.example/v1/submissions/${id}/appeals` },
        },
      },
    });
    expect(api.pipeline.delivered).toContain(event!.id);
    const seen = await storeView(id);
    expect(seen[0].messages).toHaveLength(2);
    expect(JSON.stringify(seen)).not.toContain('审核员甲');
    expect((await api.auditor.agent.post(`/v1/review/appeals/${appeal}/messages`).send({ text: 'x' })).status).toBe(403);
    expect((await api.reviewer.agent.post('/v1/review/appeals/apl_nothing/messages').send({ text: 'x' })).status).toBe(404);
    expect((await api.reviewer.agent.post(`/v1/review/appeals/${appeal}/messages`).send({ text: ' ' })).status).toBe(400);
  });

  test('waits while somebody else works on the dossier', async () => {
    const { id } = await upheld();
    const appeal = await opened(id);
    await api.senior.agent.post(`/v1/review/submissions/${id}/claim`).send({}).expect(200);
    const answer = () => api.reviewer.agent.post(`/v1/review/appeals/${appeal}/messages`).send({ text: '同时' });
    const refused = await answer();
    expect(refused.status).toBe(409);
    expect(refused.body.claim).toMatchObject({ by: { displayName: '审核员乙' } });
    const close = await api.reviewer.agent.post(`/v1/review/appeals/${appeal}/close`).send({ state: 'upheld', text: '同时' });
    expect(close.status).toBe(409);
    await api.senior.agent.delete(`/v1/review/submissions/${id}/claim`).expect(200);
    expect((await answer()).status).toBe(201);
  });

  test('and deciding, following up and withdrawing at once come out one after the other', async () => {
    const submission = await upheld();
    const { id } = submission;
    const appeal = await opened(id);
    const store = (action: string, body?: object) =>
      request(api.url)
        .post(`${path(id)}/${appeal}/${action}`)
        .set(api.caller.auth)
        .send(body);
    const answers = await Promise.all([
      api.reviewer.agent.post(`/v1/review/appeals/${appeal}/messages`).send({ text: '答复' }),
      api.senior.agent.post(`/v1/review/submissions/${id}/decisions`).send({ run: 1, kind: 'uphold', reason: '维持', appeal }),
      store('messages', { text: '补充' }),
      store('withdraw'),
      api.reviewer.agent.post(`/v1/review/appeals/${appeal}/close`).send({ state: 'dismissed', text: '不成立' }),
    ]);
    for (const { status } of answers) expect([200, 201, 409]).toContain(status);
    const ends = [answers[1], answers[3], answers[4]].filter((answer) => answer!.status < 300);
    expect(ends).toHaveLength(1);
    expect((await threads(id))[0]!.state).not.toBe('open');
    expect((await dossier(id)).appeal).toBeNull();
  });

  test('dismissed without a decision, the dossier goes back to where it was and the decision stands', async () => {
    const submission = await api.rejected();
    const deadline = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    await api.decide(submission, 'rectify', { deadline });
    const appeal = await opened(submission.id);
    expect((await dossier(submission.id)).state).toBe('open');
    const close = () =>
      api.senior.agent.post(`/v1/review/appeals/${appeal}/close`).send({ state: 'dismissed', text: '披露不完整' });
    expect((await close()).body).toMatchObject({ state: 'dismissed' });
    expect((await close()).status).toBe(409);
    expect(await dossier(submission.id)).toMatchObject({ state: 'rectifying', appeal: null });
    const [event] = await eventsOf(submission.id, 'submission.appeal-answered');
    expect(event!.payload.data).toMatchObject({ appeal: { state: 'dismissed' }, message: { text: '披露不完整' } });
    expect((await storeView(submission.id))[0]).toMatchObject({ state: 'dismissed' });
    const log = await api.database.audit.list({ submission: submission.id, action: 'appeal.closed' }, { limit: 5 });
    expect(log).toMatchObject([{ by: { displayName: '审核员乙' }, after: { state: 'dismissed' } }]);
  });

  test('upheld without a decision, the dossier waits in the queue for one', async () => {
    const { id } = await upheld();
    const appeal = await opened(id);
    await api.senior.agent.post(`/v1/review/appeals/${appeal}/close`).send({ state: 'upheld', text: '有理' }).expect(200);
    expect(await dossier(id)).toMatchObject({ state: 'open', appeal: null });
  });

  test('by a new decision closes it; the store sees it when that is final, and undone it is open again', async () => {
    const submission = await upheld();
    const { id } = submission;
    const appeal = await opened(id);
    const decision = await api.decide(submission, 'uphold', { appeal, final: false });
    expect((await threads(id))[0]).toMatchObject({ state: 'dismissed', messages: [{}, { from: 'reviewer', text: '证据确凿' }] });
    expect((await storeView(id))[0]).toMatchObject({ state: 'open', closedAt: null, messages: [{ from: 'developer' }] });
    expect((await open(id)).status).toBe(409);
    const late = await request(api.url)
      .post(`${path(id)}/${appeal}/messages`)
      .set(api.caller.auth)
      .send({ text: '还有' });
    expect(late.status).toBe(409);

    await api.reviewer.agent.post(`/v1/review/decisions/${decision}/undo`).send({}).expect(200);
    expect((await threads(id))[0]).toMatchObject({ state: 'open', closedAt: null, messages: [{ from: 'developer' }] });
    expect(await dossier(id)).toMatchObject({ state: 'open', appeal });

    await api.decide(submission, 'uphold', { appeal });
    expect((await storeView(id))[0]).toMatchObject({ state: 'dismissed', messages: [{}, { text: '证据确凿' }] });
    expect(await dossier(id)).toMatchObject({ state: 'decided', appeal: null });
    expect(await api.database.audit.verify()).toMatchObject({ broken: null });
  });
});

/** Reads an answer as the bytes that it is. */
function bytes(response: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => done(null, Buffer.concat(chunks)));
}
