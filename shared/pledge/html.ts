import { visible } from './visible.ts';

/** HTML that may be put into a page as it is. */
export interface Html {
  readonly html: string;
}

export type Piece = Html | string | number | false | null | undefined | readonly Piece[];

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text made safe for element content and quoted attributes, with nothing in it that reorders or hides. */
function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

function render(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return escapeHtml(String(piece));
  if ('html' in piece) return piece.html;
  return piece.map(render).join('');
}

/** Template tag: everything filled in is escaped unless it is HTML already. */
export function html(fixed: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return { html: fixed.map((text, index) => text + (index < pieces.length ? render(pieces[index]) : '')).join('') };
}
