import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import type { Gap } from '../../domain/gap.ts';
import { BlockCollector } from './block-collector.ts';
import { type PageSigns, type PolicyDocument, policyGap } from './document.ts';
import { attribute, BLOCKS, CLOSES, isHidden, SKIPPED, VOID } from './html-elements.ts';
import { LinkCollector } from './html-links.ts';
import { LIMITS } from './limits.ts';

/**
 * Reads an HTML page's visible text as blocks. It works on the token stream and never builds a tree: time and memory grow with
 * the size of the page, however deep the tags are nested, and nothing recurses.
 */
export function readHtml(html: string): PolicyDocument {
  const reader = new HtmlReader();
  const tokenizer = new Tokenizer({}, reader);
  reader.tokenizer = tokenizer;
  tokenizer.write(html, true);
  const blocks = reader.collector.finish();
  if (reader.collector.truncated || reader.tags > LIMITS.tags) {
    reader.gaps.push(
      policyGap('policy-truncated', 'html', '页面过长，只读取了前一部分', 'The page is too long; only its first part was read'),
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

const IMAGE_CALLED_FOR = /(?:如下(?:表|图)?|下表|下图|清单|列表)[^。.]{0,12}[::]?\s*$/;

class HtmlReader {
  readonly collector = new BlockCollector();
  readonly gaps: Gap[] = [];
  readonly leads = new LinkCollector();
  tokenizer: Tokenizer | null = null;
  title = '';
  tags = 0;
  private readonly open: { tag: string; hides: boolean }[] = [];
  private readonly counts = new Map<string, number>();
  private hiding = 0;
  private scripts = 0;
  private scriptCharacters = 0;
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
    const closing = CLOSES[tag];
    for (
      let top = this.open.at(-1);
      closing !== undefined && top !== undefined && closing.includes(top.tag);
      top = this.open.at(-1)
    ) {
      this.pop();
    }
    const hides = SKIPPED.has(tag) || isHidden(attrs);
    if (!VOID.has(tag)) {
      this.open.push({ tag, hides });
      this.counts.set(tag, (this.counts.get(tag) ?? 0) + 1);
      if (hides) this.hiding++;
    }
    if (this.hiding > 0) return;
    if (tag === 'img') this.image(attrs);
    if (tag === 'a') this.leads.openLink(attrs);
    if (tag === 'table') this.collector.openTable();
    else if (tag === 'tr') this.collector.openRow();
    else if (tag === 'td' || tag === 'th') {
      this.collector.openCell(Number(attribute(attrs, 'colspan') || 1), Number(attribute(attrs, 'rowspan') || 1));
    } else if (tag === 'li') this.collector.break('item');
    else if (/^h[1-6]$/.test(tag)) this.collector.break(Number(tag[1]));
    else if (BLOCKS.has(tag)) this.collector.break();
  }

  onEndTag({ tagName: tag }: Token.TagToken): void {
    if ((this.counts.get(tag) ?? 0) === 0) return;
    while (this.pop() !== tag);
  }

  onCharacter({ chars }: Token.CharacterToken): void {
    const top = this.open.at(-1)?.tag;
    if (top === 'title' && this.title.length < 500) this.title += chars;
    else if (top === 'script') {
      this.scriptCharacters += chars.length;
      this.leads.scriptText(chars);
    } else if ((this.counts.get('noscript') ?? 0) > 0 && this.noscript.length < 2000) this.noscript += chars;
    if (this.hiding > 0 || top === 'title' || this.tags > LIMITS.tags) return;
    this.collector.text(chars);
    this.leads.text(chars);
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    if (this.hiding === 0) this.collector.text(token.chars.length > 1 ? ' ' : token.chars);
  }

  onNullCharacter(): void {}
  onComment(): void {}
  onDoctype(): void {}
  onEof(): void {}

  /** Closes the innermost open element and returns its tag. */
  private pop(): string | undefined {
    const element = this.open.pop();
    if (element === undefined) return undefined;
    const { tag, hides } = element;
    this.counts.set(tag, (this.counts.get(tag) ?? 1) - 1);
    if (hides) this.hiding--;
    if (this.hiding > 0 || hides) return tag;
    if (tag === 'table') this.collector.closeTable();
    else if (tag === 'tr') this.collector.closeRow();
    else if (tag === 'td' || tag === 'th') this.collector.closeCell();
    else if (tag === 'a') this.leads.closeLink();
    else if (BLOCKS.has(tag)) this.collector.break();
    return tag;
  }

  private image(attrs: Token.TagToken['attrs']): void {
    const alternative = attribute(attrs, 'alt');
    if (!IMAGE_CALLED_FOR.test(this.collector.latest()) && !/清单|列表|表格/.test(alternative)) return;
    if (this.gaps.length >= 50) return;
    const place = attribute(attrs, 'src').slice(0, 200) || 'img';
    this.gaps.push(
      policyGap(
        'image-content',
        place,
        '清单或表格是图片，无法读取文字',
        'A list or table is an image and its text cannot be read',
      ),
    );
  }

  private noteSigns(tag: string, attrs: Token.TagToken['attrs']): void {
    if (this.leads.tag(tag, attrs, (this.counts.get('noscript') ?? 0) > 0)) this.frames++;
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
