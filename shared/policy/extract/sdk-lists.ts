import type { SdkRow } from '../../domain/facts/policy.ts';
import type { PolicyText } from '../text/policy-text.ts';
import { blankSdk, type SdkField, sdkField, sdkFields } from './sdk-columns.ts';
import { sdkInOneLine } from './sdk-sentences.ts';

/** `key: value` at the start of a line or after a separator inside of it; keys are short. */
const PAIR = /(?:^|[;；,\t 。|】\]])\s*(?:[•·\-*●]|\(?\d{1,2}[).、])?\s*([\p{L}\p{N}/、()“” ]{2,20}?)\s*[:：]\s*/gu;
/** A line that is nothing but the name of an SDK; keyed lines follow. */
const NAME_LINE = /^(?:[•·\-*●]|\(?\d{1,2}\)?[.、)]*)?\s*([^。,;:|]{1,50}?sdk ?(?:\([^)]{1,60}\))?)$/i;
const NO_NAME =
  /(?:不|未|没有|无)(?:会)?(?:接入|集成|使用|嵌入|包含|内置)|^(?:第三方|合作方?|我们|接入|使用|目前|附|关于|[a-z]\.)[^(]*sdk$|目录|列表|清单/i;
/** A key whose value is the name of an SDK. */
const IS_NAME = /^(?:第三方)?(?:sdk|插件)(?:的)?(?:名称|产品|类型)?$/i;
/** 【示例SDK】运营方：…, 示例SDK｜提供方：…: the name, then the keys. */
const FIRST_IN_LINE =
  /^(?:[•·\-*●]|\(?\d{1,2}\)?[.、)]*)?\s*[【[]?([^。,;:|【】\]]{1,50}?sdk ?(?:\([^)]{1,60}\))?)[】\]]?\s*[|,;:]*\s*$/i;
/** What the SDKs under it are for, where a list is sorted by that: 播放类:, 二、广告类SDK. */
const GROUP = /^(?:[•·\-*●]|\(?[\d一二三四五六七八九十]{1,3}\)?[.、)]*)?\s*([\p{Script=Han}]{2,10}类)(?:的?sdk)?:?$/iu;
const LINK = /https?:\/\/[^\s,。;)》】”]{4,200}/;
/** How it gets what it gets, in the words that such lists use. */
const NUMBER = /^(?:(?:\d{1,2}[.、)] ?)*\d{0,2}[.、)\s]+(?=\p{L})|[øØ•·●■▪◆] ?)/u;
const WAY =
  /(?:sdk)?(?:本机|自行|直接|本地)(?:采集|收集)|不涉及(?:个人)?(?:信息|数据)?(?:的)?共享|(?:后台)?接口(?:传输|共享|调用)|(?:加密|去标识化|明文)(?:传输|共享|后传输)/i;
const LONGEST = 400;
/** Lines without any key after which an entry is over. */
const PATIENCE = 2;

type Entry = Record<SdkField, string> & { start: number; end: number };

/**
 * SDKs listed in prose: entries of `SDK名称：…`, `运营方：…`, `使用目的：…`, on lines of their own or in one line. An entry starts at a
 * name that says SDK, and needs at least one more field.
 */
export function extractSdkListRows(text: PolicyText): SdkRow[] {
  const rows: SdkRow[] = [];
  let entry: Entry | null = null;
  let silent = 0;
  let filling: Exclude<SdkField, 'name'> | null = null;
  let group = '';
  const finish = () => {
    filling = null;
    if (entry !== null && (entry.operator !== '' || entry.purpose !== '' || entry.types !== '' || entry.link !== '')) {
      const { start, end, ...told } = entry;
      const fields = { ...told, name: told.name.replace(NUMBER, '') };
      rows.push({
        ...sdkFields(fields),
        range: [start, end],
        confidence: fields.purpose !== '' || fields.types !== '' ? 0.9 : 0.75,
      });
    }
    entry = null;
    silent = 0;
  };
  for (const line of text.lines) {
    const [start, end] = line.range;
    const content = text.text.slice(start, Math.min(end, start + 2000));
    group = GROUP.exec(content)?.[1] ?? group;
    const pairs = line.kind === 'row' ? [] : pairsOf(content);
    const told = pairs.every(({ key }) => /sdk$/i.test(key)) || (entry === null && !pairs.some(({ key }) => IS_NAME.test(key)));
    const one = told ? sdkInOneLine(content) : null;
    if (one !== null && !NO_NAME.test(one.name)) {
      finish();
      const way = WAY.exec(content)?.[0];
      rows.push({
        ...one,
        purpose: one.purpose === '' ? group : one.purpose,
        link: one.link === '' ? (LINK.exec(content)?.[0] ?? '') : one.link,
        ...(way === undefined ? {} : { way }),
        range: [start, end],
      });
      continue;
    }
    if (pairs.length === 0) {
      const name = NAME_LINE.exec(content)?.[1]?.trim();
      if (name !== undefined && !NO_NAME.test(name)) {
        finish();
        entry = { ...blankSdk(name), start, end };
      } else if (entry !== null && filling !== null && line.kind === 'item') {
        // The key stood alone; what it announces follows as a list.
        const open: Entry = entry;
        open[filling] = `${open[filling]} ${content}`.trim().slice(0, LONGEST);
        open.end = end;
      } else if (entry !== null && ++silent >= PATIENCE) finish();
      continue;
    }
    const heading = FIRST_IN_LINE.exec(content.slice(0, pairs[0]!.at))?.[1];
    if (heading !== undefined && pairs.length > 1 && !NO_NAME.test(heading)) {
      finish();
      entry = { ...blankSdk(heading), start, end };
    }
    for (const { key, value, at } of pairs) {
      const field = sdkField(key);
      if (field === null) continue;
      const opens = field === 'name' && (IS_NAME.test(key) || /sdk/i.test(value)) && !/[。;]/.test(value) && value.length <= 100;
      if (opens) {
        finish();
        entry = { ...blankSdk(value.slice(0, 120)), start: start + at, end };
      } else if (entry !== null) {
        const open: Entry = entry;
        if (field !== 'name') {
          open[field] ||= value.slice(0, LONGEST);
          filling = open[field] === '' ? field : null;
        }
        open.end = end;
        silent = 0;
      }
    }
  }
  finish();
  return rows;
}

function pairsOf(content: string): { key: string; value: string; at: number }[] {
  if (!content.includes(':')) return [];
  const keys = [...content.matchAll(PAIR)].filter((match) => sdkField(match[1]!) !== null);
  return keys.map((match, index) => {
    const from = match.index + match[0].length;
    const to = keys[index + 1]?.index ?? content.length;
    return {
      key: match[1]!,
      value: content
        .slice(from, to)
        .replace(/[;,。\s]+$/, '')
        .trim(),
      at: match.index,
    };
  });
}
