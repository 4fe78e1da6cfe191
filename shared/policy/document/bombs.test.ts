/** Documents made to keep a reader busy: each ends with text, or with a reason, and leaves a gap where it was not read whole. */
import { pdf, zip, zipOf } from '../../../test/support/policy-documents.ts';
import { knowledge } from '../../knowledge/index.ts';
import { readPolicyDocument } from '../index.ts';
import type { Block } from './document.ts';
import { readHtml } from './html.ts';
import { LIMITS } from './limits.ts';
import { readDocument } from './read.ts';

/** Milliseconds after which a test hangs, on a busy machine too: what is quadratic takes minutes. */
const HANGS = 120_000;

async function read(content: string | Uint8Array, mediaType: string | null = null) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const facts = await readPolicyDocument({ bytes, mediaType, fileName: null }, knowledge);
  return { facts, gaps: [...new Set(facts.gaps.map(({ code }) => code))] };
}

/** The gaps of a document that has text, and no more of it than is read; the text itself is not judged. */
async function gapsOf(bytes: Uint8Array): Promise<string[]> {
  const reading = await readDocument({ bytes, mediaType: null, fileName: null });
  if (!reading.ok) throw new Error(reading.reason);
  expect(lengthOf(reading.document.blocks)).toBeLessThanOrEqual(LIMITS.characters);
  return [...new Set(reading.document.gaps.map(({ code }) => code))];
}

const times = (count: number, piece: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => piece(index)).join('');

/** Characters of all blocks. */
const lengthOf = (blocks: readonly Block[]) =>
  blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.flat().join('').length : block.text.length), 0);

/** The gap of a document that was not read whole. */
const CUT = ['policy-truncated'];

describe('pages', () => {
  test.each([
    ['attributes without end', `<html><p ${times(300_000, (index) => `a${index}=1 `)}>收集</p>`, []],
    ['entities', `<html><p>${'&amp;'.repeat(1_000_000)}`, CUT],
    ['entities that are none', `<html><p>${'&#x110000;&bogus;&'.repeat(280_000)}`, CUT],
    ['elements that never end', `<html>${'<p><span><a href=x><li><td><b>收'.repeat(50_000)}`, CUT],
    ['nothing but white space', `<html><p>收${' \n'.repeat(2_500_000)}`, []],
    ['tables in tables in tables', `<html>${'<table><tr><td>甲<td>乙<tr><td>'.repeat(10_000)}收${'</table>'.repeat(10_000)}`, []],
    ['empty cells', `<html><table>${'<tr><td>甲<td><td><td><td><td><td>'.repeat(40_000)}</table>`, CUT],
    [
      'a style for each letter',
      `<html>${times(35_000, (index) => `<p style="font-size:${index}px;color:#${index % 900}">收<b>集</b>`)}`,
      CUT,
    ],
    ['rules of style', `<html><style>${times(100_000, (index) => `.c${index}{font-size:9px}`)}</style><p class="c1 c2">收`, []],
    ['groups of rules', `<html><style>${'@media{'.repeat(300_000)}</style><p>收`, []],
    ['images where a list should be', `<html><p>${'清单<img src=x>'.repeat(150_000)}`, ['image-content']],
    ['areas in areas', `<html>${'<div class=menu>'.repeat(150_000)}收`, []],
    ['terms', `<html><dl>${'<dt>名<dd>值'.repeat(50_000)}`, CUT],
    ['marks in one paragraph', `<html><p>${'<b>收</b>集'.repeat(160_000)}`, CUT],
    ['links', `<html>${times(60_000, (index) => `<a href="#x${index}" aria-controls="y${index}">收</a>`)}`, []],
    ['scripts in scripts', `<html><script>${'<!--<script>'.repeat(300_000)}`, []],
    ['comments', `<html>${'<!--'.repeat(1_000_000)}`, []],
    ['titles', `<html>${'<title>收集'.repeat(300_000)}`, []],
    ['hidden elements', `<html>${'<div hidden>'.repeat(100_000)}收集`, []],
    ['bare brackets', `<html>收${'<'.repeat(5_000_000)}`, CUT],
  ])(
    '%s',
    async (_, page, expected) => {
      expect(await gapsOf(new TextEncoder().encode(page))).toEqual(expected);
    },
    HANGS,
  );

  test.each([
    ['many tiny tables', `<html>${'<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>'.repeat(7_000)}`, CUT],
    ['a row of cells without end', `<html><table><tr>${'<td><b>甲</b>'.repeat(40_000)}<tr><td>乙</table>`, CUT],
    ['rows of text', '收\t集\n'.repeat(10_000), []],
  ])(
    'judged to the end: %s',
    async (_, page, expected) => {
      const { facts, gaps } = await read(page);
      expect(facts.outcome).toBe('read');
      expect(gaps).toEqual(expected);
    },
    HANGS,
  );

  test('a cell over many rows is not repeated without end', () => {
    const page = `<html><table>${`<tr>${`<td rowspan=40>${'甲乙丙丁'.repeat(80)}`.repeat(20)}`.repeat(40)}</table>`;
    expect(lengthOf(readHtml(page).blocks)).toBeLessThan(3 * LIMITS.characters);
    const deep = `${'<table><tr><th>名<th>称<tr><td rowspan=40>'.repeat(19)}甲${'</td><td>x<tr><td>y</table>'.repeat(19)}`;
    expect(lengthOf(readHtml(`<html>${deep}`).blocks)).toBeLessThan(100_000);
  });
});

