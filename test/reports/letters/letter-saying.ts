import type { LetterContent, LetterItem } from '../../../shared/domain/review/letter.ts';

const item = (text: string, fingerprint: string): LetterItem => {
  const both = { zh: text, en: text };
  return { fingerprint, title: both, found: both, evidence: [both, both], basis: [both, both], remedy: both };
};

/** A letter that says the same everywhere. */
export function letterSaying(text: string, count = 2): LetterContent {
  const both = { zh: text, en: text };
  return {
    title: both,
    addressee: text,
    opening: both,
    items: Array.from({ length: count }, (_, at) => item(text, at.toString(16).padStart(16, '0'))),
    closing: both,
    deadline: '2026-12-31',
    appeal: both,
    signatory: text,
  };
}
