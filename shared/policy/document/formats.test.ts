import fc from 'fast-check';
import { pdf, zip, zipOf } from '../../../test/support/policy-documents.ts';
import type { Block } from './document.ts';
import { LIMITS } from './limits.ts';
import { readDocument } from './read.ts';

const read = (content: string | Uint8Array, mediaType: string | null = null, fileName: string | null = null) =>
  readDocument({ bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content, mediaType, fileName });

async function blocksOf(content: string | Uint8Array, mediaType: string | null = null): Promise<readonly Block[]> {
  const reading = await read(content, mediaType);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.document.blocks;
}

describe('HTML', () => {
  test('keeps headings, lists and tables; leaves out what readers do not see', async () => {
    const blocks = await blocksOf(`<!doctype html><html><head><title>示例地图隐私政策</title><style>p{}</style></head><body>
      <nav>首页 登录</nav><script>var 隐藏 = 1;</script><div hidden>看不见一</div><p style="display: none">看不见二</p>
      <h2>一、收集</h2><p>我们收集<b>手机号</b>。<br>用于注册。</p><ul><li>位置</li><li>相机</ul>
      <table><tr><th>SDK名称</th><th>运营方</th></tr><tr><td>甲SDK</td><td rowspan="2">甲公司</td></tr><tr><td>乙SDK</td></tr></table>
      </body></html>`);
    expect(blocks).toEqual([
      { kind: 'heading', level: 2, text: '一、收集' },
      { kind: 'paragraph', text: '我们收集手机号。', marks: [{ kind: 'strong', from: 4, to: 7 }] },
      { kind: 'paragraph', text: '用于注册。' },
      { kind: 'item', text: '位置' },
      { kind: 'item', text: '相机' },
      {
        kind: 'table',
        rows: [
          ['SDK名称', '运营方'],
          ['甲SDK', '甲公司'],
          ['乙SDK', '甲公司'],
        ],
      },
    ]);
  });

  test('text after an unclosed hidden paragraph is seen again', async () => {
    expect(await blocksOf('<body><p hidden>甲<p>乙</body>')).toEqual([{ kind: 'paragraph', text: '乙' }]);
  });

  test('a table used for layout gives its text to the flow', async () => {
    const blocks = await blocksOf(
      '<table><tr><td>外<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>后</td></tr></table>',
    );
    expect(blocks.map((block) => (block.kind === 'table' ? block.rows.flat().join('') : block.text))).toEqual([
      '外',
      'abcd',
      '后',
    ]);
  });

  test('lists that are images are gaps, links are kept with the words before them', async () => {
    const reading = await read(
      '<p>第三方SDK清单如下：</p><img src="sdk.png"><p>详见<a href="https://a.cn/sdk">第三方<b>SDK</b>目录</a><a href="#x">SDK清单</a></p>',
    );
    expect(reading.ok && reading.document.gaps.map((gap) => [gap.code, gap.place])).toEqual([['image-content', 'sdk.png']]);
    expect(reading.ok && reading.document.links).toEqual([
      { text: '第三方SDK目录', href: 'https://a.cn/sdk', before: '第三方SDK清单如下：详见' },
      { text: 'SDK清单', href: '#x', before: '第三方SDK清单如下：详见第三方SDK目录' },
    ]);
  });

  test('what sends the reader on is told', async () => {
    const signs = async (html: string) => {
      const reading = await read(html, 'text/html');
      return reading.ok ? reading.document.page : undefined;
    };
    expect(await signs('<head><meta http-equiv="Refresh" content="0; URL=\'/p.html\'"><base href="/a/"></head>')).toMatchObject({
      refresh: '/p.html',
      base: '/a/',
    });
    expect(await signs('<noscript><meta http-equiv=refresh content="0;url=/no"></noscript>')).toMatchObject({ refresh: null });
    expect(await signs('<meta http-equiv=refresh content="300;url=/later"><p>正文')).toMatchObject({ refresh: null });
    expect(await signs('<script>if (1) { window.location.href = "/p?a=1"; }</script>')).toMatchObject({ scriptTarget: '/p?a=1' });
    expect(await signs("<script>top.location.replace('/q')</script>")).toMatchObject({ scriptTarget: '/q' });
    expect(await signs('<script>mylocation = "/q"</script>')).toMatchObject({ scriptTarget: null });
    expect(await signs('<iframe src="/p.html"></iframe><iframe src="about:blank"></iframe>')).toMatchObject({
      frames: 2,
      frameSources: ['/p.html'],
    });
  });
});

test('Markdown: headings, tables, items, links', async () => {
  const blocks = await blocksOf(
    '# 隐私政策\n\n**我们**收集 [手机号](https://a.cn)。\n\n- 位置\n\n| SDK | 公司 |\n|---|---|\n| 甲 | 乙 |\n',
  );
  expect(blocks).toEqual([
    { kind: 'heading', level: 1, text: '隐私政策' },
    { kind: 'paragraph', text: '我们收集 手机号(https://a.cn)。' },
    { kind: 'item', text: '位置' },
    {
      kind: 'table',
      rows: [
        ['SDK', '公司'],
        ['甲', '乙'],
      ],
    },
  ]);
});

test('plain text: a line a block, tabs make a table', async () => {
  expect(await blocksOf('第一行\r\n\r\n名称\t公司\n甲\t乙\n末行')).toEqual([
    { kind: 'paragraph', text: '第一行' },
    {
      kind: 'table',
      rows: [
        ['名称', '公司'],
        ['甲', '乙'],
      ],
    },
    { kind: 'paragraph', text: '末行' },
  ]);
});

