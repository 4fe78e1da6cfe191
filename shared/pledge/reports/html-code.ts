import { ENTRY_NAMES } from '../../checks/reachability.ts';
import type { Evidence } from '../../domain/evidence.ts';
import { readableTarget } from '../../domain/report/code-names.ts';
import { type Html, html, type Piece } from '../html.ts';
import type { Report } from '../report.ts';
import { shortened } from '../visible.ts';
import type { Voice } from './language.ts';
import { LINK_NAMES, OWNER_NAMES } from './wording.ts';

type Code = Evidence & { readonly type: 'code' };

/**
 * What is called, by whose code, where, and how the system gets there step by step.
 * @param inFull whether the path is written out or folded
 */
export function codeEvidence(code: Code, report: Report, voice: Voice, inFull: boolean): Html {
  const { target, constant, caller, count } = code;
  return html`<code>${readableTarget(target)}</code>${constant === undefined ? null : html` (<code>${shortened(constant, 300)}</code>)`}${
    count > 1 ? html` ${voice.say({ zh: `共 ${count} 处`, en: `${count} places in all` })}` : null
  }${owner(code, report, voice)}${
    caller === undefined
      ? null
      : html`<div>${voice.say({ zh: '位于', en: 'in' })} <code>${caller.class}.${caller.method}</code> <span class="note">@ ${caller.offset}</span></div>`
  }${reached(code, voice, inFull)}`;
}

function owner({ owner: whose }: Code, report: Report, voice: Voice): Piece {
  if (whose === undefined) return null;
  const known = whose.sdk === null ? undefined : report.sdks.find(({ id }) => id === whose.sdk);
  const name = known === undefined ? whose.sdk && html` <code>${whose.sdk}</code>` : html` <b>${voice.say(known.name)}</b>`;
  return html`<div>${voice.say({ zh: '归属：', en: 'Owner: ' })}${voice.say(OWNER_NAMES[whose.kind])}${name}</div>`;
}

function reached({ reachedFrom, target }: Code, voice: Voice, inFull: boolean): Piece {
  if (reachedFrom === undefined) return null;
  const { kind, class: entry, steps, guard, path = [] } = reachedFrom;
  const tests =
    guard === null
      ? voice.say({ zh: '途中未见同意判断', en: 'no check of consent was seen on the way' })
      : html`${voice.say({ zh: '途中疑似同意判断：', en: 'what looks like a check of consent on the way: ' })}<code>${shortened(guard, 200)}</code>`;
  const from = html`${voice.say({ zh: '调用路径：自', en: 'Call path: from' })} ${voice.say(ENTRY_NAMES[kind])} <code>${entry}</code> ${voice.say({ zh: `经 ${steps} 步`, en: `in ${steps} steps` })} <span class="note">${voice.brackets(tests)}</span>`;
  if (path.length === 0) return html`<div>${from}</div>`;
  const list = html`<ol class="path">${path.map(
    ({ class: owning, method, offset, link }, at) =>
      html`<li><code>${owning}.${method}</code> <span class="note">@ ${offset}${at === path.length - 1 ? null : html` → ${voice.say(LINK_NAMES[link])}`}</span></li>`,
  )}<li><mark><code>${readableTarget(target)}</code></mark></li></ol>`;
  return inFull ? html`<div>${from}</div>${list}` : html`<details><summary>${from}</summary>${list}</details>`;
}
