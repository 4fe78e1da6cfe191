import type { ConsentScreen, UiText } from '../../domain/facts/contents.ts';
import { maySpeakText } from '../../knowledge/text-topics.ts';
import { VALUE, type XmlElement } from '../binary/axml.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { nameSpeaks, readConsentScreen } from './consent-screens.ts';
import { speakingStrings, TopicReader } from './page-texts.ts';
import type { FileResource, Resources, XmlFiles } from './resources.ts';
import { Styles } from './styles.ts';
import { plain } from './views.ts';

/** What the resources of an app say on its pages. */
export interface Pages {
  readonly consentScreens: readonly ConsentScreen[];
  readonly texts: readonly UiText[];
}

export const NO_PAGES: Pages = { consentScreens: [], texts: [] };

/** Layouts that are looked at first where there are more than can be: their names say that a user is asked something there. */
const LIKELY =
  /privac|agree|protocol|policy|consent|login|sign|regist|splash|welcome|launch|guide|dialog|permission|about|setting/i;

/**
 * The texts among the string resources that speak of the topics, and the layouts that ask for consent. Only layouts that may refer to one
 * of those texts, hold such a text or name such a control are read as trees.
 * @param theme resource id of the application's theme, 0 without
 */
export async function readPages(
  theme: number,
  resources: Resources | null,
  files: XmlFiles,
  observations: Observations,
): Promise<Pages> {
  if (!resources) return NO_PAGES;
  const topics = new TopicReader(observations);
  const strings = speakingStrings(resources, topics);
  const wanted = new Set(strings.ids);
  for (const { id, name } of resources.named?.('id') ?? []) {
    if (wanted.size >= LIMITS.stringResources) break;
    if (nameSpeaks(name)) wanted.add(id);
  }
  const layouts = chooseLayouts(resources, observations);
  const included = new Included(resources, files, observations);
  const styles = new Styles(resources, theme);
  const screens: ConsentScreen[] = [];
  let bytesLeft: number = LIMITS.layoutTotalBytes;
  /** Layouts that say nothing themselves, and may include one that does. */
  const including: string[] = [];
  const withLayouts = new Set([...wanted, ...[...layouts.values()].map(({ id }) => id)]);
  const readScreens = async (paths: readonly string[], skip: (bytes: Buffer, path: string) => boolean) => {
    for await (const { path, bytes } of files.read(paths)) {
      bytesLeft -= bytes.length;
      if (bytesLeft < 0) {
        noteUnread(layouts.size, observations);
        break;
      }
      if (screens.length >= LIMITS.consentScreens) break;
      const screen = await observations.attempt('resources', path, null, async () => {
        if (skip(bytes, path)) return null;
        const root = await included.complete(files.parse(bytes, path));
        return readConsentScreen(root, { path, name: layouts.get(path)!.name }, resources, styles, topics);
      });
      if (screen) screens.push(screen);
    }
  };
  await readScreens([...layouts.keys()], (bytes, path) => {
    if (!files.mayMention(bytes, withLayouts, maySpeakText)) return true;
    if (files.mayMention(bytes, wanted, maySpeakText)) return false;
    including.push(path);
    return true;
  });
  const asking = new Set(screens.map(({ entry }) => layouts.get(entry)!.id));
  if (asking.size > 0) await readScreens(including, (bytes) => !files.mayMention(bytes, asking, () => false));
  screens.sort((a, b) => (a.entry < b.entry ? -1 : 1));
  return { consentScreens: screens, texts: strings.texts };
}

/** All layouts by path, or the likely ones where there are too many. */
function chooseLayouts(resources: Resources, observations: Observations): Map<string, FileResource> {
  const all: FileResource[] = [];
  for (const file of resources.files('layout')) if (all.push(file) >= LIMITS.entries) break;
  const likely = all.length <= LIMITS.layouts ? all : [...all.filter(isLikely), ...all.filter((file) => !isLikely(file))];
  if (all.length > LIMITS.layouts) noteUnread(all.length, observations);
  return new Map(likely.slice(0, LIMITS.layouts).map((file) => [file.path, file]));
}

function noteUnread(count: number, observations: Observations): void {
  observations.gap('resources', 'layouts-not-all-read', 'resources.arsc', {
    zh: `布局文件共 ${count} 个，超过上限，其余未查看是否征求同意`,
    en: `of ${count} layouts not all were looked at for asking consent: they exceed the limit`,
  });
}

function isLikely({ name, path }: FileResource): boolean {
  return LIKELY.test(name) || LIKELY.test(path);
}

/** Follows `<include layout="@layout/…">` one level: the included tree stands in its place, without a `<merge>` around it. */
class Included {
  readonly #resources: Resources;
  readonly #files: XmlFiles;
  readonly #observations: Observations;
  readonly #known = new Map<string, { readonly elements: readonly XmlElement[]; readonly size: number }>();
  #elementsLeft: number = LIMITS.includedElements;

  constructor(resources: Resources, files: XmlFiles, observations: Observations) {
    this.#resources = resources;
    this.#files = files;
    this.#observations = observations;
  }

  async complete(element: XmlElement): Promise<XmlElement> {
    const children: XmlElement[] = [];
    for (const child of element.children) {
      if (child.name === 'include') children.push(...(await this.#included(child)));
      else children.push(child.children.length === 0 ? child : await this.complete(child));
    }
    return { ...element, children };
  }

  async #included(include: XmlElement): Promise<readonly XmlElement[]> {
    const layout = plain(include, 'layout');
    if (layout?.type !== VALUE.reference) return [];
    const path = this.#resources.resolve(layout.data, 'default')?.text ?? null;
    if (path === null) return [];
    let known = this.#known.get(path);
    if (!known) {
      const elements = await this.#observations.attempt<readonly XmlElement[]>('resources', path, [], () => this.#read(path));
      known = { elements, size: elements.reduce((sum, element) => sum + sizeOf(element), 1) };
      this.#known.set(path, known);
    }
    this.#elementsLeft -= known.size;
    return this.#elementsLeft < 0 ? [] : known.elements;
  }

  async #read(path: string): Promise<readonly XmlElement[]> {
    for await (const { bytes } of this.#files.read([path])) {
      const root = this.#files.parse(bytes, path);
      return root.name === 'merge' ? root.children : [root];
    }
    return [];
  }
}

function sizeOf(element: XmlElement): number {
  return element.children.reduce((sum, child) => sum + sizeOf(child), 1);
}
