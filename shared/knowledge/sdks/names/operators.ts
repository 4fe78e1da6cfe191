import type { SdkEntry } from '../../types.ts';
import { evenName } from './even-name.ts';
import { servesPurpose } from './functions.ts';

/** Longer texts are no name of a company. */
const LONGEST = 300;
/** Shorter forms (`DeNA`) are found in too many other words. */
const SHORTEST = 4;

interface Operated {
  readonly form: string;
  readonly sdks: readonly SdkEntry[];
}

const indexes = new WeakMap<readonly SdkEntry[], readonly Operated[]>();

/** A company's name as people compare it: 有限责任公司 for 有限公司, without brackets, blanks and a trade name added behind. */
export function comparableOperator(name: string): string {
  return evenName(name.replace(/ \([^()]*\)$/, ''))
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('有限责任公司', '有限公司');
}

/** The SDKs of the companies that a text names in full (`数据接收方：深圳市和讯华谷信息技术有限公司`); empty where it names none that we know. */
export function sdksOfOperators(text: string, sdks: readonly SdkEntry[]): readonly SdkEntry[] {
  const written = comparableOperator(text.slice(0, LONGEST));
  if (written.length < SHORTEST) return [];
  return indexOf(sdks).flatMap(({ form, sdks: own }) => (written.includes(form) ? own : []));
}

/**
 * The SDKs that are meant where only a company and a purpose are told (`深圳市和讯华谷信息技术有限公司`, `消息推送`): those of the company whose
 * function the purpose is.
 */
export function sdksByPurpose(company: string, purpose: string, sdks: readonly SdkEntry[]): SdkEntry[] {
  const even = evenName(purpose);
  return sdksOfOperators(company, sdks).filter((sdk) => servesPurpose(sdk, even));
}

function indexOf(sdks: readonly SdkEntry[]): readonly Operated[] {
  const known = indexes.get(sdks);
  if (known !== undefined) return known;
  const byForm = new Map<string, SdkEntry[]>();
  for (const sdk of sdks) {
    const forms = new Set([sdk.operator?.zh ?? '', sdk.operator?.en ?? ''].map(comparableOperator));
    for (const form of forms) {
      if (form.length < SHORTEST) continue;
      const own = byForm.get(form);
      if (own === undefined) byForm.set(form, [sdk]);
      else own.push(sdk);
    }
  }
  const index = [...byForm].map(([form, own]) => ({ form, sdks: own }));
  indexes.set(sdks, index);
  return index;
}
