import { loadRules } from '../../shared/checks/registry.ts';
import type { Rule } from '../../shared/checks/rule.ts';
import type { Bilingual } from '../../shared/domain/text.ts';
import { knowledge } from '../../shared/knowledge/index.ts';

/** What messages call instruments that have no title in 《》, and the ids they mean. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  '信管函〔2020〕164号': 'miit-164-2020',
  '信管函〔2021〕292号': 'miit-292-2021',
  '信管函〔2023〕26号': 'miit-26-2023',
  '信管〔2023〕105号': 'miit-105-2023',
  'GB/T 35273-2020': 'gbt-35273-2020',
  'GB/T 41391-2022': 'gbt-41391-2022',
  深圳市指引: 'sz-guideline-2025',
  '2026年专项行动': 'campaign-2026',
};

/** 十七 → 17, 五十 → 50, 四十一 → 41: article numbers below a hundred. */
function numberOf(chinese: string): number {
  const [tens, ones] = chinese.includes('十') ? chinese.split('十') : ['零', chinese];
  const digit = (text: string | undefined, none: number) => (text ? '零一二三四五六七八九'.indexOf(text) : none);
  return digit(tens, 1) * 10 + digit(ones, 0);
}

function instrumentsIn(text: string): string[] {
  const titled = [...knowledge.instruments.values()].filter(({ name }) => text.includes(`《${name.zh}》`)).map(({ id }) => id);
  const others = Object.entries(OTHER_NAMES).flatMap(([name, id]) => (text.includes(name) ? [id] : []));
  return [...titled, ...others];
}

function articlesIn(text: string): { instrument: string; article: string }[] {
  return [...text.matchAll(/《([^》]+)》((?:第[一二三四五六七八九十]+条[、至]?)+)/g)].flatMap(([, name, articles]) =>
    [...articles!.matchAll(/第([一二三四五六七八九十]+)条/g)].map(([, article]) => ({
      instrument: name!,
      article: String(numberOf(article!)),
    })),
  );
}

function articlesOf(rule: Rule, instrument: string): string[] {
  const cited = rule.basis.filter((basis) => knowledge.instruments.get(basis.instrument)?.name.zh === instrument);
  return cited.flatMap(({ article }) => (article ?? '').split(/[,、]\s*/));
}

const messages = (await loadRules()).flatMap((rule) =>
  Object.entries(rule.messages).map(([key, text]): [string, Rule, Bilingual] => [`${rule.id} ${key}`, rule, text]),
);

test('Chinese numbers', () => {
  expect(['六', '十', '十七', '二十一', '五十', '四十五'].map(numberOf)).toEqual([6, 10, 17, 21, 50, 45]);
});

test.each(messages)('%s cites what its rule rests on, and says what nobody has verified', (_name, rule, { zh, en }) => {
  const instruments = instrumentsIn(zh);
  expect(instruments).not.toEqual([]);
  expect(rule.basis.map(({ instrument }) => instrument)).toEqual(expect.arrayContaining(instruments));
  for (const { instrument, article } of articlesIn(zh)) expect(articlesOf(rule, instrument)).toContain(article);
  const unverified = instruments.filter((id) => rule.basis.every(({ instrument, verified }) => instrument !== id || !verified));
  if (unverified.length > 0) expect([zh.includes('须核对'), en.includes('verify')]).toEqual([true, true]);
});
