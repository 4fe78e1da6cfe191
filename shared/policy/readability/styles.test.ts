import { zip } from '../../../test/support/policy-documents.ts';
import { knowledge } from '../../knowledge/index.ts';
import { readPolicyDocument } from '../index.ts';

/** The texts of the places that a page sets apart. */
async function setApart(content: string | Uint8Array, mediaType: string | null = 'text/html') {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const facts = await readPolicyDocument({ bytes, mediaType, fileName: null }, knowledge);
  const { smallPrint, emphasised } = facts.understanding!.readability;
  const texts = (ranges: typeof smallPrint) => ranges?.map((range) => facts.text.slice(...range)) ?? null;
  return { small: texts(smallPrint), strong: texts(emphasised) };
}

const REST = `<p>${'我们按照合法、正当、必要的原则处理您的个人信息。'.repeat(10)}</p>`;

test.each([
  ['pixels', '<p style="font-size: 11px">小字</p>'],
  ['points', '<p style="font-size:8pt">小字</p>'],
  ['a share of what is around', '<div style="font-size:14px"><p><span style="font-size:.8em">小字</span></p></div>'],
  ['<font>', '<p><font size="1">小字</font></p>'],
  ['<small> in a small text', '<div style="font-size:13px"><small>小字</small></div>'],
  [
    'a class',
    '<style>/* a */ @media print { .note { font-size: 20px } } p, .note { font-size: 10px; }</style><div class="x note">小字</div>',
  ],
  ['a tag with a class', '<style>div.note{font-size:10px}</style><p class=note>大字</p><div class=note>小字</div>'],
  ['the shorthand', '<p style="font: bold 10px/1.5 Arial">小字</p>'],
  ['faint grey', '<p style="color:#aaa">小字</p>'],
  ['grey by its share of black', '<p style="color: rgba(0, 0, 0, 0.3)">小字</p>'],
  ['grey on dark', '<div style="background:#333"><p style="color: rgb(90, 90, 90)">小字</p></div>'],
])('small print by %s', async (_, html) => {
  expect(
    (
      await setApart(
        html.replace('<p>大字', '<p style="font-size:16px">大字') + REST.replace('<p>', '<p style="font-size:16px">'),
      )
    ).small,
  ).toEqual(['小字']);
});

test.each([
  ['twelve pixels', '<p style="font-size:12px">文字</p>'],
  ['nine points', '<p style="font-size:9pt">文字</p>'],
  ['sizes that a script scales', '<p style="font-size:.24rem">文字</p><p style="font-size:3.2vw">文字</p>'],
  ['a share of an unknown size', '<div style="font-size:.3rem"><small>文字</small></div>'],
  ['dark grey', '<p style="color:#666">文字</p>'],
  ['white on a picture', '<div style="background:url(a.png)"><p style="color:#ccc">文字</p></div>'],
  ['white that gets its background elsewhere', '<p style="color:#fff">文字</p>'],
  ['a colour', '<p style="color:orange">文字</p><p style="color:#f5a">文字</p>'],
  [
    'other elements’ rules',
    '<style>.footer p { font-size: 10px } p:hover { font-size: 10px } @media (max-width: 9px) { p { font-size: 9px } }</style><p>文字</p>',
  ],
  ['a broken style sheet', '<style>p { font-size: 9px</style><p>文字</p>'],
])('no small print: %s', async (_, html) => {
  expect((await setApart(html + REST)).small).toEqual([]);
});

test.each([
  ['<b>', '<p>我们收集<b>人脸信息</b>。</p>'],
  ['<strong> across links', '<p>我们收集<strong>人脸<a href="/x">信息</a></strong>。</p>'],
  ['<u>', '<p>我们收集<u>人脸信息</u>。</p>'],
  ['a weight', '<p>我们收集<span style="font-weight: 700">人脸信息</span>。</p>'],
  ['an underline', '<p>我们收集<span style="text-decoration: underline dotted">人脸信息</span>。</p>'],
  ['a class', '<style>.key{font-weight:bold!important}</style><p>我们收集<span class="key">人脸信息</span>。</p>'],
  ['a cell', '<table><tr><th>类型</th><th>目的</th></tr><tr><td><b>人脸信息</b></td><td>核验</td></tr></table>'],
  ['white space around', '<p>  我们  收集 <b> 人脸信息 </b></p>'],
])('emphasised by %s', async (_, html) => {
  expect((await setApart(html + REST)).strong!.map((text) => text.trim())).toEqual(['人脸信息']);
});

test.each([
  ['links are underlined anyway', '<p><a style="text-decoration:underline" href="/x">文字</a></p>'],
  ['weight taken back', '<b><span style="font-weight:normal">文字</span></b>'],
  ['headings', '<h2>文字</h2>'],
])('not emphasised: %s', async (_, html) => {
  expect((await setApart(html + REST)).strong).toEqual([]);
});

test('where most of a text is bold nothing stands out', async () => {
  expect((await setApart(`<b>${REST}</b><p>文字</p>`)).strong).toEqual([]);
});

test('of very many places those are kept that name something', async () => {
  const html = `${'<p><b>文字</b>，其余的话写在后面。</p>'.repeat(300)}<p>我们收集<b>人脸识别特征</b>。</p>`;
  const { strong } = await setApart(html);
  expect(strong).toHaveLength(100);
  expect(strong).toContain('人脸识别特征');
});

test('places stay true where letters are folded and squeezed', async () => {
  const html = `<p>　ＡＢＣ　㎏\u200b  说明 <b>ＦＡＣＥ　　ＩＤ（㎏）</b>　尾</p>${REST}`;
  expect((await setApart(html)).strong).toEqual(['FACE ID(kg)']);
});

test('places stay true where the text is converted to simplified script', async () => {
  const html = `<p>當您註冊時，我們會收集您的<b>臉部資訊</b>，用於建立帳號；您可以於設定中關閉相機權限。</p>`;
  expect((await setApart(html)).strong).toEqual(['面部信息']);
});

test.each([
  ['text', '我们收集人脸信息。', 'text/plain'],
  ['Markdown', '# 政策\n\n我们收集**人脸信息**。\n', 'text/markdown'],
])('%s shows no styles', async (_, text, mediaType) => {
  expect(await setApart(text, mediaType)).toEqual({ small: null, strong: null });
});

test('a Word document shows the styles of its runs', async () => {
  const run = (properties: string, text: string) => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
  const body = `<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr>${run('', '我们按照法律规定处理您的个人信息，收集')}${run('<w:b/>', '人脸')}${run('<w:u w:val="single"/>', '信息')}${run('<w:b w:val="0"/>', '等')}${run('<w:sz w:val="15"/>', '小字')}${run('<w:color w:val="BFBFBF"/>', '浅字')}${run('<w:vanish/>', '不见')}${run('<w:sz w:val="21"/><w:color w:val="auto"/>', '后')}</w:p>`;
  const { small, strong } = await setApart(
    zip('word/document.xml', Buffer.from(`<w:document><w:body>${body}</w:body></w:document>`)),
    null,
  );
  expect({ small, strong }).toEqual({ small: ['小字浅字'], strong: ['人脸信息'] });
});
