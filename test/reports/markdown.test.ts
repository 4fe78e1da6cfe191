/** The report as Markdown: nothing foreign becomes markup, whatever reads it. */
import fc from 'fast-check';
import { DECISIONS } from '../../shared/domain/verdict.ts';
import { renderMarkdown } from '../../shared/pledge/reports/index.ts';
import { codeSpan, escaped } from '../../shared/pledge/reports/markdown-escape.ts';
import { visible } from '../../shared/pledge/visible.ts';
import { HOSTILE, sampleReport } from './support/sample-report.ts';

const decoded = (text: string): string => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
const oneLine = (text: string): string => visible(text).replace(/\s+/g, ' ').trim();
const anything = fc.string({
  unit: fc.oneof(fc.constantFrom(...'`*_[]()<>|~#@&\\!$:/.w\n- '), fc.string({ unit: 'binary', maxLength: 1 })),
});

test('escaped text reads as it was and marks nothing up', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const made = escaped(text);
      expect(decoded(made)).toBe(oneLine(text));
      expect(made).not.toMatch(/[\\`*{}[\]|~$<>@\n]|&(?!#\d+;)|(?<!&)#|:\/\/|www\./i);
      expect(made).not.toMatch(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u);
    }),
  );
});

test('a code span cannot be left', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const made = codeSpan(text);
      if (made === '–') return;
      const fence = /^`+/.exec(made)![0];
      expect(made.endsWith(fence)).toBe(true);
      const inner = made.slice(fence.length, -fence.length);
      for (const [run] of inner.matchAll(/`+/g)) expect(run.length).toBeLessThan(fence.length);
      expect(inner).not.toContain('\n');
      expect(inner.trim().replaceAll('\\|', '|')).toBe(oneLine(text));
    }),
  );
});

const skeleton = (text: string): string[] =>
  text.split('\n').map((line) => /^(?:#+ |\s*- |---$|\*\*)?/.exec(line)![0] + (line === '' ? '' : '…'));

describe('a report', () => {
  const plain = skeleton(renderMarkdown(sampleReport({ text: '«x»' })));

  test.each(HOSTILE.map((text) => [text.slice(0, 40), text]))('has the same lines with %j in it', (_, text) => {
    const made = renderMarkdown(sampleReport({ text }));
    expect(skeleton(made)).toEqual(plain);
    expect(made.length).toBeLessThan(1_000_000);
  });

  test.each(DECISIONS)('says what matters when the decision is %s', (decision) => {
    const report = sampleReport({ decision });
    const made = decoded(renderMarkdown(report));
    const finding = report.verdict.findings[0]!;
    for (const part of [
      report.decisionName.zh,
      finding.text.zh,
      finding.remedy.zh,
      finding.clauses[0]!,
      report.appeal.text.zh,
      '未检查的内容',
    ])
      expect(made).toContain(part);
    expect(renderMarkdown(report, 'en')).toContain(finding.text.en);
  });
});
