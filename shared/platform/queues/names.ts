import { CHECKS, type CheckName } from '../../domain/check.ts';

/** Every queue, in the order in which a submission meets them; each can be given workers of its own. */
export const QUEUES = ['retrieval', 'inspection', ...CHECKS, 'verdict', 'notification'] as const;
export type QueueName = (typeof QUEUES)[number];

/** Steps of a submission; the queue of a step bears its name. */
export type Step = 'retrieval' | 'inspection' | CheckName | 'verdict';

/** What a job of a step carries: ids only, everything else is read from the database when the job runs. */
export interface StepData {
  readonly submission: string;
  readonly run: number;
  /** How often the job was put back after an earlier one of the same id had ended without the row moving on. */
  readonly revived: number;
}

/** What a delivery job carries. */
export interface DeliveryData {
  readonly event: string;
  readonly revived: number;
}

/**
 * Id of a step's job, `<submission>.<run>.<step>`: made from the row, so that adding it twice is adding it once.
 * BullMQ forbids `:` in ids and takes whole numbers for its own.
 */
export function stepJobId(submission: string, run: number, step: Step): string {
  return `${submission}.${run}.${step}`;
}

/** Id of an event's delivery job; one job an event, which delays itself between attempts. */
export function deliveryJobId(event: string): string {
  return `${event}.delivery`;
}
