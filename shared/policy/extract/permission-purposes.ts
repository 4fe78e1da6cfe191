import type { Range } from '../../domain/text.ts';
import type { PolicyText } from '../text/policy-text.ts';
import type { Sentence } from '../text/sentences.ts';

const LONGEST = 120;
const PURPOSE_HEAD = /目的|用途|场景|功能|说明|用于|使用情况|原因|为何|作用/;
const NO_PURPOSE_HEAD = /权限(?:名称|类型|内容)?(?:及|和)?(?:功能)?说明?$|^权限|隐私|链接|关闭|系统|是否|频率|方式/;
/** What it is for, after the name: 用于扫码, 以便您上传头像. */
const FOR_AFTER =
  /(?:用于|用来|以便(?:于)?|便于|方便|以(?=实现|完成|提供|保障|确保|识别|支持)|为了|(?:使用|调用|申请|获取)?(?:目的|用途|场景)(?:是|为|:)+|来(?=实现|完成|提供|进行))\s*([^。;]{2,120})/;
/** Or told by what one can do then: 开启后, 您能够上传照片. */
const ALLOWS = /(?:后|时),?(?:您|你)(?:就|便|将)?(?:能够|可以|可)([^。;]{2,120})/;
/** And before it: 为了识别二维码, 我们申请相机权限; 当您使用扫码功能时, …. */
const FOR_BEFORE =
  /(?:为(?:了|实现|保障|提供|便于|方便|确保|完成)|当(?:您|你|用户)|如果?(?:您|你)(?:需要|想要?|希望)?(?=使用|进行)|在(?:您|你|用户)(?=使用|进行|发布|上传|拍)|(?:您|你|用户)(?:在)?使用)([^。;]{2,80}?)(?:,|时|$)/;
const LABELLED =
  /^(?:使用|调用|申请|收集|权限)?(?:目的|用途|场景|功能|说明|业务功能|使用场景|应用场景)(?:说明|描述)?:\s*(.{2,120})/;
const UNTIL_OTHER = /,?(?:如果?您?(?:拒绝|不)|若您?(?:拒绝|不)|拒绝|您可以|您也可以|您可|不影响|我们(?:会|将)?收集).*$/;

/** Finds what a named permission is for: in its row of a table, in its sentence, in the labelled line below. */
export function permissionPurposes(text: PolicyText): (sentence: Sentence, range: Range) => string | undefined {
  const rows = purposesOfRows(text);
  const indexes = new Map(text.sentences.map((sentence, index) => [sentence, index]));
  return (sentence, range) => {
    const row = rows.get(sentence.line);
    if (row !== undefined) return row;
    if (text.lines[sentence.line]?.kind === 'row') return undefined;
    const own = inSentence(sentence.text, range[0] - sentence.start, range[1] - sentence.start);
    return own ?? labelled(text, sentence, (indexes.get(sentence) ?? 0) + 1);
  };
}

/** By line: what the purpose column of a table of permissions says. */
function purposesOfRows(text: PolicyText): ReadonlyMap<number, string> {
  const purposes = new Map<number, string>();
  if (text.tables.length === 0) return purposes;
  const lines = new Map(text.lines.map(({ range }, index) => [range[0], index]));
  for (const { rows } of text.tables) {
    const head = rows.find((row) => row.filter((cell) => cell.text !== '').length > 1);
    if (head === undefined) continue;
    const column = head.findIndex(
      ({ text: title }) => title.length <= 24 && PURPOSE_HEAD.test(title) && !NO_PURPOSE_HEAD.test(title),
    );
    if (column < 0) continue;
    for (const row of rows.slice(rows.indexOf(head) + 1)) {
      const purpose = row[column]?.text ?? '';
      const line = lines.get(row[0]?.range[0] ?? -1);
      if (line !== undefined && purpose.length >= 2) purposes.set(line, purpose.slice(0, LONGEST));
    }
  }
  return purposes;
}

function inSentence(sentence: string, start: number, end: number): string | undefined {
  const rest = sentence.slice(end, end + 200);
  const after = FOR_AFTER.exec(rest);
  if (after !== null) return told(after[1]!);
  // 相机: 扫码、拍照时使用.
  const entry = start <= 12 ? /^[^,。;:]{0,10}:\s*([^。;]{2,120})/.exec(rest) : null;
  if (entry !== null && !/权限|^android|^ohos/i.test(entry[1]!.slice(0, 20))) return told(entry[1]!);
  const before = FOR_BEFORE.exec(sentence.slice(Math.max(0, start - 120), start));
  const allows = ALLOWS.exec(rest);
  return (before === null ? undefined : told(before[1]!)) ?? (allows === null ? undefined : told(allows[1]!));
}

function labelled(text: PolicyText, { line }: Sentence, next: number): string | undefined {
  for (let index = next; index < next + 3; index++) {
    const other = text.sentences[index];
    if (other === undefined || other.line > line + 2 || text.lines[other.line]?.kind === 'heading') return undefined;
    const match = LABELLED.exec(other.text) ?? (other.line === line ? /^(?:用于|用来|以便)(.{2,120})/.exec(other.text) : null);
    if (match !== null) return told(match[1]!);
  }
  return undefined;
}

function told(raw: string): string | undefined {
  const purpose = raw
    .replace(UNTIL_OTHER, '')
    .replace(/[,。;、:\s]+$/, '')
    .trim()
    .slice(0, LONGEST);
  return purpose.length < 2 || /请求|申请|授权|开启(?:您|你)/.test(purpose.slice(0, 30)) ? undefined : purpose;
}
