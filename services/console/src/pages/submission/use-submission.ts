import { useQuery } from '@tanstack/react-query';
import type { ReportView } from '../../../../../shared/domain/report/view.ts';
import type { SubmissionView } from '../../../../../shared/domain/review/dossier.ts';
import { get } from '../../api/client.ts';
import { isPending } from './progress/progress-panel.tsx';

/** While a run is under way its page asks every second; otherwise now and then, for what others do. Hidden pages do not ask. */
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

/** The report of a run, once there is a verdict. A run's report never changes. */
export function useReportOf(submission: string, run: number, wanted: boolean) {
  return useQuery({
    queryKey: ['submission', submission, 'report', run],
    queryFn: ({ signal }) => get<ReportView>(`${pathOf(submission)}/report`, undefined, { signal, timeoutMs: 60_000 }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: wanted,
  });
}
