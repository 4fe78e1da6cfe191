import type { Parameter } from '../../checks/parameters.ts';
import type { Example, Rule } from '../../checks/rule.ts';
import { CHECK_NAMES, type CheckName } from '../../domain/check.ts';
import { FORCE_NAMES, SEVERITY_NAMES } from '../../domain/report/names.ts';
import { type Html, html, type Piece } from '../html.ts';
import type { RulePagesInput } from './input.ts';
import { twoHalves } from './page.ts';
import { boundsOf, defaultOf, placeOf, type Tongue } from './tongue.ts';
import { CEILING_MEANS, DISAGREE, NEED_NAMES, STANDS_ASIDE, WITHOUT_FACTS, WORDS } from './words.ts';

/** The page of one rule, for a developer who was told of a finding and wants to know what to change. */
export function rulePage(rule: Rule, input: RulePagesInput): string {
  const check = rule.id.slice(0, rule.id.indexOf('/')) as CheckName;
  const way = [
    { name: WORDS.rules, href: '../index.html' },
    { name: CHECK_NAMES[check], href: `../index.html#${check}` },
    { name: rule.title },
  ];
  return twoHalves({ title: rule.title, way, version: input.version }, (tongue) => {
    const say = (heading: keyof typeof WORDS) => WORDS[heading][tongue];
    return html`<h1>${rule.title[tongue]}</h1>
<p class="id">${say('rule')} <code>${rule.id}</code></p>
<p class="ceiling ${rule.ceiling}">${say('ceiling')}${tongue === 'zh' ? '：' : ': '}<strong class="tag ${rule.ceiling}">${SEVERITY_NAMES[rule.ceiling][tongue]}</strong> ${CEILING_MEANS[rule.ceiling][tongue]}</p>
<h2>${say('explanation')}</h2>
<p>${rule.explanation[tongue]}</p>
${rule.applies === undefined ? null : html`<p>${STANDS_ASIDE[tongue]}</p>`}
<h2>${say('examples')}</h2>
${rule.examples.bad.map((example) => figure('bad', example, tongue))}
${rule.examples.good.map((example) => figure('good', example, tongue))}
<h2>${say('remedy')}</h2>
<p class="remedy">${rule.remedy[tongue]}</p>
<h2>${say('messages')}</h2>
<ul class="said">${Object.values(rule.messages).map((message) => html`<li>${withPlaceholders(message[tongue])}</li>`)}</ul>
<h2>${say('concerned')}</h2>
<ul>${rule.clauses.map((id) => clauseItem(id, input, tongue))}</ul>
<h2>${say('basis')}</h2>
${basisTable(rule, input, tongue)}
<h2>${say('needs')}</h2>
<ul>${rule.needs.map((need) => html`<li>${NEED_NAMES[need][tongue]}</li>`)}</ul>
<p>${WITHOUT_FACTS[tongue]}</p>
${parametersOf(rule, tongue)}
<h2>${say('disagree')}</h2>
<p>${DISAGREE[tongue]}</p>`;
  });
}

function figure(kind: 'bad' | 'good', { text, code, kind: of }: Example, tongue: Tongue): Html {
  const lang = of === 'policy' && tongue === 'en' ? html` lang="zh-CN"` : null;
  return html`<figure class="${kind}"><figcaption><b>${kind === 'bad' ? '✗' : '✓'} ${WORDS[kind][tongue]}</b>${text[tongue]}</figcaption>${code === undefined ? null : html`<pre${lang}>${code}</pre>`}</figure>`;
}

/** A message with its placeholders told apart from its words. */
function withPlaceholders(message: string): Piece {
  return message.split(/\{(\w+)\}/).map((part, at) => (at % 2 === 1 ? html`<var>${part}</var>` : part));
}

function clauseItem(id: Rule['clauses'][number], { knowledge }: RulePagesInput, tongue: Tongue): Html {
  const clause = knowledge.clauses.find((entry) => entry.id === id);
  if (clause === undefined) return html`<li><code>${id}</code></li>`;
  const instrument = knowledge.instruments.get(clause.instrument)?.name[tongue] ?? clause.instrument;
  return html`<li><a href="../clauses/${id}.html"><code>${id}</code> ${clause.name[tongue]}</a> · ${instrument}</li>`;
}

function basisTable({ basis }: Rule, { knowledge }: RulePagesInput, tongue: Tongue): Html {
  const rows = basis.map((cited) => {
    const instrument = knowledge.instruments.get(cited.instrument);
    const text = cited.verified ? WORDS.verified[tongue] : html`<span class="verify">${WORDS.unverified[tongue]}</span>`;
    const force = instrument === undefined ? '' : FORCE_NAMES[instrument.force][tongue];
    return html`<tr><th scope="row">${instrument?.name[tongue] ?? cited.instrument}</th><td>${placeOf(cited, tongue)}</td><td>${force}</td><td class="short">${text}</td></tr>`;
  });
  const heads = (['instrument', 'place', 'force', 'text'] as const).map(
    (word) => html`<th scope="col">${WORDS[word][tongue]}</th>`,
  );
  return html`<div class="scroll"><table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function parametersOf({ id, parameters }: Rule, tongue: Tongue): Html | null {
  const declared = Object.entries(parameters ?? {});
  if (declared.length === 0) return null;
  const heads = (['parameter', 'standard', 'bounds', 'meaning'] as const).map(
    (word) => html`<th scope="col">${WORDS[word][tongue]}</th>`,
  );
  const rows = declared.map(([name, parameter]) => {
    const standard = defaultOf(parameter);
    return html`<tr><th scope="row" class="short"><code>${name}</code></th><td>${standard === '' ? WORDS.nothing[tongue] : html`<code>${standard}</code>`}</td><td>${boundsOf(parameter, tongue)}</td><td>${parameter.description[tongue]}</td></tr>`;
  });
  return html`<h2>${WORDS.parameters[tongue]}</h2>
<div class="scroll"><table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>
<p>${WORDS.inRulebook[tongue]}</p>
<pre>${inRulebook(id, declared)}</pre>`;
}

/** The part of a rulebook file, in YAML, that gives a rule its defaults; JSON is YAML, so any value can be written that way. */
function inRulebook(id: string, declared: readonly (readonly [string, Parameter])[]): string {
  const values = declared.map(([name, parameter]) => `      ${name}: ${JSON.stringify(parameter.default)}`);
  return ['rules:', `  ${id}:`, '    parameters:', ...values].join('\n');
}
