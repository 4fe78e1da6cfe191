import type { Rule } from '../checks/rule.ts';
import { CHECK_NAMES } from '../domain/check.ts';
import type { Bilingual } from '../domain/text.ts';
import type { Verdict } from '../domain/verdict.ts';
import { FACT_NAMES } from './fact-names.ts';
import type { Report } from './report.ts';

type Unchecked = Report['notChecked'][number];

/**
 * Everything that this review did not look at or could not decide, what weighs most first: checks that did not run, code that could not be
 * read, parts that could not be read, rules without their facts, rules that the store switched off or only observes, and what no static
 * review can see. Nobody may read silence about these as innocence.
 */
export function reportUnchecked(verdict: Verdict, rules: readonly Rule[]): Unchecked[] {
  const titles = new Map<string, Bilingual>(rules.map((rule) => [rule.id, rule.title]));
  const titleOf = (rule: string) => titles.get(rule) ?? { zh: rule, en: rule };
  const { missing, notAssessed, off, observing } = verdict.checks;
  return [
    ...missing.map(
      ({ check, reason }): Unchecked => ({
        kind: 'check-missing',
        place: check,
        text: {
          zh: `${CHECK_NAMES[check].zh}没有完成：${reason.zh}`,
          en: `${CHECK_NAMES[check].en} did not complete: ${reason.en}`,
        },
      }),
    ),
    ...ofCoverage(verdict),
    ...verdict.gaps.map(({ place, message }): Unchecked => ({ kind: 'gap', place, text: message })),
    ...notAssessed.map(({ rule, missing: facts }): Unchecked => {
      const names = (language: 'zh' | 'en') => facts.map((fact) => FACT_NAMES[fact]?.[language] ?? fact);
      return {
        kind: 'not-assessed',
        place: rule,
        text: {
          zh: `${titleOf(rule).zh}：缺少${names('zh').join('、')}，未能评估`,
          en: `${titleOf(rule).en}: not assessed without ${names('en').join(', ')}`,
        },
      };
    }),
    ...off.map((rule): Unchecked => ({ kind: 'off', place: rule, text: titleOf(rule) })),
    ...observing.map((rule): Unchecked => ({ kind: 'observing', place: rule, text: titleOf(rule) })),
    { kind: 'limits', place: null, text: verdict.limits },
  ];
}

function ofCoverage({ coverage: { level, reasons } }: Verdict): Unchecked[] {
  if (level === 'full') return [];
  const because = (language: 'zh' | 'en', joint: string) => reasons.map((reason) => reason[language]).join(joint);
  const [zh, en] =
    level === 'none'
      ? ['代码未能读取', 'The code could not be read']
      : ['代码只读取了一部分', 'Only part of the code could be read'];
  return [
    {
      kind: 'coverage',
      place: null,
      text: {
        zh: reasons.length > 0 ? `${zh}：${because('zh', '；')}` : zh!,
        en: reasons.length > 0 ? `${en}: ${because('en', '; ')}` : en!,
      },
    },
  ];
}
