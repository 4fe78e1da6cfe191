import type { Clause } from '../../domain/clause.ts';
import { SEVERITY_NAMES } from '../../domain/report/names.ts';
import { BEYOND_STATIC } from '../beyond-static.ts';
import { html } from '../html.ts';
import { type RulePagesInput, rulesOfClause } from './input.ts';
import { twoHalves } from './page.ts';
import { CLAUSE_FORCE, KIND_NAMES, WORDS } from './words.ts';

/** The page of one clause: what it asks for, which rules speak to it, and what no rule can show. */
export function clausePage(clause: Clause, input: RulePagesInput): string {
  const rules = rulesOfClause(input, clause.id);
  const instrument = input.knowledge.instruments.get(clause.instrument)?.name;
  const way = [
    { name: WORDS.rules, href: '../index.html' },
    { name: WORDS.clauses, href: '../index.html#clauses' },
    { name: clause.name },
  ];
  return twoHalves({ title: clause.name, way, version: input.version }, (tongue) => {
    const say = (heading: keyof typeof WORDS) => WORDS[heading][tongue];
    const colon = tongue === 'zh' ? '：' : ': ';
    const beyond = BEYOND_STATIC[clause.id]?.[tongue];
    return html`<h1>${clause.name[tongue]}</h1>
<p class="id">${say('clause')} <code>${clause.id}</code> · ${instrument?.[tongue] ?? clause.instrument}</p>
<p>${clause.summary[tongue]}</p>
<p class="ceiling"><strong>${say('force')}</strong>${colon}${CLAUSE_FORCE[clause.force][tongue]}<br>
<strong>${say('decides')}</strong>${colon}${KIND_NAMES[clause.kind][tongue]}</p>
<h2>${say('ofClause')}</h2>
${
  rules.length === 0
    ? html`<p>${say('noRule')}</p>`
    : html`<div class="scroll"><table><thead><tr><th scope="col">${say('rule')}</th><th scope="col">${say('what')}</th><th scope="col">${say('ceiling')}</th></tr></thead>
<tbody>${rules.map(
        (rule) =>
          html`<tr><th scope="row"><a href="../${rule.id}.html"><code>${rule.id}</code></a></th><td>${rule.title[tongue]}</td><td><span class="tag ${rule.ceiling}">${SEVERITY_NAMES[rule.ceiling][tongue]}</span></td></tr>`,
      )}</tbody></table></div>`
}
${beyond === undefined ? null : html`<h2>${say('beyond')}</h2>\n<p>${beyond}${tongue === 'zh' ? '。' : '.'}</p>`}`;
  });
}
