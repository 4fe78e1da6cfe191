import type { Cursor } from '../binary/cursor.ts';
import { LIMITS } from '../limits.ts';
import type { IndexEntry } from './resource-index.ts';

/** Types of qualifiers (resource_tool, `KeyType`); the others (screen, orientation, device, night mode, network) only narrow a value. */
const LANGUAGE = 0;
const REGION = 1;
const SCRIPT = 5;

/** How well the values of a qualifier directory suit: higher is better, negative never. */
export interface Ranks {
  readonly zh: number;
  readonly base: number;
}

/** Reads the qualifiers of a directory: pairs of type and value; a language, region or script is its letters as a number. */
export function readRanks(cursor: Cursor, count: number): Ranks {
  let [language, region, script] = ['', '', ''];
  let narrow = 0;
  for (let left = count; left > 0; left -= 1) {
    const type = cursor.u32();
    const value = cursor.u32();
    if (type === LANGUAGE) language = letters(value);
    else if (type === REGION) region = letters(value).toUpperCase();
    else if (type === SCRIPT) script = letters(value);
    else narrow += 1;
  }
  return {
    zh: rankForChina(language, region, script) - narrow,
    base: (language === '' ? 1000 : language === 'en' ? 500 : 100) - narrow,
  };
}

/** A user in mainland China: zh-Hans-CN and its parts, then what has no language, then English, then anything at all. */
function rankForChina(language: string, region: string, script: string): number {
  if (language === '') return 500;
  if (language !== 'zh') return language === 'en' ? 200 : 100;
  if (script === 'Hant' || (region !== '' && region !== 'CN' && script === '')) return 90;
  return 1000 + (region === 'CN' ? 200 : region === '' ? 150 : 0) + (script === 'Hans' ? 1 : 0);
}

function letters(value: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes.toString('latin1').replaceAll('\0', '');
}

/** Keeps a value where it suits better than what is there. */
export function offer(entries: Map<number, IndexEntry>, id: number, at: number, { zh, base }: Ranks): void {
  const known = entries.get(id);
  if (!known) {
    if (entries.size >= LIMITS.indexIds) return;
    entries.set(id, { zh: { rank: zh, at }, base: { rank: base, at } });
    return;
  }
  if (zh > known.zh.rank) known.zh = { rank: zh, at };
  if (base > known.base.rank) known.base = { rank: base, at };
}
