import { getDocumentProxy } from 'unpdf';
import type { Gap } from '../../domain/gap.ts';
import { type DocumentLink, type DocumentReading, policyGap, unreadable } from './document.ts';
import { LIMITS } from './limits.ts';
import { linesOfPage, type Piece, paragraphsOf } from './pdf-lines.ts';
import { linksOfPage } from './pdf-links.ts';
import { blocksOfLines } from './plain-text.ts';

/** Links that are kept, of a page and in all. */
const PAGE_LINKS = 100;
const MOST_LINKS = 1_000;

/** Reads the text of a PDF, page by page, without rendering, fonts or scripts. Encrypted and text-less files are `unreadable`. */
export async function readPdf(bytes: Uint8Array): Promise<DocumentReading> {
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    // pdf.js takes the buffer over and refuses Node's Buffer, so it gets a plain copy.
    pdf = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, stopAtErrors: false, verbosity: 0 });
  } catch (error) {
    if ((error as { name?: unknown }).name === 'PasswordException') {
      return unreadable('encrypted-pdf', 'pdf', 'PDF 已加密，无法读取', 'The PDF is encrypted and cannot be read');
    }
    return unreadable('broken-pdf', 'pdf', 'PDF 结构损坏，无法读取', 'The PDF is broken and cannot be read');
  }
  try {
    return await readPages(pdf);
  } finally {
    await pdf.destroy();
  }
}

async function readPages(pdf: Awaited<ReturnType<typeof getDocumentProxy>>): Promise<DocumentReading> {
  const gaps: Gap[] = [];
  const lines: string[] = [];
  const links: DocumentLink[] = [];
  let characters = 0;
  let broken = 0;
  const pages = Math.min(pdf.numPages, LIMITS.pages);
  for (let number = 1; number <= pages && characters < LIMITS.characters; number++) {
    try {
      const page = await pdf.getPage(number);
      const content = await page.getTextContent();
      const pieces = content.items.filter((item): item is typeof item & Piece => 'str' in item);
      for (const line of linesOfPage(pieces)) {
        lines.push(line);
        characters += line.length;
      }
      if (links.length < MOST_LINKS) links.push(...linksOfPage(pieces, await page.getAnnotations().catch(() => []), PAGE_LINKS));
      page.cleanup();
    } catch {
      broken++;
      gaps.push(policyGap('pdf-page-broken', `page ${number}`, `第 ${number} 页无法读取`, `Page ${number} cannot be read`));
    }
  }
  if (broken === pages && pages > 0)
    return unreadable('broken-pdf', 'pdf', 'PDF 各页均无法读取', 'No page of the PDF can be read');
  if (characters < 20) {
    return unreadable(
      'pdf-without-text',
      'pdf',
      'PDF 中没有可读取的文字（可能是扫描图片）',
      'The PDF holds no text (probably scanned images)',
    );
  }
  if (pdf.numPages > pages || characters >= LIMITS.characters) {
    gaps.push(
      policyGap(
        'policy-truncated',
        'pdf',
        '文档过长，只读取了前一部分',
        'The document is too long; only its first part was read',
      ),
    );
  }
  return { ok: true, document: { format: 'pdf', title: null, blocks: blocksOfLines(paragraphsOf(lines)), gaps, links } };
}
