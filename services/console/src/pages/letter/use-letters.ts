import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Letter, LetterContent } from '../../../../../shared/domain/review/letter.ts';
import { get, post, put } from '../../api/client.ts';

const keyOf = (submission: string) => ['submission', submission, 'letters'] as const;
const pathOf = (submission: string) => `/v1/review/submissions/${encodeURIComponent(submission)}/letters`;
const letterPath = (letter: string) => `/v1/review/letters/${encodeURIComponent(letter)}`;

/** Address of a letter as a page for paper. */
export const printAddress = (letter: string, language: string): string => `${letterPath(letter)}/print?lang=${language}`;

/** Letters of a submission, newest first. */
export function useLetters(submission: string) {
  return useQuery({
    queryKey: keyOf(submission),
    queryFn: ({ signal }) => get<readonly Letter[]>(pathOf(submission), undefined, { signal }),
  });
}

/** One thing that is done to letters. */
export type LetterStep =
  | { readonly do: 'create' }
  | { readonly do: 'save'; readonly letter: string; readonly version: number; readonly content: LetterContent }
  | { readonly do: 'regenerate'; readonly letter: string; readonly version: number; readonly findings?: readonly string[] }
  | { readonly do: 'send'; readonly letter: string; readonly version: number };

function perform(submission: string, step: LetterStep): Promise<Letter> {
  switch (step.do) {
    case 'create':
      return post<Letter>(pathOf(submission), {});
    case 'save':
      return put<Letter>(letterPath(step.letter), { version: step.version, content: step.content });
    case 'regenerate':
      return post<Letter>(`${letterPath(step.letter)}/regenerate`, {
        version: step.version,
        ...(step.findings !== undefined && { findings: step.findings }),
      });
    case 'send':
      return post<Letter>(`${letterPath(step.letter)}/send`, { version: step.version });
  }
}

/** Does something to a letter; what the server answers takes the place of what was known. */
export function useLetterStep(submission: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: LetterStep) => perform(submission, step),
    onSuccess: (letter) => {
      client.setQueryData<readonly Letter[]>(keyOf(submission), (list = []) =>
        list.some(({ id }) => id === letter.id) ? list.map((each) => (each.id === letter.id ? letter : each)) : [letter, ...list],
      );
    },
  });
}

/** What the server has now: after somebody else has saved. */
export function useReloadLetters(submission: string): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: keyOf(submission) });
}
