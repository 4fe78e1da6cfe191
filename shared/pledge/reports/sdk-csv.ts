import { toCsv } from '../../domain/report/csv.ts';
import {
  calledText,
  categoryText,
  disclosureText,
  foundText,
  joined,
  levelText,
  purposes,
  startText,
  statedText,
  unknownCodePlaces,
  unknownCodeText,
  versionPlaces,
  versionText,
} from '../../domain/report/sdk-text.ts';
import type { ReportSdk, ReportUnknownCode } from '../../domain/report/sdk-view.ts';
import { SDK_LEVELS } from '../../domain/report/table-words.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Report } from '../report.ts';
import { shortened, visible } from '../visible.ts';
import { type ReportLanguage, textsIn } from './language.ts';

/** Longest cell in UTF-16 code units: spreadsheets cut what is longer than 32,767. */
const LONGEST = 4_000;

/** Heads are in both languages whatever is asked for: whoever merges listings finds the same columns everywhere. */
const HEADS: readonly Bilingual[] = [
  { zh: '名称', en: 'Name' },
  { zh: '版本', en: 'Version' },
  { zh: '运营方', en: 'Operator' },
  { zh: '类别', en: 'Category' },
  { zh: '使用目的（按政策或申报）', en: 'Purpose (as disclosed)' },
  { zh: '收集的个人信息（提供者公开说明）', en: 'Personal information (by its vendor’s word)' },
  { zh: '代码可调用的个人信息', en: 'Personal information that its code can call for' },
  { zh: '权限', en: 'Permissions' },
  { zh: '隐私政策链接', en: 'Privacy policy' },
  { zh: '级别', en: 'Level' },
  { zh: '启动', en: 'Start' },
  { zh: '披露情况', en: 'Disclosure' },
  { zh: '政策原文', en: 'Words of the policy' },
  { zh: '证据', en: 'Evidence' },
];

const UNKNOWN: Bilingual = { zh: '未知', en: 'unknown' };
const NOTHING: Bilingual = { zh: '', en: '' };
const same = (text: string): Bilingual => ({ zh: text, en: text });

/**
 * The SDKs of a report as the listing that stores and developers publish (第三方SDK清单): one row an SDK, then the code that nobody knows, what limits the list last. For
 * spreadsheets: UTF-8 with its mark, no cell is a formula, and what would deceive a reader is made visible.
 */
export function renderSdkCsv({ sdks, thirdParty }: Pick<Report, 'sdks' | 'thirdParty'>, language: ReportLanguage = 'zh'): string {
  const say = (text: Bilingual): string =>
    shortened(
      textsIn(text, language)
        .map(({ text: words }) => visible(words))
        .join(' / '),
      LONGEST,
    );
  const notes = thirdParty.notes.map((note) => [
    { zh: `注：${note.zh}`, en: `Note: ${note.en}` },
    ...HEADS.slice(1).map(() => NOTHING),
  ]);
  return toCsv(
    HEADS.map(({ zh, en }) => `${zh} ${en}`),
    [...sdks.map(rowOf), ...thirdParty.unknown.map(unknownRow), ...notes].map((cells) => cells.map(say)),
  );
}

function rowOf(sdk: ReportSdk): Bilingual[] {
  return [
    sdk.name,
    versionText(sdk),
    sdk.operator ?? UNKNOWN,
    categoryText(sdk),
    same(purposes(sdk).join('；')),
    sdk.collects === 'no' ? { zh: '提供者说明不收集', en: 'none by its vendor’s word' } : stated(sdk),
    calledText(sdk.takes),
    joined(
      sdk.permissions.map(({ name, requested }) =>
        requested ? { zh: `${name}（应用已申请）`, en: `${name} (requested)` } : same(name),
      ),
    ),
    same(sdk.privacyUrl ?? ''),
    levelText(sdk),
    startText(sdk) ?? NOTHING,
    disclosureText(sdk),
    same(sdk.policyPlaces.map(({ excerpt }) => excerpt.replace(/\s+/g, ' ').trim()).join('；')),
    joined([...foundText(sdk), ...versionPlaces(sdk), ...sdk.reasons]),
  ];
}

/** Who makes it, what it is for and what it collects nobody has said; only what its code can call for is seen. */
function unknownRow(code: ReportUnknownCode): Bilingual[] {
  const told: Readonly<Record<number, Bilingual>> = {
    0: unknownCodeText(code),
    1: UNKNOWN,
    2: UNKNOWN,
    3: UNKNOWN,
    5: UNKNOWN,
    6: calledText(code.takes),
    9: SDK_LEVELS.present,
    13: joined(unknownCodePlaces(code)),
  };
  return HEADS.map((_, column) => told[column] ?? NOTHING);
}

/** What nobody has said is not known, and no "none". */
function stated({ takes, collects }: ReportSdk): Bilingual {
  const types = statedText(takes);
  if (types.zh !== '') return types;
  return collects === 'yes' ? { zh: '收集，种类未知', en: 'collects, types unknown' } : UNKNOWN;
}
