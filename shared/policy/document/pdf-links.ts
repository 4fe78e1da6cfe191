import type { DocumentLink } from './document.ts';
import type { Piece } from './pdf-lines.ts';

/** A link of a page as pdf.js tells it; anything else is no link. */
export interface Annotation {
  readonly subtype?: unknown;
  readonly url?: unknown;
  readonly unsafeUrl?: unknown;
  readonly rect?: unknown;
}

const BEFORE = 40;
const LONGEST_ADDRESS = 2_048;
/** A PDF puts its links over the text, not around it: the rectangle may miss the baseline by a little. */
const SLACK = 2;

/** Links of a PDF page with the words under them, in the order of the text. */
export function linksOfPage(pieces: readonly Piece[], annotations: readonly Annotation[], most: number): DocumentLink[] {
  const links: { readonly at: number; readonly link: DocumentLink }[] = [];
  for (const { subtype, url, unsafeUrl, rect } of annotations) {
    if (links.length >= most) break;
    const href = typeof url === 'string' ? url : unsafeUrl;
    if (subtype !== 'Link' || typeof href !== 'string' || !isRectangle(rect)) continue;
    const under = pieces.map((piece) => wordsUnder(piece, rect));
    const at = under.findIndex((found) => found !== null);
    if (at < 0) continue;
    const text = under.map((found) => found?.words ?? '').join('');
    const before =
      pieces
        .slice(Math.max(0, at - 20), at)
        .map(({ str }) => str)
        .join('') + pieces[at]!.str.slice(0, under[at]!.from);
    links.push({
      at,
      link: { text: text.trim().slice(0, 200), href: href.slice(0, LONGEST_ADDRESS), before: before.slice(-BEFORE) },
    });
  }
  return links.sort((a, b) => a.at - b.at).map(({ link }) => link);
}

function isRectangle(rect: unknown): rect is readonly [number, number, number, number] {
  return Array.isArray(rect) && rect.length === 4 && rect.every((value) => typeof value === 'number');
}

/** The part of a run of text that a rectangle covers, its characters taken as equally wide; null where it covers none. */
function wordsUnder(
  { str, transform, width }: Piece,
  [left, bottom, right, top]: readonly [number, number, number, number],
): { readonly words: string; readonly from: number } | null {
  const [x = 0, y = 0] = [transform[4], transform[5]];
  if (str.trim() === '' || width <= 0 || y < bottom - SLACK || y > top + SLACK) return null;
  const from = Math.max(0, Math.round(((left - x) / width) * str.length));
  const to = Math.min(str.length, Math.round(((right - x) / width) * str.length));
  return to > from ? { words: str.slice(from, to), from } : null;
}
