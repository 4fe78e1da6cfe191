import type { Bilingual } from '../../domain/text.ts';
import { type Html, html, type Piece } from '../html.ts';

/** Chinese, English, or both (Chinese first). */
export const REPORT_LANGUAGES = ['zh', 'en', 'both'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

/** The texts to show: one or both, Chinese first; a translation equal to the original is shown once. */
export function textsIn(
  { zh, en }: Bilingual,
  language: ReportLanguage,
): { readonly lang: 'zh' | 'en'; readonly text: string }[] {
  if (language === 'zh') return [{ lang: 'zh', text: zh }];
  if (language === 'en') return [{ lang: 'en', text: en }];
  return zh === en
    ? [{ lang: 'zh', text: zh }]
    : [
        { lang: 'zh', text: zh },
        { lang: 'en', text: en },
      ];
}

/** Runs of Han characters with the punctuation and signs between them. */
const HAN =
  /(\p{Script=Han}(?:[\p{Script=Han}\u3000-\u303f\uff00-\uffef\d\s·—…“”‘’]*[\p{Script=Han}\u3000-\u303f\uff00-\uffef])?)/u;

/** How one document speaks: which languages it shows and how it marks them, so that screen readers and fonts follow. */
export class Voice {
  readonly language: ReportLanguage;
  constructor(language: ReportLanguage) {
    this.language = language;
  }

  /** `lang` of the document. */
  get root(): 'zh-CN' | 'en' {
    return this.language === 'en' ? 'en' : 'zh-CN';
  }

  /** Brackets and colon as the document's first language has them. */
  brackets(piece: Piece): Html {
    return this.root === 'en' ? html` (${piece})` : html`（${piece}）`;
  }

  get colon(): string {
    return this.root === 'en' ? ': ' : '：';
  }

  /** In a line of text: both languages one after the other. */
  say(text: Bilingual): Html {
    const said = textsIn(text, this.language);
    return html`${said.map(({ lang, text: words }, at) => [at > 0 ? ' ' : '', lang === 'en' && this.language === 'both' ? html`<span lang="en" class="second">${words}</span>` : this.tongue(words)])}`;
  }

  /** As a paragraph of each language. */
  paragraphs(text: Bilingual, className = ''): Html {
    const styled = className === '' ? null : html` class="${className}"`;
    return html`${textsIn(text, this.language).map(({ lang, text: words }) =>
      lang === 'en' && this.language === 'both'
        ? html`<p lang="en" class="${`second ${className}`.trim()}">${words}</p>`
        : html`<p${styled}>${this.tongue(words)}</p>`,
    )}`;
  }

  /** Text that comes from elsewhere in whatever language: in an English document its Chinese is marked as such. */
  tongue(text: string): Piece {
    if (this.language !== 'en' || !HAN.test(text)) return text;
    return text.split(HAN).map((part, at) => (at % 2 === 1 ? html`<span lang="zh-CN">${part}</span>` : part));
  }

  /** As the lines of a heading. */
  lines(text: Bilingual): Html {
    return html`${textsIn(text, this.language).map(({ lang, text: words }, at) => [
      at > 0 ? html`<br>` : '',
      at > 0 ? html`<span lang="${lang}" class="second">${words}</span>` : words,
    ])}`;
  }

  /** One plain text without markup, for attributes and titles. */
  plain(text: Bilingual, joint = ' '): string {
    return textsIn(text, this.language)
      .map(({ text: words }) => words)
      .join(joint);
  }
}
