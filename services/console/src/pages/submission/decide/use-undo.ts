import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Decision } from '../../../../../../shared/domain/review/decision.ts';
import { post } from '../../../api/client.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { announce } from '../../../shell/announce.tsx';

/** Takes a decision back; what it changed is asked for anew, whether it worked or not. */
export function useUndo({ id, submission }: Decision, onUndone: (decision: Decision) => void = () => {}) {
  const { t } = useLanguage();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post<Decision>(`/v1/review/decisions/${encodeURIComponent(id)}/undo`),
    onSuccess: (decision) => {
      announce(t({ zh: '决定已撤销', en: 'The decision is undone' }));
      onUndone(decision);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['submission', submission], exact: true }),
  });
}

/** Whole seconds left, counted down. */
export function useSecondsUntil(until: number): number {
  const [now, setNow] = useState(Date.now);
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  const over = left === 0;
  useEffect(() => {
    if (over) return;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [over]);
  return left;
}
