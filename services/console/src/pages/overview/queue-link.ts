import type { DossierState, Facet } from '../../../../../shared/domain/review/dossier.ts';

/** Narrowings of the queue as its address has them. */
export interface QueueNarrowing extends Partial<Readonly<Record<Exclude<Facet, 'state'>, string>>> {
  /** Left out: what waits for a person. */
  readonly state?: readonly DossierState[] | 'any';
  readonly olderThanHours?: number;
}

/** Address of the queue with the filter that matches a figure. */
export function queueLink(store: string | null, { state = [], olderThanHours, ...facets }: QueueNarrowing): string {
  const parameters = new URLSearchParams();
  for (const each of state === 'any' ? ['any'] : state) parameters.append('state', each);
  for (const [name, value] of Object.entries(facets)) parameters.append(name, value);
  if (store !== null) parameters.append('store', store);
  if (olderThanHours !== undefined && olderThanHours > 0) parameters.append('older', String(olderThanHours));
  const text = parameters.toString();
  return text === '' ? '/queue' : `/queue?${text}`;
}
