import type { Admission, ResponseTime } from '../../domain/facts/policy.ts';

/**
 * Promised times that are surely longer than 15 working days. Calendar days: three weeks hold 15 working days, and holidays shift
 * weekends by up to eight days, so only 30 days and more are sure; 22 to 29 days probably, up to 21 days prove nothing.
 */
export function slowResponses(times: readonly ResponseTime[]): Admission[] {
  return times.flatMap((time) => {
    const sure = surelySlow(time);
    return sure === null
      ? []
      : [{ kind: 'response-over-15-working-days' as const, range: time.range, confidence: Math.min(sure, time.confidence) }];
  });
}

function surelySlow({ amount, unit }: ResponseTime): number | null {
  switch (unit) {
    case 'working-day':
      return amount > 15 ? 0.95 : null;
    case 'month':
      return 0.95;
    case 'hour':
      return amount >= 30 * 24 ? 0.95 : null;
    case 'day':
      return amount >= 30 ? 0.9 : amount >= 22 ? 0.6 : null;
  }
}
