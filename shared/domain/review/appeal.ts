import type { AccountName } from './account.ts';
import type { FinalOutcome } from './decision.ts';

export type AppealState = 'open' | 'upheld' | 'dismissed' | 'withdrawn';

/** How a decision that answers an appeal closes it: whoever may now be on the shelf was right. */
export const APPEAL_CLOSED_BY: Readonly<Record<FinalOutcome, 'upheld' | 'dismissed'>> = {
  approve: 'upheld',
  rectify: 'dismissed',
  reject: 'dismissed',
};

/** One message of the thread. Text is untrusted. */
export interface AppealMessage {
  readonly id: string;
  readonly from: 'developer' | 'reviewer';
  /** Null for the developer's. */
  readonly by: AccountName | null;
  readonly text: string;
  readonly at: string;
  /** Files that the store passed on. */
  readonly attachments: readonly AppealAttachment[];
}

export interface AppealAttachment {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** 申诉: the developer's word against a decision, with a deadline of its own. */
export interface Appeal {
  readonly id: string;
  readonly submission: string;
  /** The decision that it is about; null for one against the machine's verdict. */
  readonly decision: string | null;
  readonly state: AppealState;
  readonly openedAt: string;
  readonly dueAt: string;
  readonly closedAt: string | null;
  readonly messages: readonly AppealMessage[];
}
