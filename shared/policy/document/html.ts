import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import type { Gap } from '../../domain/gap.ts';
import { BlockCollector } from './block-collector.ts';
import { lineOf } from './collected.ts';
import { type PageSigns, type PolicyDocument, policyGap } from './document.ts';
import { HiddenParts } from './hidden-parts.ts';
import { attribute, BLOCKS, CLOSES, SKIPPED, VOID } from './html-elements.ts';
import { LinkCollector } from './html-links.ts';
import { imageGap, isPicture, picturesGap } from './image-content.ts';
import { INITIAL, type LetterStyle, LetterStyles } from './letter-style.ts';
import { LIMITS } from './limits.ts';
import { PageAreas } from './page-areas.ts';
import type { Setting } from './running-text.ts';
import { StyleSheet } from './style-sheet.ts';

/**
 * Reads an HTML page's visible text as blocks. It works on the token stream and never builds a tree: time and memory grow with
 * the size of the page, however deep the tags are nested, and nothing recurses.
 */
export function readHtml(html: string): PolicyDocument {
  const reader = new HtmlReader();
  const tokenizer = new Tokenizer({}, reader);
  reader.tokenizer = tokenizer;
  tokenizer.write(html, true);
  const collected = reader.collector.finish();
  const blocks = reader.areas.textOf(collected);
  if (reader.collector.truncated || reader.tags > LIMITS.tags) {
    reader.gaps.push(
      policyGap('policy-truncated', 'html', '页面过长，只读取了前一部分', 'The page is too long; only its first part was read'),
    );
  }
  const text = collected.map(({ block }) => lineOf(block)).join('');
  const pictures = picturesGap(text.length, reader.pictures);
  if (pictures !== null && reader.gaps.length === 0) reader.gaps.push(pictures);
  if (reader.hidden.withholds(text)) {
    reader.gaps.push(
      policyGap(
        'hidden-content',
        'html',
        '页面中有较多隐藏的政策文字，没有读取',
        'The page hides much text that reads like a policy; it was not read',
      ),
    );
  }
  return {
    format: 'html',
    title: reader.title.replace(/\s+/g, ' ').trim() || null,
    blocks,
    gaps: reader.gaps,
    page: reader.signs(),
    links: reader.leads.links,
  };
}

interface OpenElement {
  readonly tag: string;
  readonly hides: boolean;
  readonly style: LetterStyle;
  /** The area that it opened; 0 where it did not. */
  readonly area: number;
}

class HtmlReader {
  readonly collector = new BlockCollector();
  readonly gaps: Gap[] = [];
  readonly leads = new LinkCollector();
  readonly areas = new PageAreas();
  readonly hidden = new HiddenParts();
  tokenizer: Tokenizer | null = null;
  title = '';
  tags = 0;
  private readonly open: OpenElement[] = [];
  private readonly openAreas: number[] = [];
  private readonly sheet = new StyleSheet();
  private readonly styles = new LetterStyles(this.sheet);
  private readonly counts = new Map<string, number>();
  private hiding = 0;
  /** Open elements that never hold text for readers. */
  private skipping = 0;
  private leadsAway = false;
  private scripts = 0;
  private scriptCharacters = 0;
  pictures = 0;
  private passwordFields = 0;
  private noscript = '';
  private frames = 0;
  private mountPoint = false;

  signs(): PageSigns {
    const { scripts, scriptCharacters, passwordFields, mountPoint, frames } = this;
    const { frames: frameSources, base, refresh } = this.leads;
    const leads = { frameSources, base, refresh, scriptTarget: this.leads.scriptTarget() };
    return { scripts, scriptCharacters, passwordFields, mountPoint, frames, noscript: this.noscript.trim(), ...leads };
  }

