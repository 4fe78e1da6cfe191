import type { z } from 'zod';
import { dayInChina } from '../../../shared/domain/day.ts';
import type { Letter } from '../../../shared/domain/review/letter.ts';
import type { ToldLetter } from '../../../shared/platform/database/letters.ts';
import { LETTER_POLICY, renderLetter } from '../../../shared/pledge/letters/index.ts';
import type { ReportLanguage } from '../../../shared/pledge/reports/index.ts';
import type { Reply } from '../operation.ts';
import type { sentLetterSchema } from '../schemas/letters.ts';

/** A letter as its store sees it: nothing of who wrote it. */
export function presentLetter({ letter, toldAt }: ToldLetter, publicUrl: string | null): z.infer<typeof sentLetterSchema> {
  const submission = `${publicUrl ?? ''}/v1/submissions/${letter.submission}`;
  const self = `${submission}/letters/${letter.id}`;
  return {
    id: letter.id,
    submissionId: letter.submission,
    run: letter.run,
    decision: letter.decision ?? '',
    sentAt: toldAt.toISOString(),
    content: structuredClone(letter.content) as z.infer<typeof sentLetterSchema>['content'],
    links: { self, html: `${self}?format=html`, appeals: `${submission}/appeals` },
  };
}

/** The letter as a page for paper, under a policy that lets nothing run. @param at when it was sent; null for a draft */
export function letterPage(letter: Letter, at: Date | null, language: ReportLanguage, download = false): Reply {
  const body = renderLetter({ ...letter, day: at && dayInChina(at) }, language);
  const headers = {
    'Content-Security-Policy': LETTER_POLICY,
    // The name is ours: no app can choose it.
    'Content-Disposition': `${download ? 'attachment' : 'inline'}; filename="shelfgate-${letter.submission}-${letter.id}.html"`,
  };
  return { status: 200, body, type: 'text/html', headers };
}
