import type { Token } from 'parse5';
import { attribute } from './html-elements.ts';

const HIDES = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Hidden text that is kept to be weighed, and from which on it is worth a word. */
const MOST_KEPT = 20_000;
const MUCH = 800;
const POLICY_WORDS = /个人信息|隐私|收集|共享|权限|個人資料|隱私/g;
const FEW_WORDS = 6;
/** Pieces of hidden text that are looked for in what is shown, and their length. */
const PROBES = 8;
const PROBE = 24;
const MOST_CONTROLS = 500;

/** Names of what a tab, a fold or an accordion shows in its turn. */
const PANEL =
  /(?:^|[\s_-])(?:tabs?|tab-?(?:panel|pane|content|item|box|con)s?|panels?|panes?|collapse|accordion|fold(?:ed|able)?)(?:$|[\s_-])/i;

/**
 * What a page hides by the attributes of its elements; style sheets are not looked at, and text that only they hide is read.
 *
 * A hidden section counts as text where the page shows a way to it: it is the panel of a tab, a fold or an accordion, or something on
 * the page opens it. A policy in tabs is as public as one on a page, and whoever reads only the open tab would say that the list of
 * SDKs in the next one is missing. Whatever else is hidden stays out, so that nothing counts which no reader can see; but if it is
 * much and speaks as a policy does, it is a gap: a script may show it, and a person has to look.
 */
export class HiddenParts {
  private readonly controlled = new Set<string>();
  private kept = '';

  /** Takes down what an element opens, and tells whether the element is hidden. */
  hides(tag: string, attributes: Token.TagToken['attrs']): boolean {
    let hidden = false;
    for (const { name, value } of attributes) {
      if (name === 'hidden') hidden = true;
      else if (name === 'style') hidden ||= HIDES.test(value.slice(0, 2_000));
      else if (name === 'role' && /^(?:navigation|menu|menubar|search)$/i.test(value)) return true;
      else if (name === 'aria-controls' || name === 'data-target' || name === 'data-bs-target') this.control(value);
      else if (name === 'href' && value.startsWith('#')) this.control(value);
    }
    if (!hidden) return false;
    // A page that is hidden as a whole is shown by its script once it is ready.
    if (tag === 'body' || tag === 'html') return false;
    return !this.isPanel(attributes);
  }

  /** Text that was hidden. */
  text(chars: string): void {
    if (this.kept.length < MOST_KEPT) this.kept += chars.slice(0, MOST_KEPT);
  }

  /** Whether much was hidden that a policy would say, and that the text in sight does not say. */
  withholds(shown: string): boolean {
    const hidden = this.kept.replace(/\s+/g, '');
    if (hidden.length < MUCH || (hidden.match(POLICY_WORDS)?.length ?? 0) < FEW_WORDS) return false;
    const visible = shown.replace(/\s+/g, '');
    const step = Math.floor((hidden.length - PROBE) / PROBES);
    const missed = Array.from({ length: PROBES }, (_, probe) => hidden.slice(probe * step, probe * step + PROBE)).filter(
      (piece) => !visible.includes(piece),
    );
    // Pages often bring the same text twice, for wide and for narrow screens.
    return missed.length > PROBES / 2;
  }

  private control(value: string): void {
    const id = value.replace(/^#/, '').slice(0, 200);
    if (id !== '' && this.controlled.size < MOST_CONTROLS) this.controlled.add(id);
  }

  private isPanel(attributes: Token.TagToken['attrs']): boolean {
    if (/^tabpanel$/i.test(attribute(attributes, 'role'))) return true;
    const id = attribute(attributes, 'id');
    if (id !== '' && this.controlled.has(id)) return true;
    return PANEL.test(`${attribute(attributes, 'class').slice(0, 500)} ${id.slice(0, 200)}`);
  }
}
