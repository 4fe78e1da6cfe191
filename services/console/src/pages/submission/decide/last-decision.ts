import { useSyncExternalStore } from 'react';
import type { Decision } from '../../../../../../shared/domain/review/decision.ts';

/** A decision that was just made here and may still be undone, even from the next dossier's page. */
export interface LastDecision {
  readonly decision: Decision;
  readonly appName: string;
  /** By the clock of this browser: the server's may go differently. */
  readonly until: number;
  /** Not shown yet: the form that had the keyboard goes, and what comes in its place takes it. */
  readonly fresh: boolean;
}

let last: LastDecision | null = null;
const listeners = new Set<() => void>();

/** Keeps the newest decision in mind, or forgets it. */
export function rememberDecision(next: LastDecision | null): void {
  last = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** It has been shown. */
export function noteShown(): void {
  if (last?.fresh) rememberDecision({ ...last, fresh: false });
}

/** The newest decision made in this window, if any. */
export function useLastDecision(): LastDecision | null {
  return useSyncExternalStore(subscribe, () => last);
}
