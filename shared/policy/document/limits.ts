/** Caps of the reader. The longest real policy that we know has about 30,000 characters. */
export const LIMITS = {
  /** Bytes of a document as handed in. */
  bytes: 16 * 1024 * 1024,
  /** Characters of visible text; what comes after is left out and reported as a gap. */
  characters: 300_000,
  /** Tags of an HTML page. */
  tags: 1_000_000,
  /** Pages of a PDF. */
  pages: 400,
  /** Uncompressed bytes of a part of a DOCX archive. */
  docxPart: 32 * 1024 * 1024,
  /** Entries of a DOCX archive's directory. */
  docxEntries: 4_096,
  /** Cells that `colspan` or `rowspan` may stand for. */
  span: 40,
} as const;
