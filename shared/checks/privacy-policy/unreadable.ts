import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/unreadable',
  clauses: ['sz2025-1', 'sz2025-2', 'platform2025-1'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'app-violation-identification-2019', article: '一.3, 一.4', verified: true },
  ],
  ceiling: 'review',
  needs: ['policy-outcome'],
  title: { zh: '隐私政策未能读取', en: 'The privacy policy could not be read' },
  explanation: {
    zh: '隐私政策已经提供，但没有读出内容或者只读出一部分时提示人工查看：需要登录、由脚本生成的页面、扫描件、加密或损坏的文件、以图片呈现的清单、没有打开的链接文档等。政策应当公开、便于查阅（《个人信息保护法》第十七条，法律），难以访问、难以阅读也是执法认定的情形（《App违法违规收集使用个人信息行为认定方法》第一类第3、4项，执法认定依据）。读不出既不证明没有政策，也不证明内容合格，所以从不驳回，也从不放行，只交人工打开核对；其他关于“没有写”的规则此时同样不会驳回。机器读不出的原因可能在机器一方，请以人看到的为准。',
    en: 'Speaks where a policy was given and none or only part of it could be read: a login wall, a page made by script, a scan, an encrypted or broken file, lists that are images, linked documents that were not opened. A policy must be public and easy to consult (article 17 of the Personal Information Protection Law, a law), and being hard to reach or to read is listed in enforcement (section 1(3) and (4) of the 2019 identification methods). What cannot be read proves neither that there is no policy nor that it is right, so this never rejects and never lets pass: a person opens it; nor do the rules about missing provisions reject then. The reason may lie with the machine: what a person sees decides.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '页面没有脚本就没有正文；清单是一张图片。',
          en: 'A page without text unless scripts run; a list that is an image.',
        },
        kind: 'code',
        code: '<div id="app"></div><script src="/privacy.js"></script>\n<img src="/sdk-list.png">',
      },
    ],
    good: [
      {
        text: { zh: '正文和清单都是文字。', en: 'Text and lists are text.' },
        kind: 'code',
        code: '<h1>示例应用隐私政策</h1><p>更新日期：2026年3月1日</p><table><tr><th>SDK名称</th><th>使用目的</th></tr>…</table>',
      },
    ],
  },
  messages: {
    unreadable: {
      zh: '隐私政策未能读取（{detail}）；不能据此认定没有政策，也不能认定其符合要求，请人工打开核对（《个人信息保护法》第十七条要求公开、便于查阅）',
      en: 'The privacy policy could not be read ({detail}); that proves neither that there is none nor that it is right: open it and look (article 17 of the Personal Information Protection Law wants it public and easy to read)',
    },
    partly: {
      zh: '隐私政策有部分内容未能读取（{detail}），请人工核对其中是否有《个人信息保护法》第十七条要求的告知',
      en: 'Parts of the privacy policy could not be read ({detail}): check by eye whether they give notice that article 17 of the Personal Information Protection Law wants',
    },
  },
  remedy: {
    zh: '提供无需登录、不依赖脚本即可读到正文的网页，或直接提交 HTML、文本、PDF、DOCX 文件；清单用文字表格，不用图片',
    en: 'Give a page whose text can be read without login and script, or hand in an HTML, text, PDF or DOCX file; write lists as tables, not as images',
  },
  *evaluate({ policy }) {
    if (policy.outcome === 'absent') return;
    const broken = policy.gaps.filter((gap) => gap.affects === 'policy');
    if (policy.outcome === 'read' && broken.length === 0) return;
    const detail = {
      zh:
        broken
          .slice(0, 3)
          .map((gap) => gap.message.zh)
          .join('；') || '未知',
      en:
        broken
          .slice(0, 3)
          .map((gap) => gap.message.en)
          .join('; ') || 'unknown',
    };
    const places = broken.slice(0, 5).map((gap) => gap.place);
    yield {
      message: policy.outcome === 'read' ? 'partly' : 'unreadable',
      subject: 'policy',
      data: { detail },
      evidence:
        policy.source.url === undefined
          ? [{ type: 'listing', field: 'privacyPolicy', value: places.join(' ') }]
          : [{ type: 'network', url: policy.source.url, detail: [policy.reason ?? '', ...places].join(' ').trim() }],
    };
  },
});
