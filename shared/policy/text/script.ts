import { Converter } from 'opencc-js/t2cn';

/** Frequent characters that only traditional writing has, and those that only simplified writing has: enough to tell a document. */
const TRADITIONAL =
  '個們這來時為會說國對發動過電話號碼資訊務權隱應經與從後關開將請採處設備錄網絡營運聯繫護證實際條書員業傳輸點選擇種類據儲區當還沒麼讓頁碼變進選';
const SIMPLIFIED =
  '个们这来时为会说国对发动过电话号码资讯务权隐应经与从后关开将请采处设备录网络营运联系护证实际条书员业传输点选择种类据储区当还没么让页码变进选';

const traditionalOnly = new Set([...TRADITIONAL].filter((character) => !SIMPLIFIED.includes(character)));
const simplifiedOnly = new Set([...SIMPLIFIED].filter((character) => !TRADITIONAL.includes(character)));

export interface ScriptReading {
  /** Share of Han characters among letters, 0…1; 0 for a text without letters. */
  readonly hanShare: number;
  readonly script: 'simplified' | 'traditional' | 'other';
}

/** Which script a text is written in. `other`: less than half of its letters are Han characters. */
export function readScript(text: string): ScriptReading {
  let han = 0;
  let letters = 0;
  let traditional = 0;
  let simplified = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (isHan(point)) {
      han++;
      if (traditionalOnly.has(character)) traditional++;
      else if (simplifiedOnly.has(character)) simplified++;
    } else if (point < 0x80 ? isAsciiLetter(point) : /\p{L}/u.test(character)) letters++;
  }
  // Latin and other alphabets need several letters for what one Han character says: count a word of four as one.
  const others = letters / 4;
  const hanShare = han === 0 ? 0 : han / (han + others);
  if (hanShare < 0.5) return { hanShare, script: 'other' };
  return { hanShare, script: traditional > simplified ? 'traditional' : 'simplified' };
}

function isHan(point: number): boolean {
  return (point >= 0x4e00 && point <= 0x9fff) || (point >= 0x3400 && point <= 0x4dbf) || (point >= 0x20000 && point <= 0x3134f);
}

function isAsciiLetter(point: number): boolean {
  return (point >= 65 && point <= 90) || (point >= 97 && point <= 122);
}

let converter: ((text: string) => string) | null = null;

/** Traditional text, Taiwanese wording included, in simplified script. The dictionary is built at the first use only. */
export function toSimplified(text: string): string {
  const convert = converter ?? Converter({ from: 'twp', to: 'cn' });
  converter = convert;
  return convert(text);
}
