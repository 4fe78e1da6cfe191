import type { TextChange, VersionComparison } from '../../domain/review/version-comparison.ts';
import { align, type Run } from './align.ts';
import { sentencesOf } from './sentences.ts';

/** Characters of each text that are compared; a policy of a million is none that anybody reads. */
const MOST_READ = 1_000_000;
/** Characters that are shown of what was removed, and of what was added; what stands behind is counted. */
const MOST_SHOWN = 100_000;
/** Characters that are shown of what both have: thousands of changes would bring the whole text along. */
const MOST_CONTEXT = 100_000;
/** Stretches that are shown: each is an element of a page. */
const MOST_CHANGES = 4_000;
/** Sentences that both have, shown on each side of a change. */
const CONTEXT = 3;

/** Two policies as texts. */
export interface PolicyTexts {
  readonly before: string;
  readonly after: string;
}
export type PolicyComparison = NonNullable<VersionComparison['policy']>;

/**
 * What changed from one policy's text to another, sentence by sentence; what both have far from any change is left out. Texts of a megabyte
 * take some tenths of a second whatever is in them: longer than a process may that answers others meanwhile.
 */
export function comparePolicies({ before, after }: PolicyTexts): PolicyComparison {
  const numbers = new Map<string, number>();
  const sentences: string[] = [];
  const numbered = (text: string): number[] =>
    sentencesOf(text.slice(0, MOST_READ)).map((sentence) => {
      const known = numbers.get(sentence);
      if (known !== undefined) return known;
      numbers.set(sentence, sentences.length);
      return sentences.push(sentence) - 1;
    });
  const runs = align(numbered(before), numbered(after));
  const cut = Math.max(before.length, after.length) > MOST_READ;
  const { changes, hidden } = shown(runs, (items) => items.map((item) => sentences[item]).join(''));
  return { changes, truncated: cut || hidden };
}

function shown(
  runs: readonly Run[],
  textOf: (items: readonly number[]) => string,
): { readonly changes: readonly TextChange[]; readonly hidden: boolean } {
  const changes: TextChange[] = [];
  const left: Record<Run['kind'], number> = { same: MOST_CONTEXT, added: MOST_SHOWN, removed: MOST_SHOWN };
  let hidden = false;
  const skip = (characters: number) => {
    if (characters === 0) return;
    const last = changes.at(-1);
    if (last?.kind !== 'skipped') changes.push({ kind: 'skipped', text: '', characters });
    else changes[changes.length - 1] = { ...last, characters: last.characters + characters };
  };
  const show = (kind: Run['kind'], text: string) => {
    const part = changes.length < MOST_CHANGES ? text.slice(0, left[kind]) : '';
    left[kind] -= part.length;
    if (part.length > 0) changes.push({ kind, text: part, characters: part.length });
    if (part.length < text.length && kind !== 'same') hidden = true;
    skip(text.length - part.length);
  };
  for (const [at, { kind, items }] of runs.entries()) {
    // Before the first change and after the last there is context on one side only; without any change there is none.
    const head = at === 0 ? 0 : CONTEXT;
    const tail = at === runs.length - 1 ? 0 : CONTEXT;
    if (kind !== 'same' || items.length <= head + tail + 1) show(kind, textOf(items));
    else {
      show('same', textOf(items.slice(0, head)));
      skip(textOf(items.slice(head, items.length - tail)).length);
      show('same', textOf(items.slice(items.length - tail)));
    }
  }
  return { changes, hidden };
}
