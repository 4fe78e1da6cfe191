import {
  calledText,
  categoryText,
  foundText,
  levelText,
  listingText,
  purposes,
  startText,
  statedText,
  unknownCodePlaces,
  versionPlaces,
  versionText,
} from '../../domain/report/sdk-text.ts';
import type { ReportSdk } from '../../domain/report/sdk-view.ts';
import { COLLECTS, CONFIDENCE, SDK_IN_POLICY } from '../../domain/report/table-words.ts';
import type { Bilingual } from '../../domain/text.ts';
import { type Html, html, type Piece } from '../html.ts';
import type { Report } from '../report.ts';
import { table } from './html-table.ts';
import type { Voice } from './language.ts';

const HEADS: readonly Bilingual[] = [
  { zh: 'SDK、版本与运营方', en: 'SDK, version and operator' },
  { zh: '在包中', en: 'In the package' },
  { zh: '收集的个人信息与权限', en: 'Information and permissions' },
  { zh: '隐私政策与上架信息', en: 'Policy and listing' },
];

/** Whether there is anything to say: SDKs, or why the list of a package that was read is not whole. */
export function hasSdkSection({ sdks, thirdParty, app }: Report): boolean {
  return sdks.length > 0 || thirdParty.unknown.length > 0 || (thirdParty.notes.length > 0 && app.format !== null);
}

/** The third-party code of the package: which, how it is there, what it takes, and where users were told. */
export function sdkSection(report: Report, voice: Voice): Piece {
  if (!hasSdkSection(report)) return null;
  const { sdks, thirdParty } = report;
  return html`<section id="sdks"><h2>${voice.say({ zh: `第三方SDK对照（${sdks.length}）`, en: `Third-party SDKs (${sdks.length})` })}</h2>
${thirdParty.notes.map((note) => html`<div class="box">${voice.paragraphs(note)}</div>`)}
${voice.paragraphs({ zh: '只列知识库认得的SDK；没有列出不等于没有。级别和启动路径由静态检测得出，不等于运行时一定发生。', en: 'Only SDKs that the knowledge knows; what is not listed may still be there. Levels and ways of starting are what static checks see, and no proof that it happens.' }, 'note')}${
  sdks.length === 0
    ? null
    : table(
        HEADS,
        sdks.map((sdk) => [identity(sdk, voice), presence(sdk, voice), takes(sdk, voice), disclosure(sdk, voice)]),
        voice,
        'of-sdks',
      )
}${unknownTable(report, voice)}</section>`;
}

const UNKNOWN_HEADS: readonly Bilingual[] = [
  { zh: '代码包', en: 'Package' },
  { zh: '在包中', en: 'In the package' },
  { zh: '代码可调用的个人信息', en: 'Information that its code can call for' },
];

function unknownTable({ thirdParty: { unknown, unknownOmitted } }: Report, voice: Voice): Piece {
  if (unknown.length === 0) return null;
  const count = unknown.length + unknownOmitted;
  const rows = unknown.map((code): Piece[] => {
    const called = calledText(code.takes);
    return [
      html`<code>${code.package}</code>`,
      unknownCodePlaces(code).map((text) => html`<div>${voice.say(text)}</div>`),
      called.zh === '' ? voice.say({ zh: '未见', en: 'none seen' }) : voice.say(called),
    ];
  });
  return html`<h3>${voice.say({ zh: `未识别的第三方代码（${count}）`, en: `Unknown third-party code (${count})` })}</h3>
${voice.paragraphs({ zh: '看上去不属于应用自身、已知SDK或基础库的代码；由谁提供，请开发者说明。', en: 'Code that seems to be neither the app’s own nor of a known SDK or base library; whose it is, the developer should say.' }, 'note')}${table(UNKNOWN_HEADS, rows, voice)}${unknownOmitted === 0 ? null : html`<p class="note">… +${unknownOmitted}</p>`}`;
}

function identity(sdk: ReportSdk, voice: Voice): Html {
  const { name, operator, privacyUrl } = sdk;
  return html`${voice.say(name)}<br>${voice.say({ zh: '版本', en: 'Version' })}${voice.colon}${voice.say(versionText(sdk))}<br><span class="note">${voice.say(operator ?? { zh: '运营方未知', en: 'operator unknown' })} · ${voice.say(categoryText(sdk))}</span>${
    privacyUrl === null
      ? null
      : html`<br><span class="note">${voice.say({ zh: '其隐私政策', en: 'Its privacy policy' })}${voice.colon}<a href="${privacyUrl}" rel="noopener noreferrer">${privacyUrl}</a></span>`
  }`;
}

function presence(sdk: ReportSdk, voice: Voice): Html {
  const start = startText(sdk);
  const notes = [...(start === null ? [] : [start]), ...foundText(sdk), ...versionPlaces(sdk), ...sdk.reasons];
  return html`${voice.say(levelText(sdk))}<br><span class="note">${voice.say({ zh: '识别把握', en: 'confidence' })}${voice.colon}${voice.say(CONFIDENCE[sdk.confidence])}</span>${notes.map(
    (text) => html`<div class="note">${voice.say(text)}</div>`,
  )}`;
}

function takes({ takes: all, collects, profiling, permissions }: ReportSdk, voice: Voice): Html {
  const [stated, called] = [statedText(all), calledText(all)];
  return html`${voice.say({ zh: '提供者说明', en: 'By its vendor' })}${voice.colon}${stated.zh === '' ? voice.say(COLLECTS[collects]) : voice.say(stated)}${
    called.zh === ''
      ? null
      : html`<div>${voice.say({ zh: '代码可调用', en: 'Its code can call for' })}${voice.colon}${voice.say(called)}</div>`
  }${profiling ? html`<div>${voice.say({ zh: '用于画像', en: 'builds profiles' })}</div>` : null}${
    permissions.length === 0
      ? null
      : html`<div class="note">${voice.say({ zh: '权限', en: 'Permissions' })}${voice.colon}${permissions.map(({ name, requested }, at) => html`${at > 0 ? ', ' : ''}<code>${name.replace(/^android\.permission\./, '')}</code>${requested ? voice.brackets(voice.say({ zh: '已申请', en: 'requested' })) : null}`)}</div>`
  }`;
}

function disclosure(sdk: ReportSdk, voice: Voice): Html {
  const { policy, policyPlaces } = sdk;
  const told = purposes(sdk);
  return html`<div>${voice.say({ zh: '隐私政策', en: 'Policy' })}${voice.colon}${voice.say(SDK_IN_POLICY[policy])}</div>${policyPlaces.map(
    ({ excerpt, range: [start, end] }) =>
      html`<div><q>${voice.tongue(excerpt.replace(/\s+/g, ' ').trim())}</q> <span class="note">${start}–${end}</span></div>`,
  )}<div>${voice.say({ zh: '上架信息', en: 'Listing' })}${voice.colon}${voice.say(listingText(sdk) ?? { zh: '没有', en: 'none' })}</div>${
    told.length === 0
      ? null
      : html`<div class="note">${voice.say({ zh: '所述目的', en: 'Purpose as told' })}${voice.colon}${voice.tongue(told.join('；'))}</div>`
  }`;
}
