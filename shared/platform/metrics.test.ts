import type { Finding, WaivedFinding } from '../domain/finding.ts';
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

test('dossiers that wait for a person, none included', async () => {
  const metrics = createMetrics();
  metrics.watchDossiers(async () => [{ verdict: 'review', count: 9, overdue: 2 }]);
  const { body } = await metrics.render();
  for (const line of [
    'shelfgate_open_dossiers{verdict="review"} 9',
    'shelfgate_open_dossiers{verdict="reject"} 0',
    'shelfgate_overdue_dossiers{verdict="review"} 2',
    'shelfgate_overdue_dossiers{verdict="reject"} 0',
  ])
    expect(body).toContain(line);
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

test('findings by rule and effect; rulebooks by file, those that are refused included', async () => {
  const metrics = createMetrics();
  const finding = { rule: 'sdk/undisclosed', severity: 'review' } as Finding;
  const waiver = { id: 'w-1' } as WaivedFinding['waiver'];
  metrics.findingsCounted({ findings: [finding, finding], waived: [{ finding, waiver }], observed: [finding] });
  metrics.rulebookRefused('default.yaml');
  const good = { rulebook: { version: '7', sha256: 'ab' }, since: new Date(5_000) };
  metrics.watchRulebooks(async () => [
    { file: 'default.yaml', good, refused: {} },
    { file: 'new.yaml', good: null, refused: {} },
    { file: 'own.yaml', good, refused: null },
  ]);
  const { body } = await metrics.render();
  for (const line of [
    'shelfgate_findings_total{rule="sdk/undisclosed",severity="review",effect="counted"} 2',
    'shelfgate_findings_total{rule="sdk/undisclosed",severity="review",effect="waived"} 1',
    'shelfgate_findings_total{rule="sdk/undisclosed",severity="review",effect="observed"} 1',
    'shelfgate_rulebook_refused_total{file="default.yaml"} 1',
    'shelfgate_rulebook_taken_up_seconds{file="default.yaml",version="7",sha256="ab"} 5',
    'shelfgate_rulebook_refused{file="default.yaml"} 1',
    'shelfgate_rulebook_refused{file="new.yaml"} 1',
    'shelfgate_rulebook_refused{file="own.yaml"} 0',
  ])
    expect(body).toContain(line);
  expect(body).not.toContain('taken_up_seconds{file="new.yaml"');
});
