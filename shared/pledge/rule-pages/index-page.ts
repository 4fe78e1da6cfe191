import type { Rule } from '../../checks/rule.ts';
import { CHECK_NAMES, CHECKS } from '../../domain/check.ts';
import { SEVERITY_NAMES } from '../../domain/report/names.ts';
import { SEVERITIES } from '../../domain/severity.ts';
import type { Bilingual } from '../../domain/text.ts';
import { type Html, html } from '../html.ts';
import { clausesInOrder, type RulePagesInput, rulesOfCheck, rulesOfClause } from './input.ts';
import { both, sideBySide } from './page.ts';
import { CEILING_MEANS, KIND_NAMES, WORDS } from './words.ts';

/** The index: every rule by its check, by clause, and by the strongest decision it may cause. Found by the browser's own search. */
export function indexPage(input: RulePagesInput): string {
  const title = WORDS.rules;
  const count = String(input.rules.length);
  return sideBySide(
    { title, way: [{ name: title }], version: input.version },
    html`<h1>${spoken(title)}</h1>
<p>应用上架前的自动审核共有 ${count} 条规则，只读取安装包、上架信息和隐私政策，不运行应用。每条规则写明检查什么、依据是什么、最多导致什么结论，以及怎样整改。</p>
<p lang="en">The automatic review before an app is listed has ${count} rules; they read package, listing and policy and never run the app. Each says what it looks at, on what legal basis, how far it may go and what to do.</p>
<nav aria-label="${WORDS.index.zh} / ${WORDS.index.en}"><ul>
<li><a href="#checks">${spoken(WORDS.byCheck)}</a><ul>${CHECKS.map((check) => html`<li><a href="#${check}">${spoken(CHECK_NAMES[check])}</a> · ${rulesOfCheck(input, check).length}</li>`)}</ul></li>
<li><a href="#clauses">${spoken(WORDS.byClause)}</a> · ${input.knowledge.clauses.length}</li>
<li><a href="#ceilings">${spoken(WORDS.byCeiling)}</a></li>
</ul></nav>
<h2 id="checks">${spoken(WORDS.byCheck)}</h2>
${CHECKS.map((check) => html`<h3 id="${check}">${spoken(CHECK_NAMES[check])}</h3>\n${rulesTable(rulesOfCheck(input, check))}`)}
<h2 id="clauses">${spoken(WORDS.byClause)}</h2>
${clausesTable(input)}
<h2 id="ceilings">${spoken(WORDS.byCeiling)}</h2>
${[...SEVERITIES].reverse().map((severity) => {
  const rules = input.rules.filter(({ ceiling }) => ceiling === severity);
  return html`<h3 id="${severity}"><span class="tag ${severity}">${spoken(SEVERITY_NAMES[severity])}</span> ${rules.length}</h3>
<p>${CEILING_MEANS[severity].zh}<span lang="en"> ${CEILING_MEANS[severity].en}</span></p>
<ul>${rules.map((rule) => html`<li>${linkTo(rule)} ${rule.title.zh}</li>`)}</ul>`;
})}`,
  );
}

/** Both languages in one line of text. */
function spoken({ zh, en }: Bilingual): Html {
  return html`${zh} <span lang="en">${en}</span>`;
}

const linkTo = ({ id }: Rule): Html => html`<a href="${id}.html"><code>${id}</code></a>`;

function rulesTable(rules: readonly Rule[]): Html {
  return html`<div class="scroll"><table><thead><tr><th scope="col">${spoken(WORDS.rule)}</th><th scope="col">${spoken(WORDS.what)}</th><th scope="col">${spoken(WORDS.ceiling)}</th></tr></thead>
<tbody>${rules.map(
    (rule) =>
      html`<tr><th scope="row">${linkTo(rule)}</th><td>${both(rule.title)}</td><td><span class="tag ${rule.ceiling}">${spoken(SEVERITY_NAMES[rule.ceiling])}</span></td></tr>`,
  )}</tbody></table></div>`;
}

function clausesTable(input: RulePagesInput): Html {
  return html`<div class="scroll"><table><thead><tr><th scope="col">${spoken(WORDS.clause)}</th><th scope="col">${spoken(WORDS.what)}</th><th scope="col">${spoken(WORDS.decides)}</th><th scope="col">${spoken(WORDS.rule)}</th></tr></thead>
<tbody>${clausesInOrder(input).map(
    (clause) =>
      html`<tr><th scope="row" class="short"><a href="clauses/${clause.id}.html"><code>${clause.id}</code></a></th><td>${both(clause.name)}</td><td>${both(KIND_NAMES[clause.kind])}</td><td>${rulesOfClause(input, clause.id).length}</td></tr>`,
  )}</tbody></table></div>`;
}