describe('letters that no policy needs', () => {
  const plain = '示例地图隐私政策\n当您注册时，我们收集手机号码用于创建账号。';
  test.each([
    ['NULs', plain.replaceAll('我', '\u0000我\u0000')],
    ['directions of writing', plain.replaceAll('我', '\u202e我\u202c\u2067').replaceAll('手', '\u200f手')],
    ['zero widths', [...plain].join('\u200b')],
    ['a byte-order mark in the text', plain.replaceAll('手', '\ufeff手')],
  ])('%s change nothing', async (_, text) => {
    const expected = (await read(plain)).facts.text;
    expect((await read(text, 'text/plain')).facts.text).toBe(expected);
    const page = `<!doctype html><p>${text.replace('\n', '<p>')}`;
    expect((await read(page)).facts.text).toBe(expected);
  });

  test('halves of letters and letters that are none end as text', async () => {
    for (const letter of ['&#xd800;', '&#xdfff;&#xd800;', '&#0;', '&#x10ffff;', '&#xfdd0;'])
      expect((await read(`<!doctype html><p>我们收集${letter}手机号码</p>`)).facts.types.map(({ type }) => type)).toBeDefined();
    const utf16 = Buffer.from(`\ufeff${plain}\ud800${plain}`, 'utf16le');
    expect((await read(utf16)).facts.text).toContain('我们收集手机号码');
  });
});

/** 隐私政策：我们收集您的手机号码，用于注册。 in GB18030, which Node can decode but not encode. */
const GB = Buffer.from('d2fecbbdd5feb2dfa3baced2c3c7cad5bcafc4fab5c4cad6bbfabac5c2eba3acd3c3d3dad7a2b2e1a1a3', 'hex');

describe('declared in another encoding than written', () => {
  const saying = '我们收集您的手机号码';
  test.each(['text/html; charset=utf-8', 'text/plain; charset=UTF-8', 'text/html; charset=x-none', null])(
    'GB18030 as %s',
    async (mediaType) => {
      const page = Buffer.concat([
        Buffer.from('<html><head><meta charset="utf-8"></head><body><p>'),
        GB,
        Buffer.from('</p></body>'),
      ]);
      expect((await read(mediaType?.startsWith('text/plain') ? GB : page, mediaType)).facts.text).toContain(saying);
    },
  );

  test.each([
    'text/html; charset=gb2312',
    'text/html; charset=gb18030',
    'text/html; charset=iso-8859-1',
    'text/html; charset=big5',
  ])('UTF-8 as %s', async (mediaType) => {
    expect((await read(`<html><meta charset=gbk><body><p>隐私政策：${saying}。</p>`, mediaType)).facts.text).toContain(saying);
  });
});

