import { createMetrics } from './metrics.ts';

test('everything that was told is in the text', async () => {
  const metrics = createMetrics();
  metrics.observeRequest({ method: 'POST', route: '/v1/submissions', status: 202, seconds: 0.2 });
  metrics.submissionAccepted();
  metrics.submissionDecided('reject', 3);
  metrics.submissionFailed('package-unreachable');
  metrics.stageEnded('sdk', 'completed', 0.4);
  metrics.callbackAttempted('delivered');
  metrics.watchQueues(async () => ({ sdk: { waiting: 3, active: 1, failed: 0 } }));
  metrics.watchSubmissions(async () => ({ checking: 7 }));
  const { body, contentType } = await metrics.render();
  expect(contentType).toContain('text/plain');
  for (const line of [
    'shelfgate_http_request_duration_seconds_count{method="POST",route="/v1/submissions",status="202"} 1',
    'shelfgate_submissions_accepted_total 1',
    'shelfgate_submissions_decided_total{decision="reject"} 1',
    'shelfgate_submission_decision_seconds_sum 3',
    'shelfgate_submissions_failed_total{code="package-unreachable"} 1',
    'shelfgate_stage_duration_seconds_count{stage="sdk",outcome="completed"} 1',
    'shelfgate_callbacks_total{outcome="delivered"} 1',
    'shelfgate_queue_jobs{queue="sdk",state="waiting"} 3',
    'shelfgate_submissions{state="checking"} 7',
  ])
    expect(body).toContain(line);
  expect(body).toContain('process_resident_memory_bytes');
});

test('two sets do not mix', async () => {
  const [one, other] = [createMetrics(), createMetrics()];
  one.submissionAccepted();
  expect((await other.render()).body).toContain('shelfgate_submissions_accepted_total 0');
});

test('a source that fails leaves its gauge out, a label that has gone does not stay', async () => {
  const metrics = createMetrics();
  let answers: (() => Promise<Record<string, number>>)[] = [
    async () => ({ stored: 2 }),
    async () => ({ checking: 1 }),
    async () => {
      throw new Error('down');
    },
  ];
  metrics.watchSubmissions(() => {
    const [answer, ...rest] = answers;
    answers = rest;
    return answer!();
  });
  expect((await metrics.render()).body).toContain('shelfgate_submissions{state="stored"} 2');
  expect((await metrics.render()).body).not.toContain('state="stored"');
  expect((await metrics.render()).body).not.toContain('shelfgate_submissions{');
  answers = [async () => ({})];
  expect((await metrics.render()).body).toContain('shelfgate_scrape_failures_total{source="submissions"} 1');
});
