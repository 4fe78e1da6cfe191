import type { PolicyPart } from '../../domain/facts/policy-understanding.ts';
import type { Gap } from '../../domain/gap.ts';
import type { Bilingual } from '../../domain/text.ts';
import { type Block, type PolicyDocument, policyGap } from '../document/document.ts';
import { LIMITS } from '../document/limits.ts';
import { PART_NAMES } from './part-kind.ts';
import { type PartLink, sameDocument } from './part-links.ts';

/** A document of the policy, and which of the merged blocks are its text: from, to; null unless read. */
export interface PlacedPart {
  readonly part: Omit<PolicyPart, 'range'>;
  readonly blocks: readonly [from: number, to: number] | null;
}

/** A sub-document after the attempt to read it. */
export interface ReadPart {
  readonly link: PartLink;
  readonly outcome: PolicyPart['outcome'];
  readonly reason: string | null;
  /** Null unless read. */
  readonly document: PolicyDocument | null;
  /** Sub-documents that it links in turn. */
  readonly further: readonly PartLink[];
  readonly url: string | null;
  readonly sha256: string | null;
  readonly bytes: number;
  readonly status: number | null;
  readonly rendered: boolean;
}

/** One text out of a policy and its sub-documents. */
export interface MergedPolicy {
  readonly document: PolicyDocument;
  /** The main document first. */
  readonly parts: readonly PlacedPart[];
}

/**
 * Puts sub-documents behind the policy that links them, each under a heading with its name, so that everything is read as one text.
 * What could not be read is a gap that says which document it is: silence about what it lists proves nothing then.
 */
export function mergeParts(
  main: { readonly document: PolicyDocument; readonly part: Omit<PolicyPart, 'range' | 'kind'> },
  read: readonly ReadPart[],
): MergedPolicy {
  const blocks: Block[] = [...main.document.blocks];
  const gaps: Gap[] = [...main.document.gaps];
  const parts: PlacedPart[] = [{ part: { ...main.part, kind: 'main' }, blocks: [0, blocks.length] }];
  const known = new Set([main.part.sha256]);
  const addresses = new Set(
    [main.part.url, ...read.flatMap(({ link, url }) => [link.url, url])].flatMap((url) =>
      url === null ? [] : [sameDocument(url)],
    ),
  );
  let room: number = LIMITS.characters;
  for (const { link, document, further, ...told } of read) {
    if (document !== null && known.has(told.sha256)) continue;
    known.add(told.sha256);
    const characters = document === null ? 0 : document.blocks.reduce((sum, block) => sum + lengthOf(block), 0);
    const fits = characters <= room;
    const part = { ...told, kind: link.kind, title: link.title, url: told.url ?? link.url, ...(fits ? {} : TOO_LONG) };
    if (document === null || !fits) {
      parts.push({ part, blocks: null });
      gaps.push(unread(link, part.reason ?? part.outcome));
      continue;
    }
    room -= characters;
    const from = blocks.length;
    if (!isHeadingOf(document.blocks[0], link.title)) blocks.push({ kind: 'heading', level: 1, text: link.title });
    blocks.push(...document.blocks);
    parts.push({ part, blocks: [from, blocks.length] });
    gaps.push(...document.gaps, ...furtherLists(further, addresses));
  }
  return { document: { ...main.document, blocks, gaps }, parts };
}

const TOO_LONG = { outcome: 'unreadable', reason: 'too-large' } as const;

const REASONS: Readonly<Record<string, Bilingual>> = {
  'not-fetched': { zh: '未抓取', en: 'not fetched' },
  'no-address': { zh: '链接没有可访问的网址', en: 'the link has no address that can be opened' },
  'too-many': { zh: '链接的文件过多', en: 'there are too many of them' },
  'too-large': { zh: '内容过长', en: 'it is too long' },
  'http-404': { zh: '链接失效', en: 'the link is dead' },
  'http-410': { zh: '链接失效', en: 'the link is dead' },
  'soft-404': { zh: '链接失效', en: 'the link is dead' },
  'script-rendered': { zh: '由脚本渲染', en: 'it is rendered by script' },
  'login-wall': { zh: '需要登录', en: 'it wants a login' },
  timeout: { zh: '访问超时', en: 'no answer in time' },
  'private-address': { zh: '指向内网地址', en: 'it leads into a private network' },
};

function unread(link: PartLink, reason: string): Gap {
  const why = REASONS[reason] ?? { zh: reason, en: reason };
  const name = PART_NAMES[link.kind];
  return policyGap(
    'linked-document',
    (link.url ?? link.written).slice(0, 300) || 'policy',
    `只有链接、未读取的附属文件：${link.title}（${why.zh}）`,
    `A part of the policy that is only linked and was not read: ${link.title} (${name.en.toLowerCase()}; ${why.en})`,
  );
}

/** Lists that a sub-document links in turn. They are not fetched: one level is what a reader can be asked to follow. */
function furtherLists(links: readonly PartLink[], known: ReadonlySet<string>): Gap[] {
  return links.flatMap((link) =>
    LISTS.has(link.kind) && link.url !== null && !known.has(sameDocument(link.url)) ? [unread(link, 'not-fetched')] : [],
  );
}
const LISTS: ReadonlySet<string> = new Set(['sdk-list', 'collected-list', 'shared-list', 'permission-list']);

function isHeadingOf(block: Block | undefined, title: string): boolean {
  return block !== undefined && block.kind === 'heading' && block.text.replace(/\s/g, '').includes(title.replace(/\s/g, ''));
}

function lengthOf(block: Block): number {
  return block.kind === 'table'
    ? block.rows.reduce((sum, row) => sum + row.reduce((cells, cell) => cells + cell.length + 1, 0), 0)
    : block.text.length;
}
