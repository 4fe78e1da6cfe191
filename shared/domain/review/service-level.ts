/** Within how many hours a dossier is to be decided. */
export interface ServiceLevel {
  readonly hours: number;
  /** For apps that children use. */
  readonly hoursForChildren: number;
}

export const STANDARD_SERVICE_LEVEL: ServiceLevel = { hours: 24, hoursForChildren: 8 };

/** From how many earlier rejections on a developer is marked as a repeat offender; one may be an accident. */
export const REPEAT_OFFENCES = 2;

/** How far back rejections are counted. */
export const OFFENCE_MONTHS = 12;

/**
 * When a dossier is due. Hours are hours of the clock: nights, weekends and public holidays count, because a store that publishes around the
 * clock promises its developers hours and not working days.
 */
export function dueAt(openedAt: Date, children: boolean, level: ServiceLevel): Date {
  return new Date(openedAt.getTime() + (children ? level.hoursForChildren : level.hours) * 3_600_000);
}
