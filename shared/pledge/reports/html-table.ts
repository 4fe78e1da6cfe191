import type { Bilingual } from '../../domain/text.ts';
import { type Html, html, type Piece } from '../html.ts';
import type { Voice } from './language.ts';

/** Rows that a page shows at most; the JSON has them all. */
const MOST_ROWS = 500;

/**
 * A table with a heading for each column; the first cell of a row is its heading.
 * @param widths class of the style sheet that says how wide the columns are
 */
export function table(heads: readonly Bilingual[], rows: readonly (readonly Piece[])[], voice: Voice, widths = ''): Html {
  return html`<table class="wide ${widths}"><thead><tr>${heads.map((head) => html`<th scope="col">${voice.say(head)}</th>`)}</tr></thead><tbody>${rows
    .slice(0, MOST_ROWS)
    .map(
      ([first, ...cells]) => html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
    )}</tbody></table>${rows.length > MOST_ROWS ? html`<p class="note">… +${rows.length - MOST_ROWS}</p>` : null}`;
}

/** Name and value, line by line; lines without a value are left out. */
export function pairs(rows: readonly (readonly [Bilingual, Piece])[], voice: Voice): Html {
  return html`<table class="pairs"><tbody>${rows
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => html`<tr><th scope="row">${voice.say(name)}</th><td>${value}</td></tr>`)}</tbody></table>`;
}
