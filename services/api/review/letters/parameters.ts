import { z } from 'zod';
import type { Letter } from '../../../../shared/domain/review/letter.ts';
import type { ApiPorts } from '../../ports.ts';
import { notFound, Problem } from '../../problems/problem.ts';
import { letterIdSchema } from '../../schemas/letters.ts';

/** `{id}` of a letter. */
export const letterParams = z.object({ id: letterIdSchema });

const LETTER = { zh: '整改通知', en: 'letter' };

/** @throws Problem `not-found` */
export async function letterOf({ database }: ApiPorts, id: string): Promise<Letter> {
  const letter = await database.letters.find(id);
  if (letter === null) throw notFound(LETTER);
  return letter;
}

/** Problem for a letter that changed under its editor, or that is frozen; says who was first. */
export function letterConflict(outcome: 'stale' | 'sent' | 'frozen', letter: Letter): Problem {
  const { version, updatedBy, updatedAt, sentBy, sentAt } = letter;
  if (outcome !== 'stale') {
    const who = sentBy?.displayName ?? '';
    return new Problem('conflict', {
      zh: `${who} 已于 ${sentAt} 发送该通知，不能再修改`,
      en: `${who} sent this letter at ${sentAt}: it can no longer be changed`,
    });
  }
  const detail = {
    zh: `${updatedBy.displayName} 已于 ${updatedAt} 保存了第 ${version} 版；请重新载入后再修改`,
    en: `${updatedBy.displayName} saved version ${version} at ${updatedAt}; reload it before you change it`,
  };
  return new Problem('conflict', detail, { saved: { version, by: updatedBy, at: updatedAt } });
}

/** What became of a save. @throws Problem `not-found`, `conflict` */
export function savedLetter(result: { readonly outcome: string; readonly letter: Letter } | null): Letter {
  if (result === null) throw notFound(LETTER);
  if (result.outcome === 'saved') return result.letter;
  throw letterConflict(result.outcome === 'stale' ? 'stale' : 'sent', result.letter);
}
