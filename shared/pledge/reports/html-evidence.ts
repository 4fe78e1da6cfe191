import type { Evidence } from '../../domain/evidence.ts';
import type { Finding } from '../../domain/finding.ts';
import { elementName } from '../../domain/report/code-names.ts';
import { type Html, html, type Piece } from '../html.ts';
import type { Report } from '../report.ts';
import { shortened } from '../visible.ts';
import { codeEvidence } from './html-code.ts';
import type { Voice } from './language.ts';
import { EVIDENCE_NAMES, LISTING_FIELDS, RECORD_NAMES } from './wording.ts';

/** Longest value, excerpt or detail that is shown, in UTF-16 code units; the JSON has all of it. */
const VALUE = 500;
const EXCERPT = 1_000;

const shown = (value: string, voice: Voice, max = VALUE): Piece => voice.tongue(shortened(value, max));
const equals = (value: string | undefined, voice: Voice): Piece =>
  value === undefined ? null : html` = <code>${shown(value, voice)}</code>`;

/** Everything a finding rests on, in place: where, and what stands there. */
export function evidenceList({ evidence, evidenceOmitted }: Finding, report: Report, voice: Voice): Html {
  // Of several ways to the same call one is written out; the others are folded, and one line each on paper.
  const first = evidence.find((piece) => piece.type === 'code' && (piece.reachedFrom?.path?.length ?? 0) > 0);
  return html`<ul class="evidence">${evidence.map(
    (piece) =>
      html`<li><span class="kind">${voice.say(EVIDENCE_NAMES[piece.type])}</span>${evidenceBody(piece, report, voice, piece === first)}</li>`,
  )}</ul>${
    evidenceOmitted === undefined
      ? null
      : html`<p class="note">${voice.say({ zh: `另有 ${evidenceOmitted} 处证据未列出`, en: `${evidenceOmitted} more places are not listed` })}</p>`
  }`;
}

function evidenceBody(evidence: Evidence, report: Report, voice: Voice, inFull: boolean): Html {
  switch (evidence.type) {
    case 'manifest':
      return manifest(evidence, voice);
    case 'code':
      return codeEvidence(evidence, report, voice, inFull);
    case 'resource': {
      const { entry, element = '', attribute, text } = evidence;
      return html`<code>${entry}</code>${element && html` <code>${element}</code>`}${attribute && html` <code>@${attribute}</code>`}${
        text === undefined ? null : html`<pre>${shown(text, voice)}</pre>`
      }`;
    }
    case 'policy':
      return policy(evidence, report, voice);
    case 'policy-absence':
      return html`${voice.say({ zh: `全文 ${evidence.characters} 字中未找到：`, en: `in its ${evidence.characters} characters there is none of: ` })}<q>${shown(evidence.searched, voice)}</q>${snapshot(evidence.snapshot, voice)}`;
    case 'listing': {
      const name = LISTING_FIELDS[evidence.field];
      return html`${name && voice.say(name)} <code>${evidence.field}</code>${equals(evidence.value, voice)}`;
    }
    case 'record':
      return html`${voice.say(RECORD_NAMES[evidence.record])} <code>${evidence.id}</code> <code>${evidence.field}</code>${equals(evidence.value, voice)}`;
    case 'signature':
      return html`${voice.say({ zh: '证书', en: 'certificate' })} <code>${evidence.certificate}</code>${voice.colon}<bdi>${shown(evidence.detail, voice)}</bdi>`;
    case 'network':
      return html`<code>${shortened(evidence.url, VALUE)}</code>${
        evidence.status === undefined ? null : html` → HTTP ${evidence.status}`
      }${evidence.detail === '' ? null : html`${voice.colon}<bdi>${shown(evidence.detail, voice)}</bdi>`}`;
    case 'package':
      return html`<code>${evidence.entry}</code>${
        evidence.offset === undefined
          ? null
          : html` ${voice.say({ zh: `偏移 ${evidence.offset}`, en: `at offset ${evidence.offset}` })}`
      }${evidence.detail === '' ? null : html`${voice.colon}<bdi>${shown(evidence.detail, voice)}</bdi>`}`;
  }
}

/** Android's manifest as the element that a developer finds there; what is no such path (HarmonyOS, quick apps) as it is. */
function manifest({ element, attribute, value }: Evidence & { type: 'manifest' }, voice: Voice): Html {
  const name = elementName(element);
  const where = html`<code>${element}</code>`;
  if (name === null || attribute === undefined || value === undefined || !/^[\w:]+$/.test(attribute))
    return html`${where}${attribute && html` <code>@${attribute}</code>`}${equals(value, voice)}`;
  return html`${where}<pre>&lt;${name} … <mark>${attribute}="${shortened(value, VALUE)}"</mark> …&gt;</pre>`;
}

function snapshot(sha256: string, voice: Voice): Piece {
  return sha256 === ''
    ? null
    : html` <span class="note">${voice.brackets(html`${voice.say({ zh: '政策快照', en: 'policy snapshot' })} <code>${sha256.slice(0, 12)}</code>`)}</span>`;
}

/** The sentence with the place marked, and where it stands in the snapshot. */
function policy(
  { snapshot: sha256, range: [start, end], excerpt }: Evidence & { type: 'policy' },
  report: Report,
  voice: Voice,
): Html {
  const passage =
    sha256 === report.policy.sha256 ? report.passages.find(({ range }) => range[0] === start && range[1] === end) : undefined;
  const lang = voice.root === 'en' && /\p{Script=Han}/u.test(excerpt) ? html` lang="zh-CN"` : null;
  const quote =
    passage === undefined
      ? html`<mark>${shortened(excerpt, EXCERPT)}</mark>`
      : html`${passage.before && html`…${passage.before}`}<mark>${passage.text}</mark>${passage.after && html`${passage.after}…`}`;
  return html`${voice.say({ zh: `第 ${start}–${end} 字`, en: `characters ${start}–${end}` })}${snapshot(sha256, voice)}<blockquote${lang}>${quote}</blockquote>`;
}
