import type { Token } from 'parse5';
import type { DocumentLink } from './document.ts';
import { attribute } from './html-elements.ts';

/** Links that are kept: an SDK table may have hundreds, a link farm has millions. */
const MOST_LINKS = 2_000;
const LONGEST_ADDRESS = 2_048;
const LONGEST_TEXT = 200;
/** Characters before a link that tell what a “点击查看” shows. */
const BEFORE = 40;
/** Inline script in which a page that only leads on says where to. */
const SCRIPT_READ = 20_000;
/** A page that waits longer before it leads on is meant to be read. */
const LONGEST_WAIT_S = 10;

/** Where a script sends the reader; white space is gone from the script by then. */
const GOES_TO =
  /(?:^|[;{}()>.,])location(?:\.href)?=["'`]([^"'`<>]{1,2000})["'`]|location\.(?:replace|assign)\(["'`]([^"'`<>]{1,2000})["'`]\)/;

/** Takes down where an HTML page leads: its links with their words, its frames, its base, and what sends the reader on at once. */
export class LinkCollector {
  readonly links: DocumentLink[] = [];
  readonly frames: string[] = [];
  base: string | null = null;
  refresh: string | null = null;
  private open: { href: string; before: string; text: string } | null = null;
  private script = '';
  /** The latest visible text. */
  before = '';

  /** Any start tag; `noscript`: it stands where only readers without script see it. @returns whether it shows another document */
  tag(tag: string, attrs: Token.TagToken['attrs'], noscript: boolean): boolean {
    if (tag === 'base') this.base ??= attribute(attrs, 'href').slice(0, LONGEST_ADDRESS) || null;
    if (tag === 'meta' && !noscript && /^refresh$/i.test(attribute(attrs, 'http-equiv'))) {
      const [, wait, address] =
        /^\s*(\d{1,4})[\d.]*\s*[;,]\s*(?:url\s*=)?\s*["']?([^"'\s]{1,2000})/i.exec(attribute(attrs, 'content')) ?? [];
      if (address !== undefined && Number(wait) <= LONGEST_WAIT_S) this.refresh ??= address;
    }
    const source = frameOf(tag, attrs);
    if (source === null) return false;
    if (source !== '' && !noscript && this.frames.length < 20 && !/^(?:about|javascript|data):/i.test(source))
      this.frames.push(source);
    return true;
  }

  openLink(attrs: Token.TagToken['attrs']): void {
    this.openAddress(addressOf(attrs));
  }

  openAddress(href: string): void {
    this.closeLink();
    if (this.links.length < MOST_LINKS) this.open = { href, before: this.before, text: '' };
  }

  /** Visible text, in its order. */
  text(chars: string): void {
    this.before = (this.before + chars.slice(-BEFORE)).slice(-BEFORE);
    if (this.open !== null && this.open.text.length < LONGEST_TEXT) this.open.text += chars.slice(0, LONGEST_TEXT);
  }

  scriptText(chars: string): void {
    if (this.script.length < SCRIPT_READ) this.script += chars.slice(0, SCRIPT_READ);
  }

  closeLink(): void {
    const link = this.open;
    this.open = null;
    if (link === null) return;
    this.links.push({ ...link, text: link.text.replace(/\s+/g, ' ').trim() });
  }

  /** The address that the page's inline scripts go to; null where they go nowhere that can be told. */
  scriptTarget(): string | null {
    const found = GOES_TO.exec(this.script);
    return found?.[1] ?? found?.[2] ?? null;
  }
}

/** The address of the document that an element shows inside the page, a PDF in a viewer included; null for any other element. */
function frameOf(tag: string, attrs: Token.TagToken['attrs']): string | null {
  const shows = tag === 'iframe' || tag === 'frame' || tag === 'embed' ? 'src' : tag === 'object' ? 'data' : null;
  if (shows === null) return null;
  const source = attribute(attrs, shows).trim().slice(0, LONGEST_ADDRESS);
  const document =
    tag.endsWith('frame') || /\.(?:pdf|html?)(?:[?#]|$)/i.test(source) || /pdf|html/i.test(attribute(attrs, 'type'));
  return document ? source : null;
}

/** Where a link leads: its `href`, or what its script opens when the `href` is only for show. */
function addressOf(attrs: Token.TagToken['attrs']): string {
  const href = attribute(attrs, 'href').trim();
  if (href !== '' && href !== '#' && !/^javascript:/i.test(href)) return href.slice(0, LONGEST_ADDRESS);
  const data = attribute(attrs, 'data-href') || attribute(attrs, 'data-url');
  if (data !== '') return data.trim().slice(0, LONGEST_ADDRESS);
  const script = `${attribute(attrs, 'onclick').slice(0, 1_000)} ${href.slice(0, 1_000)}`;
  return (
    /["'](https?:\/\/[^"'\s]{1,1000}|\/[^"'\s]{1,1000}|[\w./-]{1,200}\.(?:html?|pdf|md|docx))["']/i.exec(script)?.[1] ??
    href.slice(0, 100)
  );
}
