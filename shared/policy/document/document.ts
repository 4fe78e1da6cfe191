import type { Gap } from '../../domain/gap.ts';

/** Document formats we read, told apart by content. */
export type DocumentFormat = 'html' | 'text' | 'markdown' | 'pdf' | 'docx';

/** A stretch of a block's text that is set apart: small or faint letters, or bold and underlined ones. */
export interface StyleMark {
  readonly kind: 'small' | 'strong';
  readonly from: number;
  readonly to: number;
}

/** A stretch of a table cell. */
export interface CellMark extends StyleMark {
  readonly row: number;
  readonly column: number;
}

/** One piece of a document in reading order, before normalisation. `marks` only where there are any. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly marks?: readonly StyleMark[] }
  | { readonly kind: 'paragraph' | 'item'; readonly text: string; readonly marks?: readonly StyleMark[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[]; readonly marks?: readonly CellMark[] };

/** What an HTML page holds beside its text: lets us tell a policy from a shell that a script would fill. */
export interface PageSigns {
  readonly scripts: number;
  readonly scriptCharacters: number;
  readonly passwordFields: number;
  readonly noscript: string;
  /** An empty element where frameworks mount an application: `<div id="app">`. */
  readonly mountPoint: boolean;
  readonly frames: number;
  /** Addresses of the frames, as written. */
  readonly frameSources: readonly string[];
  /** `<base href>`, as written. */
  readonly base: string | null;
  /** Where the page sends its reader by itself: at once by `<meta http-equiv="refresh">`, or by its script. */
  readonly refresh: string | null;
  readonly scriptTarget: string | null;
}

/** A link, with the words that it stands behind. */
export interface DocumentLink {
  readonly text: string;
  /** As written: may be relative, a script, or nothing. */
  readonly href: string;
  /** Up to 40 characters of visible text before it. */
  readonly before: string;
}

/** The readable content of a document, the same for every format. */
export interface PolicyDocument {
  readonly format: DocumentFormat;
  readonly title: string | null;
  readonly blocks: readonly Block[];
  readonly gaps: readonly Gap[];
  readonly page?: PageSigns;
  /** Links of formats that keep them apart from the text. */
  readonly links?: readonly DocumentLink[];
}

/** Why there is no text to judge. */
export interface NoText {
  readonly outcome: 'absent' | 'unreadable';
  readonly reason: string;
  readonly gaps: readonly Gap[];
}

export type DocumentReading = { readonly ok: true; readonly document: PolicyDocument } | ({ readonly ok: false } & NoText);

/** Shorthand for a document that cannot be read: the gap carries the same code as the reason. */
export function unreadable(reason: string, place: string, zh: string, en: string): { readonly ok: false } & NoText {
  return { ok: false, outcome: 'unreadable', reason, gaps: [policyGap(reason, place, zh, en)] };
}

/** What a document without any text is: absent, unless it shows or hides something that could not be read. */
export function withoutText({ gaps }: PolicyDocument, reason: string): NoText {
  const gap = gaps.find(({ code }) => code === 'image-content' || code === 'hidden-content');
  return gap === undefined ? { outcome: 'absent', reason, gaps } : { outcome: 'unreadable', reason: gap.code, gaps };
}

/** A gap in the policy's facts. */
export function policyGap(code: string, place: string, zh: string, en: string): Gap {
  return { code, place, message: { zh, en }, affects: 'policy' };
}
