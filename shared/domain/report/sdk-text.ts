import type { Bilingual } from '../text.ts';
import { readableTarget } from './code-names.ts';
import type { ReportSdk, ReportTaking, ReportUnknownCode } from './sdk-view.ts';
import { SDK_CATEGORY_NAMES, START_NAMES, SWITCH_NAMES, TRACE_NAMES, VERSION_SOURCE_NAMES } from './sdk-words.ts';
import { SDK_IN_POLICY, SDK_LEVELS } from './table-words.ts';
import { ENTRY_NAMES } from './words.ts';

/**
 * What a report says of one SDK, in words that HTML, CSV and the console share. Names out of packages stand in them as they are: whoever
 * shows a text escapes it.
 */

/** Names of a list that are written out. */
const NAMED = 5;

const same = (text: string): Bilingual => ({ zh: text, en: text });

/** One after the other, in each language. */
export function joined(texts: readonly Bilingual[], zh = '；', en = '; '): Bilingual {
  return { zh: texts.map((text) => text.zh).join(zh), en: texts.map((text) => text.en).join(en) };
}

function named(values: readonly string[], most = NAMED): string {
  return values.length > most ? `${values.slice(0, most).join(', ')} … +${values.length - most}` : values.join(', ');
}

export function categoryText({ category }: Pick<ReportSdk, 'category'>): Bilingual {
  return Object.hasOwn(SDK_CATEGORY_NAMES, category) ? SDK_CATEGORY_NAMES[category]! : same(category);
}

/** The versions alone; “unknown” where no place says one. */
export function versionText({ versions }: Pick<ReportSdk, 'versions'>): Bilingual {
  if (versions.length === 0) return { zh: '未知', en: 'unknown' };
  return joined(
    versions.map(({ value, sure }) => (sure ? same(value) : { zh: `${value}（待核实）`, en: `${value} (to be verified)` })),
  );
}

/** Where each version is said. */
export function versionPlaces({ versions }: Pick<ReportSdk, 'versions'>): Bilingual[] {
  return versions.map(({ value, source, subject, entry }) => {
    const { zh, en } = VERSION_SOURCE_NAMES[source];
    const place = subject === entry ? entry : `${subject} @ ${entry}`;
    return { zh: `版本 ${value}：${zh} ${place}`, en: `version ${value}: ${en} ${place}` };
  });
}

/** How strongly it is there, with what must be said beside it. */
export function levelText({ level, stub, renamed, copies, within }: ReportSdk): Bilingual {
  const besides: Bilingual[] = [
    ...(stub ? [{ zh: '残桩：类太少或没有实质代码', en: 'stub: too little code to be the SDK' }] : []),
    ...(renamed.length > 0 ? [{ zh: '代码已改名混淆', en: 'code was renamed' }] : []),
    ...(copies.length > 0 ? [{ zh: '另有内嵌副本', en: 'with a copy inside other code' }] : []),
    ...(within === null ? [] : [{ zh: `随${within.name.zh}带入`, en: `brought by ${within.name.en}` }]),
  ];
  const { zh, en } = SDK_LEVELS[level];
  if (besides.length === 0) return { zh, en };
  const words = joined(besides);
  return { zh: `${zh}（${words.zh}）`, en: `${en} (${words.en})` };
}

/** From which entry it is started, and when; null where nothing says that it is. */
export function startText({ start }: Pick<ReportSdk, 'start'>): Bilingual | null {
  if (start === null) return null;
  const [kind, consent] = [ENTRY_NAMES[start.kind], START_NAMES[start.consent]];
  const target = readableTarget(start.target);
  return {
    zh: `由${kind.zh} ${start.class} 启动（${target}），${consent.zh}`,
    en: `started from ${kind.en} ${start.class} (${target}), ${consent.en}`,
  };
}

/** Everything by which it was found, one text a kind of trace. */
export function foundText(sdk: ReportSdk): Bilingual[] {
  const list = (zh: string, en: string, values: readonly string[]): Bilingual[] =>
    values.length === 0 ? [] : [{ zh: `${zh} ${named(values)}`, en: `${en} ${named(values)}` }];
  return [
    ...list('代码包', 'packages', sdk.packages),
    ...list(
      '改名的代码',
      'renamed code',
      sdk.renamed.map(({ package: name, matched, of }) => `${name} (${matched}/${of})`),
    ),
    ...list('内嵌副本', 'copies', sdk.copies),
    ...list('组件', 'components', sdk.components),
    ...list('原生库', 'native libraries', sdk.nativeLibraries),
    ...sdk.traces.slice(0, NAMED).map(({ kind, value }) => ({
      zh: `${TRACE_NAMES[kind].zh} ${value}`,
      en: `${TRACE_NAMES[kind].en} ${value}`,
    })),
    ...list('调用方', 'called from', sdk.calledFrom),
    ...sdk.switches.slice(0, NAMED).map(({ kind, method, callers }) => ({
      zh: `${SWITCH_NAMES[kind].zh} ${method}${callers.length > 0 ? ` ← ${named(callers, 2)}` : ''}`,
      en: `${SWITCH_NAMES[kind].en} ${method}${callers.length > 0 ? ` ← ${named(callers, 2)}` : ''}`,
    })),
  ];
}

/** Types by the vendor's word. */
export function statedText(takes: readonly ReportTaking[]): Bilingual {
  return joined(
    takes.filter(({ stated }) => stated).map(({ name }) => name),
    '、',
    ', ',
  );
}

/** Types that its own code could call for, with the calls. */
export function calledText(takes: readonly ReportTaking[]): Bilingual {
  return joined(
    takes
      .filter(({ calls }) => calls > 0)
      .map(({ name, calls, targets }) => {
        const called = named(targets.map(readableTarget), 2);
        return { zh: `${name.zh}（${calls} 处：${called}）`, en: `${name.en} (${calls} places: ${called})` };
      }),
  );
}

/** Whether policy and listing speak of it. */
export function disclosureText({ policy, listing }: ReportSdk): Bilingual {
  const [said, declared] = [SDK_IN_POLICY[policy], listingText({ listing })];
  return {
    zh: `隐私政策：${said.zh}${declared === null ? '' : `；上架信息：${declared.zh}`}`,
    en: `policy: ${said.en}${declared === null ? '' : `; listing: ${declared.en}`}`,
  };
}

/** Null where no listing is at hand. */
export function listingText({ listing }: Pick<ReportSdk, 'listing'>): Bilingual | null {
  if (listing === null) return null;
  return listing ? { zh: '已申报', en: 'declared' } : { zh: '未申报', en: 'not declared' };
}

/** Purposes that policy or listing give, each once. */
export function purposes({ policyPlaces, listed }: ReportSdk): string[] {
  const given = [...policyPlaces.map(({ row }) => row?.purpose ?? ''), listed?.purpose ?? ''];
  return [...new Set(given.map((text) => text.trim()).filter((text) => text !== ''))];
}

/** What somebody's code that nobody knows is called in a list. */
export function unknownCodeText({ package: name }: ReportUnknownCode): Bilingual {
  return { zh: `未识别的第三方代码 ${name}`, en: `unknown third-party code ${name}` };
}

/** Where it is and who calls it. */
export function unknownCodePlaces({ classes, calledFrom }: ReportUnknownCode): Bilingual[] {
  return [
    { zh: `${classes} 个类`, en: `${classes} classes` },
    ...(calledFrom.length === 0 ? [] : [{ zh: `调用方 ${named(calledFrom)}`, en: `called from ${named(calledFrom)}` }]),
  ];
}
