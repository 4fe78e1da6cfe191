import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Appeal } from '../../../../shared/domain/review/appeal.ts';
import { get, post } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { useLanguage } from '../i18n/language.tsx';
import { announce } from '../shell/announce.tsx';
import { APPEAL_STATE_NAMES } from './words.ts';

/** While a thread is open its developer may write at any time. */
const OPEN_MS = 10_000;

const keyOf = (submission: string) => ['submission', submission, 'appeals'] as const;

/** Appeals of a submission, oldest first. */
export function useAppeals(submission: string) {
  return useQuery({
    queryKey: keyOf(submission),
    queryFn: ({ signal }) =>
      get<readonly Appeal[]>(`/v1/review/submissions/${encodeURIComponent(submission)}/appeals`, undefined, { signal }),
    refetchInterval: ({ state }) => (state.data?.some((appeal) => appeal.state === 'open') ? OPEN_MS : false),
  });
}

/** What a reviewer may say: a message, or the last one, with what becomes of the appeal. */
export interface Answer {
  readonly text: string;
  readonly close: 'upheld' | 'dismissed' | null;
}

/** Sends an answer; thread, submission and queue are asked for anew, also when somebody else was first. */
export function useAnswer({ id, submission }: Appeal, done: () => void) {
  const client = useQueryClient();
  const { t } = useLanguage();
  const refresh = async () => {
    await client.invalidateQueries({ queryKey: keyOf(submission) });
    await client.invalidateQueries({ queryKey: ['submission', submission], exact: true });
    await client.invalidateQueries({ queryKey: ['dossiers'] });
  };
  return useMutation({
    mutationFn: ({ text, close }: Answer) => {
      const path = `/v1/review/appeals/${encodeURIComponent(id)}`;
      return close === null ? post<Appeal>(`${path}/messages`, { text }) : post<Appeal>(`${path}/close`, { state: close, text });
    },
    onSuccess: async (appeal, { close }) => {
      client.setQueryData<readonly Appeal[]>(keyOf(submission), (list) => list?.map((each) => (each.id === id ? appeal : each)));
      done();
      announce(close === null ? t({ zh: '已答复申诉', en: 'The appeal is answered' }) : t(APPEAL_STATE_NAMES[close]));
      await refresh();
    },
    onError: async (error) => {
      if (error instanceof ApiProblem && error.status === 409) await refresh();
    },
  });
}
