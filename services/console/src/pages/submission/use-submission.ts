import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ReportView } from '../../../../../shared/domain/report/view.ts';
import type { SubmissionView } from '../../../../../shared/domain/review/dossier.ts';
import { get } from '../../api/client.ts';
import { type Changes, useLiveChanges } from '../queue/live-changes.ts';
import { isPending } from './progress/progress-panel.tsx';

/** While a run is under way its page asks every second; otherwise now and then, for what is no change of a dossier. Hidden pages do not ask. */
const PENDING_MS = 1_000;
const SETTLED_MS = 10_000;

const pathOf = (submission: string) => `/v1/review/submissions/${encodeURIComponent(submission)}`;

/** The submission as it stands. */
export function useSubmission(submission: string) {
  return useQuery({
    queryKey: ['submission', submission],
    queryFn: ({ signal }) => get<SubmissionView>(pathOf(submission), undefined, { signal }),
    refetchInterval: ({ state }) => (state.data !== undefined && isPending(state.data) ? PENDING_MS : SETTLED_MS),
  });
}

const getReport = (submission: string, signal: AbortSignal) =>
  get<ReportView>(`${pathOf(submission)}/report`, undefined, { signal, timeoutMs: 60_000 });

/** Asks for the report together with the submission and not after it; there may be none yet. */
export function useEarlyReport(submission: string): { readonly report: ReportView | null; readonly settled: boolean } {
  const query = useQuery({
    queryKey: ['early-report', submission],
    queryFn: ({ signal }) => getReport(submission, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  return { report: query.data ?? null, settled: query.isFetched };
}

type Early = ReturnType<typeof useEarlyReport>;
const NOT_EARLY: Early = { report: null, settled: true };

/** The report of a run, once there is a verdict. A run's report never changes. */
export function useReportOf(submission: string, run: number, wanted: boolean, early: Early = NOT_EARLY) {
  const given = early.report?.submission.run === run ? early.report : null;
  const query = useQuery({
    queryKey: ['submission', submission, 'report', run],
    queryFn: ({ signal }) => getReport(submission, signal),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: wanted && early.settled && given === null,
  });
  const { isError, error, refetch } = query;
  return { data: given ?? query.data, isPending: given === null && query.isPending, isError, error, refetch };
}

/**
 * Takes over what others do with the submission (claims, decisions, appeals) as it happens.
 * @returns whether the server can be heard
 */
export function useLiveSubmission(submission: string): boolean {
  const client = useQueryClient();
  const since = useQuery({
    queryKey: ['changes', submission],
    queryFn: ({ signal }) => get<Changes>('/v1/review/changes', undefined, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    // Anew with each visit: an old version would name everything that has happened since.
    gcTime: 0,
  });
  const version = since.data?.version ?? null;
  const refresh = () => client.invalidateQueries({ queryKey: ['submission', submission], exact: true });
  // What happened between the first look at the submission and the first look at the changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the version is known.
  useEffect(() => {
    if (version !== null) void refresh();
  }, [version === null]);
  const { connection } = useLiveChanges(version, async (changes) => {
    client.setQueryData(['changes', submission], changes);
    if (!changes.complete || changes.submissions.includes(submission)) await refresh();
  });
  return connection.state === 'live';
}