describe('DOCX', () => {
  test('links by relation and by field are kept', async () => {
    const body = `<w:document><w:body>
      <w:p><w:r><w:t>详见</w:t></w:r><w:hyperlink r:id="rId7"><w:r><w:t>《第三方SDK</w:t></w:r><w:r><w:t>目录》</w:t></w:r></w:hyperlink><w:r><w:t>。</w:t></w:r></w:p>
      <w:p><w:r><w:instrText> HYPERLINK "https://a.cn/kids?a=1&amp;b=2" </w:instrText></w:r><w:r><w:t>儿童规则</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>后</w:t></w:r></w:p>
      </w:body></w:document>`;
    const rels =
      '<Relationships><Relationship Id="rId7" Type="hyperlink" Target="https://a.cn/sdk" TargetMode="External"/><Relationship Id="rId1" Target="styles.xml"/></Relationships>';
    const reading = await read(
      zipOf([
        ['word/_rels/document.xml.rels', Buffer.from(rels)],
        ['word/document.xml', Buffer.from(body)],
      ]),
    );
    expect(reading.ok && reading.document.links).toEqual([
      { text: '《第三方SDK目录》', href: 'https://a.cn/sdk', before: '详见' },
      { text: '儿童规则', href: 'https://a.cn/kids?a=1&b=2', before: '详见《第三方SDK目录》。' },
    ]);
  });

  const xml = `<?xml version="1.0"?><w:document><w:body>
    <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>一、收集</w:t></w:r></w:p>
    <w:p><w:r><w:t>我们收集</w:t></w:r><w:r><w:t xml:space="preserve">手机号 &amp; 邮箱</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>
    <w:tbl><w:tr><w:tc><w:p><w:r><w:t>SDK名称</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>目的</w:t></w:r></w:p></w:tc></w:tr>
    <w:tr><w:tc><w:p><w:r><w:t>甲SDK</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>推送</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
    </w:body></w:document>`;

  test('paragraphs, headings and tables', async () => {
    expect(await blocksOf(zip('word/document.xml', Buffer.from(xml)))).toEqual([
      { kind: 'heading', level: 1, text: '一、收集' },
      { kind: 'paragraph', text: '我们收集手机号 & 邮箱' },
      {
        kind: 'table',
        rows: [
          ['SDK名称', '目的'],
          ['甲SDK', '推送'],
        ],
      },
    ]);
  });

  test.each([
    ['another archive', zip('classes.dex', Buffer.from('x')), 'unsupported-format'],
    ['an encrypted part', zip('word/document.xml', Buffer.from(xml), 1), 'encrypted-docx'],
    ['a cut archive', zip('word/document.xml', Buffer.from(xml)).subarray(0, 200), 'broken-docx'],
    ['a bomb', zip('word/document.xml', Buffer.alloc(LIMITS.docxPart + 1, 32)), 'too-large'],
    ['no text', zip('word/document.xml', Buffer.from('<w:document/>')), 'docx-without-text'],
  ])('%s is unreadable with its reason', async (_, bytes, reason) => {
    const reading = await read(bytes);
    expect(reading).toMatchObject({ ok: false, outcome: 'unreadable', reason, gaps: [{ code: reason, affects: 'policy' }] });
  });
});

describe('PDF', () => {
  test('text of all pages, lines as paragraphs', async () => {
    const blocks = await blocksOf(
      pdf(['示例地图隐私政策\n我们非常重视您的个人信息安全和隐私保护。', '第二页的内容，联系我们。']),
    );
    expect(blocks.map((block) => block.kind !== 'table' && block.text)).toEqual([
      '示例地图隐私政策',
      '我们非常重视您的个人信息安全和隐私保护。',
      '第二页的内容，联系我们。',
    ]);
  });

  test('links lie over the text', async () => {
    const link = '<</Type/Annot/Subtype/Link/Rect[74 696 170 714]/A<</S/URI/URI(https://a.cn/sdk)>>>>';
    const reading = await read(pdf(['详见第三方SDK目录，以及我们的其他政策文件和说明。'], link));
    expect(reading.ok && reading.document.links).toEqual([{ text: '第三方SDK目录', href: 'https://a.cn/sdk', before: '详见' }]);
  });

  test('broken and text-less files are unreadable with their reason', async () => {
    expect(await read('%PDF-1.7 nothing')).toMatchObject({ ok: false, outcome: 'unreadable', reason: 'broken-pdf' });
    expect(await read(pdf(['']))).toMatchObject({ ok: false, outcome: 'unreadable', reason: 'pdf-without-text' });
  });
});

test('mutilated PDF and DOCX files never throw', async () => {
  const intact = [
    pdf(['示例地图隐私政策', '第二页']),
    zip('word/document.xml', Buffer.from('<w:document><w:p><w:t>文</w:t></w:p></w:document>')),
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...intact),
      fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), { maxLength: 12 }),
      fc.option(fc.nat(5000)),
      async (file, changes, cut) => {
        const bytes = Uint8Array.from(cut === null ? file : file.subarray(0, cut));
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        const reading = await read(bytes);
        if (!reading.ok) expect(reading.reason).toMatch(/^[a-z-]+$/);
      },
    ),
    { numRuns: 150 },
  );
}, 30_000);

test.each([
  ['an empty file', new Uint8Array(0), 'absent', 'empty-file'],
  ['an image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'unreadable', 'unsupported-format'],
  ['an old Word file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'unreadable', 'unsupported-format'],
  ['a file beyond the limit', new Uint8Array(LIMITS.bytes + 1), 'unreadable', 'too-large'],
])('%s has a typed outcome', async (_, bytes, outcome, reason) => {
  expect(await read(bytes)).toMatchObject({ ok: false, outcome, reason });
});

test('content decides the format before media type and name do', async () => {
  const reading = await read('<html><body><p>正文</p></body></html>', 'application/pdf', 'policy.docx');
  expect(reading.ok && reading.document.format).toBe('html');
});
