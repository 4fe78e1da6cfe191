import { Converter } from 'opencc-js/t2cn';

/** The most frequent characters of policies that only traditional writing has, and those that only simplified writing has: enough to tell even a short document. */
const TRADITIONAL =
  '們個務會關權為時號將與設護對過戶產規進內應處網請聯據錄備隱賬機動發證實開當遊識問統無戲體數別類況碼該現監確驗議儲單業絡標術訪兒刪響運國認訊記則這訂點電廣選銷冊稱視轉經擇帳採間讀協營適變來傳騰頻圍絕閱薦覽僅瀏決圖頁計幫準復讓學擊啟條話還約訴銀風夥頭區態詢軟說續給結員郵導閉優參題門組狀調嚴報購義資從構評語見寶繼線滿盡責費習種臉審維車織籤場寫預險項細財輸終獨長綁屬斷饋鏈隨魚華測書違級許質須樂歷強專補損達麥貨環論歲洩徑興際詳載裝簡聲買執駕難眾鬥雲舉編掃團攝礎職師衛創東鍵夠順惡檢擬節彈獲於';
const SIMPLIFIED =
  '们个务会关权为时号将与设护对过户产规进内应处网请联据录备隐账机动发证实开当游识问统无戏体数别类况码该现监确验议储单业络标术访儿删响运国认讯记则这订点电广选销册称视转经择帐采间读协营适变来传腾频围绝阅荐览仅浏决图页计帮准复让学击启条话还约诉银风伙头区态询软说续给结员邮导闭优参题门组状调严报购义资从构评语见宝继线满尽责费习种脸审维车织签场写预险项细财输终独长绑属断馈链随鱼华测书违级许质须乐历强专补损达麦货环论岁泄径兴际详载装简声买执驾难众斗云举编扫团摄础职师卫创东键够顺恶检拟节弹获';

const ONLY_TRADITIONAL = 1;
const ONLY_SIMPLIFIED = 2;
/** For each character of the basic plane which script alone has it, 0 for none: every character of a text is looked up. */
const ONLY_IN = new Uint8Array(0x10000);
for (const character of TRADITIONAL) if (!SIMPLIFIED.includes(character)) ONLY_IN[character.charCodeAt(0)] = ONLY_TRADITIONAL;
for (const character of SIMPLIFIED) if (!TRADITIONAL.includes(character)) ONLY_IN[character.charCodeAt(0)] = ONLY_SIMPLIFIED;

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
      if (ONLY_IN[point] === ONLY_TRADITIONAL) traditional++;
      else if (ONLY_IN[point] === ONLY_SIMPLIFIED) simplified++;
    } else if (point < 0x80 ? isAsciiLetter(point) : /\p{L}/u.test(character)) letters++;
  }
  // Latin and other alphabets need several letters for what one Han character says: count a word of four as one.
  const others = letters / 4;
  const hanShare = han === 0 ? 0 : han / (han + others);
  if (hanShare < 0.5) return { hanShare, script: 'other' };
  return { hanShare, script: traditional > simplified ? 'traditional' : 'simplified' };
}

/** So many characters tell that a line is no name or quotation in a simplified text. */
const SURE = 3;
const FEW = 2;

/** Whether a line by itself is in traditional script: some characters that only it has, and hardly any that only the simplified has. */
export function isTraditional(line: string): boolean {
  let traditional = 0;
  let simplified = 0;
  for (let at = 0; at < line.length; at++) {
    const only = ONLY_IN[line.charCodeAt(at)];
    if (only === ONLY_TRADITIONAL) traditional++;
    else if (only === ONLY_SIMPLIFIED) simplified++;
    // Nearly every line is simplified, and says so soon.
    if (simplified > traditional + 1) return false;
  }
  return traditional > simplified * 3 && traditional >= (simplified === 0 ? FEW : SURE);
}

function isHan(point: number): boolean {
  return (point >= 0x4e00 && point <= 0x9fff) || (point >= 0x3400 && point <= 0x4dbf) || (point >= 0x20000 && point <= 0x3134f);
}

function isAsciiLetter(point: number): boolean {
  return (point >= 65 && point <= 90) || (point >= 97 && point <= 122);
}

let converter: ((text: string) => string) | null = null;

/** Words of policies that the dictionary leaves as they are said in Taiwan, or turns into what is said of programs. */
const SAID: Readonly<Record<string, string>> = {
  行销: '营销',
  透过: '通过',
  推播: '推送',
  查找: '查询',
  拷贝: '复制',
  预设: '默认',
  个人化: '个性化',
  脸部: '面部',
  辨识: '识别',
  检举: '举报',
  帐号: '账号',
  帐户: '账户',
  弹出窗口: '弹窗',
  电邮: '电子邮件',
  合约: '合同',
};
const TO_SAY = new RegExp(Object.keys(SAID).join('|'), 'g');

/** Traditional text, Taiwanese wording included, in simplified script. The dictionary is built at the first use only. */
export function toSimplified(text: string): string {
  const convert = converter ?? Converter({ from: 'twp', to: 'cn' });
  converter = convert;
  // To the dictionary, 登出 is what closes an account; who leaves has only logged out.
  return convert(text.replaceAll('登出', '退出登入')).replace(TO_SAY, (word: string) => SAID[word]!);
}