  onStartTag({ tagName: tag, attrs }: Token.TagToken): void {
    this.setState(tag);
    if (++this.tags > LIMITS.tags) return;
    this.noteSigns(tag, attrs);
    // The end tag of the head may be left out.
    if (tag === 'body' && this.isIn('head')) this.onEndTag({ tagName: 'head' });
    const closing = CLOSES[tag];
    for (
      let top = this.open.at(-1);
      closing !== undefined && top !== undefined && closing.includes(top.tag);
      top = this.open.at(-1)
    ) {
      this.pop();
    }
    const hides = SKIPPED.has(tag) || this.hidden.hides(tag, attrs);
    if (!VOID.has(tag)) this.push(tag, attrs, hides);
    if (this.hiding > 0) return;
    if (tag === 'img') this.image(attrs);
    if (tag === 'a') {
      this.leads.openLink(attrs);
      this.leadsAway = !/^(?:#|$)/.test(attribute(attrs, 'href').trim());
    }
    if (tag === 'table') this.collector.openTable();
    else if (tag === 'tr') this.collector.openRow();
    else if (tag === 'td' || tag === 'th') {
      this.collector.openCell(Number(attribute(attrs, 'colspan') || 1), Number(attribute(attrs, 'rowspan') || 1));
    } else if (tag === 'li') this.collector.break('item');
    else if (tag === 'dt') this.collector.break('term');
    else if (tag === 'dd') this.collector.break('definition');
    else if (/^h[1-6]$/.test(tag)) this.collector.break(Number(tag[1]));
    else if (BLOCKS.has(tag)) this.collector.breakInside();
  }

  onEndTag({ tagName: tag }: Pick<Token.TagToken, 'tagName'>): void {
    if ((this.counts.get(tag) ?? 0) === 0) return;
    while (this.pop() !== tag);
  }

  onCharacter({ chars }: Token.CharacterToken): void {
    const top = this.open.at(-1)?.tag;
    if (top === 'title' && this.title.length < 500) this.title += chars;
    else if (top === 'script') {
      this.scriptCharacters += chars.length;
      this.leads.scriptText(chars);
    } else if (top === 'style') this.sheet.text(chars);
    else if (this.isIn('noscript') && this.noscript.length < 2000) this.noscript += chars;
    if (top === 'title' || this.tags > LIMITS.tags) return;
    if (this.hiding > 0) {
      if (this.skipping === 0) this.hidden.text(chars);
      return;
    }
    this.collector.text(chars, this.setting());
    this.leads.text(chars);
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    if (this.hiding === 0) this.collector.text(token.chars.length > 1 ? ' ' : token.chars, this.setting());
  }

  onNullCharacter(): void {}
  onComment(): void {}
  onDoctype(): void {}
  onEof(): void {}

  private push(tag: string, attrs: Token.TagToken['attrs'], hides: boolean): void {
    const around = this.open.at(-1)?.style ?? INITIAL;
    const style = this.hiding > 0 || hides ? around : this.styles.inside(around, tag, attrs);
    const inText = this.isIn('main') || this.isIn('article');
    const area = this.hiding > 0 || hides ? 0 : this.areas.of(tag, attrs, inText);
    this.open.push({ tag, hides, style, area });
    this.counts.set(tag, (this.counts.get(tag) ?? 0) + 1);
    if (hides) this.hiding++;
    if (SKIPPED.has(tag)) this.skipping++;
    if (area === 0) return;
    this.collector.break();
    this.openAreas.push(area);
    this.collector.area = area;
  }

  /** Closes the innermost open element and returns its tag. */
  private pop(): string | undefined {
    const element = this.open.pop();
    if (element === undefined) return undefined;
    const { tag, hides, area } = element;
    this.counts.set(tag, (this.counts.get(tag) ?? 1) - 1);
    if (hides) this.hiding--;
    if (SKIPPED.has(tag)) this.skipping--;
    if (tag === 'style') this.sheet.end();
    if (this.hiding > 0 || hides) return tag;
    if (tag === 'table') this.collector.closeTable();
    else if (tag === 'tr') this.collector.closeRow();
    else if (tag === 'td' || tag === 'th') this.collector.closeCell();
    else if (tag === 'a') {
      this.leads.closeLink();
      this.leadsAway = false;
    } else if (BLOCKS.has(tag) || area > 0) this.collector.break();
    if (area > 0) {
      this.openAreas.pop();
      this.collector.area = this.openAreas.at(-1) ?? 0;
    }
    return tag;
  }

  private setting(): Setting {
    const { bold, underlined, small } = this.open.at(-1)?.style ?? INITIAL;
    return { small, strong: bold || underlined, link: this.leadsAway };
  }

  private isIn(tag: string): boolean {
    return (this.counts.get(tag) ?? 0) > 0;
  }

  private image(attrs: Token.TagToken['attrs']): void {
    const source = attribute(attrs, 'src') || attribute(attrs, 'data-src');
    if (isPicture(attribute(attrs, 'width'), attribute(attrs, 'height'), source)) this.pictures++;
    if (this.gaps.length >= 50) return;
    const gap = imageGap(this.leads.before, attribute(attrs, 'alt'), source || 'img');
    if (gap !== null) this.gaps.push(gap);
  }

  private noteSigns(tag: string, attrs: Token.TagToken['attrs']): void {
    if (this.leads.tag(tag, attrs, this.isIn('noscript'))) this.frames++;
    if (tag === 'script') this.scripts++;
    if (tag === 'input' && attribute(attrs, 'type').toLowerCase() === 'password') this.passwordFields++;
    if (tag === 'div' && /^(?:app|root|__next|__nuxt|main-app)$/i.test(attribute(attrs, 'id'))) this.mountPoint = true;
  }

  /** The tokenizer alone does not know which elements hold raw text; the tree builder would tell it (HTML standard, 13.2.6.4). */
  private setState(tag: string): void {
    if (this.tokenizer === null) return;
    if (tag === 'script') this.tokenizer.state = TokenizerMode.SCRIPT_DATA;
    else if (tag === 'style' || tag === 'xmp' || tag === 'iframe' || tag === 'noembed' || tag === 'noframes') {
      this.tokenizer.state = TokenizerMode.RAWTEXT;
    } else if (tag === 'title' || tag === 'textarea') this.tokenizer.state = TokenizerMode.RCDATA;
  }
}
