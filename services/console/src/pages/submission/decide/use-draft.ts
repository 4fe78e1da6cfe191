import { useCallback, useState } from 'react';
import { changeDraft, type Draft, type DraftChange, EMPTY_DRAFT } from './draft.ts';

/** What was begun is still there when the reviewer comes back from the compare page, or undoes. */
const kept = new Map<string, Draft>();
const MOST_KEPT = 50;

/** The decision that is being made about one run of a submission. */
export function useDraft(submission: string, run: number): readonly [Draft, (change: DraftChange) => void] {
  const key = `${submission} ${run}`;
  const [, setChanges] = useState(0);
  const draft = kept.get(key) ?? EMPTY_DRAFT;
  const change = useCallback(
    (step: DraftChange) => {
      const next = changeDraft(kept.get(key) ?? EMPTY_DRAFT, step);
      kept.delete(key);
      kept.set(key, next);
      if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
      setChanges((count) => count + 1);
    },
    [key],
  );
  return [draft, change];
}
