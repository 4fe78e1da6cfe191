import type { Letter } from '../../domain/review/letter.ts';
import type { NewEvent, Submission } from '../database/repositories.ts';
import { eventIdOf, eventLinks, eventSubject } from './subject.ts';

/**
 * What a store is told of a letter, once the decision that it comes with is final: that it is there and where; the text itself is asked for.
 * @param at when the store may first see it
 */
export function letterSentEvent(submission: Submission, letter: Letter, at: Date, publicUrl: string | null): NewEvent {
  const links = eventLinks(submission.id, publicUrl);
  const self = `${links.submission}/letters/${letter.id}`;
  return {
    id: eventIdOf(submission.id, letter.run, 'submission.letter-sent', letter.id),
    type: 'submission.letter-sent',
    payload: {
      type: 'submission.letter-sent',
      timestamp: at.toISOString(),
      data: {
        ...eventSubject(submission),
        letter: { id: letter.id, deadline: letter.content.deadline, findings: letter.content.items.length },
        links: { ...links, letter: self, html: `${self}?format=html` },
      },
    },
  };
}
