import type { Block, PolicyDocument } from '../document/document.ts';

/** A page reduced to what its judgement needs. */
export interface PageText {
  readonly title: string;
  /** Visible text, one line a block. */
  readonly body: string;
  /** Characters of the visible text. */
  readonly visible: number;
  /** The first lines, where a document says what it is. */
  readonly head: string;
}

/** The text of a page, blocks as lines. */
export function pageText(document: PolicyDocument): PageText {
  const lines = document.blocks.map(blockText);
  const visible = lines.reduce((sum, line) => sum + line.trim().length, 0);
  return {
    title: document.title ?? '',
    body: lines.join('\n').trim(),
    visible,
    head: lines.slice(0, 5).join('\n').slice(0, 300),
  };
}

function blockText(block: Block): string {
  return block.kind === 'table' ? block.rows.map((row) => row.join(' ')).join('\n') : block.text;
}

/** Words that every policy is made of; in a footer they stand too, but only once or twice. */
const CORE = /[隐隱]私|个人信息|個人資料|個人信息|个人资料|个人数据|用户信息|您的信息|privacy|personal\s+(?:information|data)/gi;
/** Something is done with information. */
const HANDLES =
  /(?:收集|使用|获取|獲取|获得|采集|蒐集|存储|儲存|保存|共享|披露|处理|處理|提供|访问|读取|删除|更正|保护|保護)[^。;!?\n]{0,20}(?:信息|数据|隐私|隱私|资料|資料|資訊|权限|權限|手机号|位置|通讯录|相册|相机|身份证|cookie)|(?:collect|use|share|process|store|disclose)\w*\s[^.\n]{0,40}(?:information|data)/gi;

/** How often a text speaks of personal information, and of doing something with it. Counting stops at a thousand. */
export function policyWords(text: string): { readonly core: number; readonly handles: number } {
  return { core: count(CORE, text), handles: count(HANDLES, text) };
}

function count(pattern: RegExp, text: string): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) if (++found >= 1_000) break;
  return found;
}
