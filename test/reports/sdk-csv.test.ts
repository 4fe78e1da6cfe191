/** The list of SDKs as CSV: read as a spreadsheet reads it. */
import { REPORT_LANGUAGES, renderReport, renderSdkCsv } from '../../shared/pledge/reports/index.ts';
import { parsedCsv } from '../support/parsed-csv.ts';
import { HOSTILE, sampleReport } from './support/sample-report.ts';

const HEAD = parsedCsv(renderSdkCsv(sampleReport()))[0]!;
const column = (name: string): number => HEAD.findIndex((head) => head.startsWith(name));
/** The cell of the sample that has everything. */
const cellOf = (name: string, language: 'zh' | 'en' | 'both' = 'zh'): string => {
  const rows = parsedCsv(renderSdkCsv(sampleReport(), language));
  return rows.find((row) => /示例统计|Sample Analytics/.test(row[0]!))![column(name)]!;
};

test('begins with the mark of UTF-8 and a head in both languages, Chinese first, whatever the language', () => {
  const report = sampleReport();
  for (const language of REPORT_LANGUAGES) {
    const written = renderReport(report, 'csv', language);
    expect(written.startsWith('\ufeff名称 Name,版本 Version,运营方 Operator,')).toBe(true);
    expect(parsedCsv(written)[0]).toEqual(HEAD);
  }
});

test.each([
  ['名称', '示例统计'],
  ['版本', '9.4.0；示例文字（待核实）'],
  ['运营方', '示例数据有限公司'],
  ['类别', '统计分析'],
  ['使用目的', '示例文字'],
  ['收集的个人信息', '国际移动设备识别码'],
  ['代码可调用', '国际移动设备识别码（2 处：示例文字, 示例文字）；精确位置（1 处：示例文字）'],
  ['权限', 'android.permission.READ_PHONE_STATE（应用已申请）；android.permission.CAMERA'],
  ['隐私政策链接', 'https://sample.example/privacy'],
  ['级别', '有启动入口（残桩：类太少或没有实质代码；代码已改名混淆；另有内嵌副本；随示例聚合带入）'],
  ['启动', '由应用的 Application.onCreate 示例文字 启动（com.sample.Core.start），先于任何页面和同意判断'],
  ['披露情况', '隐私政策：只提到其运营方；上架信息：已申报'],
  ['政策原文', '示例文字；示例文字'],
])('%s', (name, cell) => {
  expect(cellOf(name)).toBe(cell);
});

test('the evidence says by what it was found, where the version is said, and who calls', () => {
  const evidence = cellOf('证据');
  for (const part of ['代码包 示例文字', '… +2', '改名的代码 示例文字 (30/42)', '版本 9.4.0：代码常量', '调用方', '示例理由'])
    expect(evidence).toContain(part);
});

test('one language, or both with Chinese first', () => {
  expect(cellOf('名称', 'en')).toBe('Sample Analytics');
  expect(cellOf('名称', 'both')).toBe('示例统计 / Sample Analytics');
  expect(cellOf('版本', 'both')).toBe('9.4.0；示例文字（待核实） / 9.4.0; 示例文字 (to be verified)');
});

test('what is not known is called unknown, and what limits the list stands below it', () => {
  const report = sampleReport();
  const sdks = report.sdks.map((sdk) => ({ ...sdk, versions: [], operator: null, takes: [], collects: 'unknown' as const }));
  const notes = [{ zh: '安装包经过加固', en: 'The package is packed' }];
  const thirdParty = { mayHideMore: true, notes, unknown: [], unknownOmitted: 0 };
  const rows = parsedCsv(renderSdkCsv({ sdks, thirdParty }));
  expect(rows).toHaveLength(1 + sdks.length + 1);
  for (const row of rows.slice(1, -1)) expect([row[1], row[2], row[5]]).toEqual(['未知', '未知', '未知']);
  expect(rows.at(-1)![0]).toBe('注：安装包经过加固');
});

test('code that nobody knows has a row of its own, of which only what is seen is told', () => {
  const row = parsedCsv(renderSdkCsv(sampleReport())).find(([name]) => name!.startsWith('未识别的第三方代码'))!;
  const told = ['名称', '运营方', '代码可调用', '级别', '证据'].map((name) => row[column(name)]);
  expect(told).toEqual([
    '未识别的第三方代码 示例文字',
    '未知',
    '国际移动设备识别码（2 处：示例文字, 示例文字）；精确位置（1 处：示例文字）',
    '代码在包中',
    '7 个类；调用方 示例文字, 示例文字',
  ]);
});

test.each(HOSTILE)('%j stays text in its cell', (text) => {
  const report = sampleReport({ text });
  const rows = parsedCsv(renderSdkCsv(report, 'both'));
  const plain = parsedCsv(renderSdkCsv(sampleReport(), 'both'));
  expect(rows.map((row) => row.length)).toEqual(plain.map((row) => row.length));
  for (const cell of rows.flat()) {
    expect(cell.trimStart()).not.toMatch(/^[=+\-@|]/);
    expect(cell).not.toMatch(/(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u);
    expect(cell.length).toBeLessThan(32_767);
  }
});
