import type { LetterContent, LetterItem } from '../../../../../shared/domain/review/letter.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';

/** A letter being edited: what it was when it was loaded, and what it is now. */
export interface Edited {
  readonly letter: string;
  /** The version that the edit is based on. */
  readonly version: number;
  readonly loaded: LetterContent;
  readonly content: LetterContent;
}

export type Edit =
  | { readonly do: 'load'; readonly letter: string; readonly version: number; readonly content: LetterContent }
  /** The server has taken what was sent; what was typed since stays. */
  | { readonly do: 'saved'; readonly version: number; readonly content: LetterContent }
  | { readonly do: 'set'; readonly change: Partial<Omit<LetterContent, 'items'>> }
  | { readonly do: 'set-item'; readonly fingerprint: string; readonly change: Partial<Omit<LetterItem, 'fingerprint'>> }
  | { readonly do: 'remove'; readonly fingerprint: string }
  | { readonly do: 'move'; readonly fingerprint: string; readonly by: -1 | 1 };

/** The one place where a letter changes in the page. */
export function edited(state: Edited, edit: Edit): Edited {
  const { content } = state;
  switch (edit.do) {
    case 'load':
      return { letter: edit.letter, version: edit.version, loaded: edit.content, content: edit.content };
    case 'saved':
      return { ...state, version: edit.version, loaded: edit.content };
    case 'set':
      return { ...state, content: { ...content, ...edit.change } };
    case 'set-item':
      return withItems(
        state,
        content.items.map((item) => (item.fingerprint === edit.fingerprint ? { ...item, ...edit.change } : item)),
      );
    case 'remove':
      return withItems(
        state,
        content.items.filter(({ fingerprint }) => fingerprint !== edit.fingerprint),
      );
    case 'move':
      return withItems(state, moved(content.items, edit.fingerprint, edit.by));
  }
}

const withItems = (state: Edited, items: readonly LetterItem[]): Edited => ({ ...state, content: { ...state.content, items } });

function moved(items: readonly LetterItem[], fingerprint: string, by: -1 | 1): readonly LetterItem[] {
  const from = items.findIndex((item) => item.fingerprint === fingerprint);
  const to = from + by;
  if (from < 0 || to < 0 || to >= items.length) return items;
  const next = [...items];
  [next[from], next[to]] = [next[to]!, next[from]!];
  return next;
}

/** Whether there is anything to save. Both are small, and their fields are always in the same order. */
export const isChanged = ({ loaded, content }: Edited): boolean =>
  loaded !== content && JSON.stringify(loaded) !== JSON.stringify(content);

/** Lines of one language, as a field shows them. */
export const linesIn = (lines: readonly Bilingual[], language: 'zh' | 'en'): string =>
  lines.map((line) => line[language]).join('\n');

/** The lines with those of one language taken from a field; the other language's stay at their places. */
export function withLines(lines: readonly Bilingual[], language: 'zh' | 'en', text: string): Bilingual[] {
  const other = language === 'zh' ? 'en' : 'zh';
  const given = text === '' ? [] : text.split('\n');
  const others = lines.map((line) => line[other]);
  while (others.length > given.length && others.at(-1) === '') others.pop();
  return Array.from({ length: Math.max(given.length, others.length) }, (_, at): Bilingual => {
    const [mine, theirs] = [given[at] ?? '', others[at] ?? ''];
    return language === 'zh' ? { zh: mine, en: theirs } : { zh: theirs, en: mine };
  });
}
