import type { AppealState } from '../../domain/review/appeal.ts';
import type { NewEvent, Submission } from '../database/repositories.ts';
import { eventIdOf, eventLinks, eventSubject } from './subject.ts';

/** A reviewer's message in the thread of an appeal, and where the appeal stands after it. */
export interface AppealAnswer {
  readonly appeal: string;
  readonly message: string;
  readonly state: AppealState;
  readonly text: string;
}

/** What a store is told when a reviewer has answered an appeal, or has closed it without a new decision. */
export function appealAnsweredEvent(submission: Submission, answer: AppealAnswer, at: Date, publicUrl: string | null): NewEvent {
  const links = eventLinks(submission.id, publicUrl);
  return {
    id: eventIdOf(submission.id, submission.run, 'submission.appeal-answered', answer.message),
    type: 'submission.appeal-answered',
    payload: {
      type: 'submission.appeal-answered',
      timestamp: at.toISOString(),
      data: {
        ...eventSubject(submission),
        appeal: { id: answer.appeal, state: answer.state },
        message: { id: answer.message, text: answer.text },
        links: { ...links, appeals: `${links.submission}/appeals` },
      },
    },
  };
}
