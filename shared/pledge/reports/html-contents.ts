import { PERMISSION_IN_POLICY, PERMISSION_KINDS, POLICY_ITEM_STATES, RELEVANCE } from '../../domain/report/table-words.ts';
import { type Html, html, type Piece } from '../html.ts';
import type { Report } from '../report.ts';
import { shortened } from '../visible.ts';
import { sdkSection } from './html-sdks.ts';
import { table } from './html-table.ts';
import type { Voice } from './language.ts';

/** What the package holds beside what policy and listing say of it. */
export function contentTables(report: Report, voice: Voice): Html {
  return html`${permissions(report, voice)}${features(report, voice)}${sdkSection(report, voice)}${policyItems(report, voice)}`;
}

function permissions({ permissions: all, app }: Report, voice: Voice): Piece {
  if (all.length === 0) return null;
  const category = app.category.name ?? { zh: '', en: '' };
  const heads = [
    { zh: '权限', en: 'Permission' },
    { zh: '类型', en: 'Kind' },
    { zh: `与类别的关系（${category.zh}）`, en: `For the category (${category.en})` },
    { zh: '隐私政策', en: 'Policy' },
    { zh: '上架信息', en: 'Listing' },
  ];
  const rows = all.map((permission): Piece[] => [
    html`<code>${permission.name}</code>${permission.group && html`<br>${voice.say(permission.group)}`}${
      permission.maxSdkVersion === null ? null : html`<br><span class="note">maxSdkVersion ${permission.maxSdkVersion}</span>`
    }${reasonOf(permission, voice)}`,
    permission.kind === null ? '—' : voice.say(PERMISSION_KINDS[permission.kind] ?? { zh: permission.kind, en: permission.kind }),
    permission.relevance === null ? '—' : voice.say(RELEVANCE[permission.relevance]),
    voice.say(PERMISSION_IN_POLICY[permission.policy]),
    html`${voice.say(permission.listing.declared ? { zh: '已申报', en: 'declared' } : { zh: '未申报', en: 'not declared' })}${
      permission.listing.purpose === null ? null : html`<br>${voice.tongue(shortened(permission.listing.purpose, 300))}`
    }`,
  ]);
  return html`<section id="permissions"><h2>${voice.say({ zh: `权限对照（${all.length}）`, en: `Permissions (${all.length})` })}</h2>${table(heads, rows, voice, 'of-permissions')}</section>`;
}

/** HarmonyOS: what the package says the permission is for, and when. */
function reasonOf({ reason, usedScene }: Report['permissions'][number], voice: Voice): Piece {
  const words = reason?.zh ?? reason?.default ?? null;
  return html`${words === null ? null : html`<br><span class="note">${voice.say({ zh: '包内说明：', en: 'The package says: ' })}${voice.tongue(shortened(words, 300))}</span>`}${
    usedScene === null
      ? null
      : html`<br><span class="note">usedScene: <code>${usedScene.abilities.slice(0, 10).join(', ')}</code>${usedScene.when && html` (<code>${usedScene.when}</code>)`}</span>`
  }`;
}

/** The platform has some hundred features. */
const MOST_FEATURES = 500;

function features({ features: all }: Report, voice: Voice): Piece {
  if (all.length === 0) return null;
  return html`<section id="features"><h2>${voice.say({ zh: `快应用接口（${all.length}）`, en: `Quick app features (${all.length})` })}</h2><p>${all.slice(0, MOST_FEATURES).map((name, at) => html`${at > 0 ? ', ' : ''}<code>${name}</code>`)}${all.length > MOST_FEATURES && ` … +${all.length - MOST_FEATURES}`}</p></section>`;
}

function policyItems({ policyItems: all }: Report, voice: Voice): Piece {
  if (all.length === 0) return null;
  const heads = [
    { zh: '要素', en: 'Item' },
    { zh: '政策文本', en: 'In the text' },
    { zh: '出处', en: 'Where' },
  ];
  const rows = all.map((item): Piece[] => [
    html`${voice.say(item.title)} <span class="note"><code>${item.id}</code></span>`,
    voice.say(POLICY_ITEM_STATES[item.state]),
    item.excerpt === null ? '—' : html`<q>${voice.tongue(item.excerpt)}</q>`,
  ]);
  return html`<section id="policy-items"><h2>${voice.say({ zh: '隐私政策要素核对', en: 'Checklist of the privacy policy' })}</h2>
${voice.paragraphs({ zh: '只说明文本里有没有；某一要素是否适用于本应用，以问题清单为准。', en: 'Only whether the text says it; whether an item applies to this app is what the findings say.' }, 'note')}${table(heads, rows, voice, 'of-items')}</section>`;
}
