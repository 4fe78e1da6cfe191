export interface NewEvent {
  /** `evt_…`, the `webhook-id`: the same at every attempt. */
  readonly id: string;
  readonly type:
    | 'submission.decided'
    | 'submission.failed'
    | 'submission.reviewed'
    | 'submission.letter-sent'
    | 'submission.appeal-answered';
  /** What of the run it is about, where a run can have several: the id of a decision, a letter, a message. */
  readonly subject?: string;
  /** When it may be sent; left out, at once. */
  readonly due?: Date;
  readonly payload: unknown;
}

export interface Delivery {
  readonly eventId: string;
  readonly submissionId: string;
  readonly storeId: string;
  readonly run: number;
  readonly type: string;
  readonly payload: unknown;
  readonly url: string | null;
  readonly state: 'pending' | 'delivered' | 'exhausted' | 'no-url' | 'withdrawn';
  /** Attempts of the current schedule. */
  readonly attempts: number;
  readonly createdAt: Date;
  /** When the current schedule began: the event's creation or its last re-drive. Giving up counts from here. */
  readonly since: Date;
  readonly nextAttemptAt: Date | null;
}

export interface DeliveryAttempt {
  readonly at: Date;
  readonly status: number | null;
  readonly error: string | null;
  readonly durationMs: number;
}

export interface Deliveries {
  /** Writes a `submission.failed` event (decided ones are written by `Reviews.decide`); idempotent per submission, run and type. */
  emit(submissionId: string, run: number, event: NewEvent): Promise<void>;
  find(eventId: string): Promise<Delivery | null>;
  ofSubmission(submissionId: string): Promise<readonly (Delivery & { readonly log: readonly DeliveryAttempt[] })[]>;
  /** Takes the delivery for `leaseMs` so that no two workers send at once; null when it is taken, done, or not due. */
  lease(eventId: string, leaseMs: number): Promise<Delivery | null>;
  /** Records an attempt and what follows: delivered, the next one at a time, or exhausted. Releases the lease. */
  record(
    eventId: string,
    attempt: DeliveryAttempt,
    next: { readonly state: 'delivered' } | { readonly state: 'pending'; readonly at: Date } | { readonly state: 'exhausted' },
  ): Promise<void>;
  /** Due and not leased, oldest first. */
  due(now: Date, limit: number): Promise<readonly string[]>;
  /** Sends again from the start of the schedule; false when there is no such event to send: no address, withdrawn, or not due for the first time. */
  redrive(eventId: string): Promise<boolean>;
}
