import type { Gap } from '../../domain/gap.ts';
import { BlockCollector } from './block-collector.ts';
import { type DocumentReading, policyGap, unreadable } from './document.ts';
import { type ArchiveFault, readArchivePart } from './docx-archive.ts';
import { RunStyle } from './docx-runs.ts';
import { LinkCollector } from './html-links.ts';
import { imageGap } from './image-content.ts';

const FAULTS: Readonly<Record<ArchiveFault, readonly [reason: string, zh: string, en: string]>> = {
  'not-a-zip': ['broken-docx', 'DOCX 压缩结构损坏', 'The DOCX archive is broken'],
  broken: ['broken-docx', 'DOCX 压缩结构损坏', 'The DOCX archive is broken'],
  missing: ['unsupported-format', '压缩包不是 Word 文档', 'The archive is not a Word document'],
  encrypted: ['encrypted-docx', 'DOCX 已加密，无法读取', 'The DOCX is encrypted and cannot be read'],
  'too-large': ['too-large', 'DOCX 解压后超过大小上限', 'The DOCX exceeds the size limit once inflated'],
};

/** Reads the body of a DOCX (ECMA-376 part 1, 17.2: `word/document.xml`): paragraphs, heading styles, lists, tables. */
export function readDocx(bytes: Uint8Array): DocumentReading {
  const part = readArchivePart(bytes, 'word/document.xml');
  if (typeof part === 'string') {
    const [reason, zh, en] = FAULTS[part];
    return unreadable(reason, 'word/document.xml', zh, en);
  }
  const collector = new BlockCollector();
  const leads = new LinkCollector();
  const gaps = readBody(new TextDecoder().decode(part), collector, leads, targetsOf(bytes));
  leads.closeLink();
  const blocks = collector.finish().map(({ block }) => block);
  if (blocks.length === 0) {
    return unreadable('docx-without-text', 'word/document.xml', 'DOCX 中没有可读取的文字', 'The DOCX holds no text');
  }
  if (collector.truncated)
    gaps.push(
      policyGap(
        'policy-truncated',
        'docx',
        '文档过长，只读取了前一部分',
        'The document is too long; only its first part was read',
      ),
    );
  return { ok: true, document: { format: 'docx', title: null, blocks, gaps, links: leads.links } };
}

/** Walks the XML tag by tag; nothing recurses, and deleted (tracked) and hidden text stays out. */
function readBody(xml: string, collector: BlockCollector, leads: LinkCollector, targets: ReadonlyMap<string, string>): Gap[] {
  const gaps: Gap[] = [];
  const tags = /<(\/?)([\w:]{1,60})((?:\s[^<>]{0,4000})?)(\/?)>([^<]*)/g;
  const run = new RunStyle();
  let inText = false;
  for (let tag = tags.exec(xml); tag !== null; tag = tags.exec(xml)) {
    const [, closing, name, attributes, empty, text] = tag as unknown as string[];
    const start = closing === '';
    if (name === 'w:t') inText = start && empty === '';
    if (run.tag(name!, start, attributes!)) continue;
    if (inText && name === 'w:t') {
      if (run.hidden) continue;
      const said = decodeEntities(text!);
      collector.text(said, run.setting);
      leads.text(said);
    } else if (name === 'w:hyperlink') start ? leads.openAddress(targets.get(relationOf(attributes!)) ?? '#') : leads.closeLink();
    else if (name === 'w:instrText' && start) openField(decodeEntities(text!), leads);
    else if (name === 'w:fldChar' && /w:fldCharType="end"/.test(attributes!)) leads.closeLink();
    else if (name === 'w:p' && start) collector.break();
    else if (name === 'w:p') collector.break();
    else if (name === 'w:pStyle' || name === 'w:outlineLvl') styleParagraph(name, attributes!, collector);
    else if (name === 'w:numPr' && start) collector.break('item');
    else if (name === 'w:tab' && start) collector.text(' ');
    else if ((name === 'w:br' || name === 'w:cr') && start) collector.break();
    else if ((name === 'w:drawing' || name === 'w:pict') && start && gaps.length < 50)
      gaps.push(...[imageGap(leads.before, '', 'word/document.xml')].filter((gap) => gap !== null));
    else if (name === 'w:tbl') start ? collector.openTable() : collector.closeTable();
    else if (name === 'w:tr') start ? collector.openRow() : collector.closeRow();
    else if (name === 'w:gridSpan') collector.widenCell(Number(/w:val="(\d{1,4})"/.exec(attributes!)?.[1] ?? 1));
    else if (name === 'w:vMerge' && !/w:val="restart"/.test(attributes!)) collector.continueCell();
    else if (name === 'w:tc') start ? collector.openCell(1, 1) : collector.closeCell();
  }
  return gaps;
}

const relationOf = (attributes: string): string => /r:id="([^"]{1,100})"/.exec(attributes)?.[1] ?? '';

/** A link as a field (17.16.5.25): `HYPERLINK "https://…"`, whose text follows until the field ends. */
function openField(instruction: string, leads: LinkCollector): void {
  const address = /^\s*HYPERLINK\s+"([^"]{1,2000})"/i.exec(instruction)?.[1];
  if (address !== undefined) leads.openAddress(address);
}

/** Addresses of links by the ids under which the body names them (ECMA-376 part 2, 9.3). */
function targetsOf(archive: Uint8Array): ReadonlyMap<string, string> {
  const part = readArchivePart(archive, 'word/_rels/document.xml.rels');
  const targets = new Map<string, string>();
  if (typeof part === 'string') return targets;
  for (const [, attributes] of new TextDecoder().decode(part).matchAll(/<Relationship\s([^<>]{1,4000})\/?>/g)) {
    const id = /\bId="([^"]{1,100})"/.exec(attributes!)?.[1];
    const target = /\bTarget="([^"]{1,2000})"/.exec(attributes!)?.[1];
    if (id !== undefined && target !== undefined && /\bTargetMode="External"/.test(attributes!))
      targets.set(id, decodeEntities(target));
    if (targets.size >= 2_000) break;
  }
  return targets;
}

/** Word names heading styles `Heading1` … or, in Chinese versions, `1` … `3`; an outline level counts from 0, 9 is body text. */
function styleParagraph(name: string, attributes: string, collector: BlockCollector): void {
  const value = /w:val="([^"]{1,60})"/.exec(attributes)?.[1] ?? '';
  const level = name === 'w:outlineLvl' ? Number(value) + 1 : Number(/^(?:heading\s*|标题\s*)?([1-6])$/i.exec(value)?.[1]);
  if (level >= 1 && level <= 6) collector.break(level);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi, (whole, hex, decimal, named) => {
    if (named !== undefined) return ENTITIES[named] ?? whole;
    const point = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}
