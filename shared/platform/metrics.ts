import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Verdict } from '../domain/verdict.ts';

type Depths = Readonly<Record<string, { readonly waiting: number; readonly active: number; readonly failed: number }>>;

/** A rulebook's file as it is watched: what is in force out of it, and whether its present content is refused. */
export interface RulebookGauge {
  readonly file: string;
  readonly good: { readonly rulebook: { readonly version: string; readonly sha256: string }; readonly since: Date } | null;
  readonly refused: object | null;
}

/** Dossiers of a verdict that wait for a person. */
export interface DossierGauge {
  readonly verdict: 'reject' | 'review';
  readonly count: number;
  readonly overdue: number;
}

/** What a process measures. Everything else knows these functions and not the library behind them. */
export interface Metrics {
  /** `route` is the pattern (`/v1/submissions/{id}`), never the path: few label values. */
  observeRequest(request: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly seconds: number;
  }): void;
  submissionAccepted(): void;
  /** `seconds` from acceptance to decision. */
  submissionDecided(decision: string, seconds: number): void;
  submissionFailed(code: string): void;
  /** Findings of a decided submission by rule, severity, and whether they had an effect, were waived or only observed. */
  findingsCounted(verdict: Pick<Verdict, 'findings' | 'waived' | 'observed'>): void;
  /** A content of a rulebook's file was refused. */
  rulebookRefused(file: string): void;
  /** One try of one job of a stage (a queue's name). */
  stageEnded(stage: string, outcome: 'completed' | 'failed', seconds: number): void;
  callbackAttempted(outcome: 'delivered' | 'failed' | 'exhausted'): void;
  /** Asked at every scrape; a source that fails leaves its gauge out and counts as a failed scrape. */
  watchQueues(depths: () => Promise<Depths>): void;
  watchSubmissions(countByState: () => Promise<Readonly<Partial<Record<string, number>>>>): void;
  watchDossiers(countOpen: () => Promise<readonly DossierGauge[]>): void;
  watchRulebooks(states: () => Promise<readonly RulebookGauge[]>): void;
  /** The exposition text of every metric of this process. */
  render(): Promise<{ readonly contentType: string; readonly body: string }>;
}

const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120];
const STAGE_SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600];
const DECISION_SECONDS = [0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600];

/** A set of metrics of its own, with those of the Node.js process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'shelfgate_http_request_duration_seconds',
    help: 'HTTP requests by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_SECONDS,
    registers,
  });
  const accepted = new Counter({ name: 'shelfgate_submissions_accepted_total', help: 'Submissions accepted', registers });
  const decided = new Counter({
    name: 'shelfgate_submissions_decided_total',
    help: 'Submissions decided',
    labelNames: ['decision'],
    registers,
  });
  const failed = new Counter({
    name: 'shelfgate_submissions_failed_total',
    help: 'Submissions given up',
    labelNames: ['code'],
    registers,
  });
  const untilDecision = new Histogram({
    name: 'shelfgate_submission_decision_seconds',
    help: 'Time from acceptance to decision',
    buckets: DECISION_SECONDS,
    registers,
  });
  const stages = new Histogram({
    name: 'shelfgate_stage_duration_seconds',
    help: 'Tries of jobs by stage and outcome',
    labelNames: ['stage', 'outcome'],
    buckets: STAGE_SECONDS,
    registers,
  });
  const findings = new Counter({
    name: 'shelfgate_findings_total',
    help: 'Findings of decided submissions',
    labelNames: ['rule', 'severity', 'effect'],
    registers,
  });
  const refused = new Counter({
    name: 'shelfgate_rulebook_refused_total',
    help: 'Contents of rulebook files that were refused',
    labelNames: ['file'],
    registers,
  });
  const callbacks = new Counter({
    name: 'shelfgate_callbacks_total',
    help: 'Attempts to deliver an event',
    labelNames: ['outcome'],
    registers,
  });
  const unread = new Counter({
    name: 'shelfgate_scrape_failures_total',
    help: 'Sources that did not answer a scrape',
    labelNames: ['source'],
    registers,
  });

  /** A gauge that is filled anew at each scrape, so that a label which has gone does not keep its last value. */
  const watch = (
    name: string,
    help: string,
    labelNames: string[],
    source: string,
    fill: (gauge: Gauge) => Promise<void>,
  ): void => {
    new Gauge({
      name,
      help,
      labelNames,
      registers,
      async collect() {
        this.reset();
        await fill(this).catch(() => unread.inc({ source }));
      },
    });
  };
  return {
    observeRequest: ({ method, route, status, seconds }) => requests.observe({ method, route, status: String(status) }, seconds),
    submissionAccepted: () => accepted.inc(),
    submissionDecided: (decision, seconds) => {
      decided.inc({ decision });
      untilDecision.observe(seconds);
    },
    submissionFailed: (code) => failed.inc({ code }),
    findingsCounted: ({ findings: counted, waived, observed }) => {
      for (const { rule, severity } of counted) findings.inc({ rule, severity, effect: 'counted' });
      for (const { finding } of waived) findings.inc({ rule: finding.rule, severity: finding.severity, effect: 'waived' });
      for (const { rule, severity } of observed) findings.inc({ rule, severity, effect: 'observed' });
    },
    rulebookRefused: (file) => refused.inc({ file }),
    stageEnded: (stage, outcome, seconds) => stages.observe({ stage, outcome }, seconds),
    callbackAttempted: (outcome) => callbacks.inc({ outcome }),
    watchQueues: (depths) =>
      watch('shelfgate_queue_jobs', 'Jobs by queue and state', ['queue', 'state'], 'queues', async (gauge) => {
        for (const [queue, states] of Object.entries(await depths()))
          for (const state of ['waiting', 'active', 'failed'] as const) gauge.set({ queue, state }, states[state]);
      }),
    watchSubmissions: (countByState) =>
      watch('shelfgate_submissions', 'Unfinished and failed submissions by state', ['state'], 'submissions', async (gauge) => {
        for (const [state, count] of Object.entries(await countByState())) gauge.set({ state }, count ?? 0);
      }),
    watchDossiers: (countOpen) => {
      const verdicts = ['reject', 'review'] as const;
      const gauge = (name: string, help: string, read: (dossiers: DossierGauge) => number) =>
        watch(name, help, ['verdict'], 'dossiers', async (filled) => {
          const open = await countOpen();
          for (const verdict of verdicts) {
            const counted = open.find((each) => each.verdict === verdict);
            filled.set({ verdict }, counted === undefined ? 0 : read(counted));
          }
        });
      gauge('shelfgate_open_dossiers', 'Dossiers that wait for a person, by verdict', ({ count }) => count);
      gauge('shelfgate_overdue_dossiers', 'Of those, the ones past their deadline', ({ overdue }) => overdue);
    },
    watchRulebooks: (states) => {
      watch(
        'shelfgate_rulebook_taken_up_seconds',
        'When the content of a rulebook file that is in force was taken up, in seconds since 1970',
        ['file', 'version', 'sha256'],
        'rulebooks',
        async (gauge) => {
          for (const { file, good } of await states()) {
            if (good === null) continue;
            const { version, sha256 } = good.rulebook;
            gauge.set({ file, version, sha256 }, good.since.getTime() / 1_000);
          }
        },
      );
      watch(
        'shelfgate_rulebook_refused',
        'Whether the present content of a rulebook file is refused',
        ['file'],
        'rulebooks',
        async (gauge) => {
          for (const state of await states()) gauge.set({ file: state.file }, state.refused === null ? 0 : 1);
        },
      );
    },
    render: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}
