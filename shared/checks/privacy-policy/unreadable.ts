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
  messages: {
    unreadable: {
      zh: '隐私政策未能读取（{reason}：{detail}）；不能据此认定没有政策，也不能认定其符合要求，请人工打开核对（《个人信息保护法》第十七条要求公开、便于查阅）',
      en: 'The privacy policy could not be read ({reason}: {detail}); that proves neither that there is none nor that it is right: open it and look (article 17 of the Personal Information Protection Law wants it public and easy to read)',
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
      data: { reason: policy.reason ?? '', detail },
      evidence:
        policy.source.url === undefined
          ? [{ type: 'listing', field: 'privacyPolicy', value: places.join(' ') }]
          : [{ type: 'network', url: policy.source.url, detail: [policy.reason ?? '', ...places].join(' ').trim() }],
    };
  },
});
