import { readableTarget } from '../../../shared/domain/report/code-names.ts';
import type { Bilingual } from '../../../shared/domain/text.ts';
import type { Knowledge } from '../../../shared/knowledge/types.ts';
import type { Language } from '../console.ts';
import { escapeForTerminal } from '../escape.ts';
import { Page } from '../present/page.ts';
import type { Proposal, Proposals } from './propose.ts';

const WORDS = {
  proposals: { zh: '建议收录的第三方代码', en: 'Third-party code to be known' },
  examples: { zh: '例如', en: 'for example' },
  callers: { zh: '调用方', en: 'called from' },
  startCalls: { zh: '启动或同意方法', en: 'starts or consent' },
  information: { zh: '可调用的个人信息', en: 'information it can call for' },
  components: { zh: '组件', en: 'components' },
  versions: { zh: '版本', en: 'versions' },
  hosts: { zh: '域名', en: 'hosts' },
  nativeLibraries: { zh: '原生库', en: 'native libraries' },
  plugins: { zh: '插件', en: 'plugins' },
  metaData: { zh: 'meta-data', en: 'meta-data' },
  maven: { zh: '构件坐标', en: 'artefacts' },
  skipped: { zh: '未能读取的应用', en: 'Apps that could not be read' },
  json: {
    zh: '加 --json 得到可填写的条目，填好后用 sdks check 校验',
    en: 'with --json there are entries to be filled in; check them with sdks check',
  },
  approximate: { zh: '命名空间过多，计数可能偏低', en: 'there were too many namespaces: counts may be too low' },
} as const satisfies Record<string, Bilingual>;

/** Names of a kind that a line lists; the JSON has more. */
const SHOWN = 4;

/** What should be known about SDKs, the commonest first, for whoever keeps the knowledge. */
export function presentProposals(made: Proposals, knowledge: Knowledge, language: Language): string {
  const page = new Page(language);
  const { apps, namespaces, proposals, skipped } = made;
  const summary = {
    zh: `${apps} 个应用，${namespaces} 个未知的命名空间，列出 ${proposals.length} 个`,
    en: `${apps} apps, ${namespaces} unknown namespaces, ${proposals.length} listed`,
  };
  page.heading(WORDS.proposals, page.inline(summary, ' / '));
  for (const proposal of proposals) presentProposal(page, proposal, knowledge);
  if (proposals.length > 0) page.paragraph(WORDS.json, 0);
  if (made.approximate) page.paragraph(WORDS.approximate, 0);
  if (skipped.count > 0) page.heading(WORDS.skipped, String(skipped.count));
  for (const { app, reason } of skipped.first) page.line(`${escapeForTerminal(app)}: ${escapeForTerminal(reason)}`);
  return page.toString();
}

function presentProposal(page: Page, proposal: Proposal, knowledge: Knowledge): void {
  const { prefix, apps, classes, company, examples } = proposal;
  const size = classes.least === classes.most ? `${classes.most}` : `${classes.least}–${classes.most}`;
  page.line(`${prefix}  ${page.inline({ zh: `${apps} 个应用，${size} 个类`, en: `${apps} apps, ${size} classes` }, ' / ')}`);
  const list = (
    name: Bilingual,
    of: readonly { readonly name: string; readonly apps: number }[],
    shown = (text: string) => text,
  ) => {
    if (of.length === 0) return;
    const named = of.slice(0, SHOWN).map(({ name: own, apps: count }) => `${escapeForTerminal(shown(own))} (${count})`);
    page.line(`${page.inline(name)}: ${named.join(', ')}${of.length > SHOWN ? ' …' : ''}`, 4);
  };
  page.line(`${page.inline(WORDS.examples)}: ${examples.map(escapeForTerminal).join(', ')}`, 4);
  list(WORDS.callers, proposal.callers);
  list(WORDS.startCalls, proposal.startCalls);
  list(WORDS.information, proposal.information, (type) => {
    const name = knowledge.piTypes.get(type)?.name;
    return name === undefined ? type : page.inline(name, '/');
  });
  list({ zh: '所调用的接口', en: 'what it calls' }, proposal.calls, readableTarget);
  list(WORDS.components, [...proposal.providers, ...proposal.components]);
  list(WORDS.versions, proposal.versions);
  for (const kind of ['hosts', 'nativeLibraries', 'plugins', 'metaData', 'maven'] as const) list(WORDS[kind], company[kind]);
}
