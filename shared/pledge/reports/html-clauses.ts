import { type Html, html, type Piece } from '../html.ts';
import type { Report } from '../report.ts';
import type { Voice } from './language.ts';

/** How each of the clauses came out, a table an instrument. */
export function clauseTables(report: Report, numbers: ReadonlyMap<string, number>, voice: Voice): Html {
  const instruments = [...new Set(report.clauses.map(({ instrument }) => instrument.zh))];
  return html`<section id="clauses"><h2>${voice.say({ zh: '条款评估', en: 'Assessment of the clauses' })}</h2>
${voice.paragraphs({ zh: `逐条给出 ${report.clauses.length} 条承诺条款的静态检测结果；“静态检测未见违反”只限于静态检测所及。`, en: `How each of the ${report.clauses.length} pledged clauses came out; "met" only goes as far as static checks can tell.` }, 'note')}
${instruments.map((instrument) => {
  const clauses = report.clauses.filter((clause) => clause.instrument.zh === instrument);
  return html`<h3>${voice.say(clauses[0]!.instrument)}</h3><table class="wide of-clauses"><thead><tr><th scope="col">${voice.say({ zh: '条', en: 'Clause' })}</th><th scope="col">${voice.say({ zh: '结果', en: 'Result' })}</th><th scope="col">${voice.say({ zh: '说明', en: 'Why' })}</th></tr></thead><tbody>${clauses.map((clause) => row(clause, numbers, voice))}</tbody></table>`;
})}</section>`;
}

function row(clause: Report['clauses'][number], numbers: ReadonlyMap<string, number>, voice: Voice): Html {
  const { id, number, name, assessment, assessmentName, findings, reason } = clause;
  const tone = assessment === 'violated' ? 'reject' : assessment === 'needs-review' ? 'review' : '';
  const said = voice.say(assessmentName);
  return html`<tr id="${id}"><th scope="row">${number} ${voice.say(name)}</th><td>${tone === '' ? said : html`<b class="${tone}">${said}</b>`}</td><td>${voice.paragraphs(reason)}${pointers(findings, numbers, voice)}</td></tr>`;
}

/** Links to findings by their numbers; of many the first twenty. */
export function pointers(fingerprints: readonly string[], numbers: ReadonlyMap<string, number>, voice: Voice): Piece {
  const known = fingerprints.filter((fingerprint) => numbers.has(fingerprint)).sort((a, b) => numbers.get(a)! - numbers.get(b)!);
  if (known.length === 0) return null;
  const more = known.length - 20;
  return html`<p class="note">${voice.say({ zh: '问题', en: 'Findings' })} ${known
    .slice(0, 20)
    .map(
      (fingerprint, at) => html`${at > 0 ? ', ' : ''}<a href="#f-${fingerprint}">${numbers.get(fingerprint)}</a>`,
    )}${more > 0 ? html` … +${more}` : null}</p>`;
}