describe('PDF', () => {
  test(
    'two hundred pages are read to the last',
    async () => {
      const pages = Array.from(
        { length: 200 },
        (_, page) => `第${page + 1}页的内容\n我们按照合法正当必要的原则处理您的个人信息。`,
      );
      const { facts, gaps } = await read(pdf(pages));
      expect(facts.text).toContain('第200页的内容');
      expect(gaps).toEqual([]);
    },
    HANGS,
  );

  test(
    'more pages than are read are a gap',
    async () => {
      const { facts, gaps } = await read(
        pdf(Array.from({ length: LIMITS.pages + 1 }, (_, page) => `第${page + 1}页的内容，我们收集您的信息。`)),
      );
      expect(facts.text).toContain(`第${LIMITS.pages}页`);
      expect(facts.text).not.toContain(`第${LIMITS.pages + 1}页`);
      expect(gaps).toEqual(CUT);
    },
    HANGS,
  );
});

describe('DOCX', () => {
  const docx = (body: string) => zip('word/document.xml', Buffer.from(`<w:document><w:body>${body}</w:body></w:document>`));
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const cell = (text: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${text === '' ? '<w:p/>' : paragraph(text)}</w:tc>`;
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;

  test.each([
    [
      'tables in tables',
      docx(`${'<w:tbl><w:tr><w:tc>'.repeat(10_000)}${paragraph('收集')}${'</w:tc></w:tr></w:tbl>'.repeat(10_000)}`),
      [],
    ],
    ['paragraphs without end', docx(paragraph('收集').repeat(40_000)), CUT],
    ['tags that never end', docx(`${paragraph('收集')}${'<w:p '.repeat(1_000_000)}`), []],
    ['attributes without end', docx(`${paragraph('收集')}<w:p ${'a="1" '.repeat(300_000)}/>`), []],
    ['entities', docx(`<w:p><w:r><w:t>${'&amp;&#x41;&none;'.repeat(70_000)}</w:t></w:r></w:p>`), CUT],
    [
      'cells over a million columns',
      docx(`<w:tbl>${row(cell('甲', '<w:gridSpan w:val="1000000"/>'), cell('乙')).repeat(3_000)}</w:tbl>`),
      [],
    ],
  ])(
    '%s',
    async (_, file, expected) => {
      expect(await gapsOf(file)).toEqual(expected);
    },
    HANGS,
  );

  test(
    'a part that inflates beyond measure is not inflated',
    async () => {
      const bomb = zipOf([
        ['[Content_Types].xml', Buffer.from('<Types/>')],
        ['word/document.xml', Buffer.alloc(LIMITS.docxPart + 1, '<w:p/>')],
      ]);
      expect(bomb.length).toBeLessThan(200_000);
      expect((await read(bomb)).facts).toMatchObject({ outcome: 'unreadable', reason: 'too-large' });
    },
    HANGS,
  );

  test('cells over columns and rows keep their place', async () => {
    const table = `<w:tbl>${row(cell('SDK名称'), cell('运营方'), cell('目的'), cell('信息'))}
      ${row(cell('甲SDK'), cell('甲公司', '<w:vMerge w:val="restart"/>'), cell('推送', '<w:gridSpan w:val="2"/>'))}
      ${row(cell('乙SDK'), cell('', '<w:vMerge/>'), cell('支付'), cell('订单'))}
      ${row(cell('丙SDK'), cell('', '<w:vMerge w:val="continue"/>'), cell('地图'), cell('位置'))}</w:tbl>`;
    const { facts } = await read(docx(paragraph('第三方SDK如下：') + table));
    expect(facts.sdkRows.map(({ name, operator, purpose, types }) => [name, operator, purpose, types])).toEqual([
      ['甲SDK', '甲公司', '推送', ''],
      ['乙SDK', '甲公司', '支付', '订单'],
      ['丙SDK', '甲公司', '地图', '位置'],
    ]);
  });

  test('a picture where a list should be is a gap', async () => {
    const file = docx(
      `${paragraph('第三方SDK目录如下：')}<w:p><w:r><w:drawing><wp:inline/></w:drawing></w:r></w:p>${paragraph('我们收集手机号码。')}`,
    );
    expect((await read(file)).gaps).toEqual(['image-content']);
  });
});
