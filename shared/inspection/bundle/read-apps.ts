import { type AppFacts, appFromManifest, NOTHING_READ } from '../android/app.ts';
import type { Resources, XmlFiles } from '../android/resources.ts';
import { ANDROID_ATTRIBUTES } from '../binary/android-attributes.ts';
import type { XmlElement } from '../binary/axml.ts';
import type { Observations } from '../observations.ts';
import { type FeatureApp, mergeApps } from './merge-apps.ts';

/** The manifest of a part that may declare components: the base, a feature module, a feature split. */
export interface PartManifest {
  readonly module: string;
  readonly root: XmlElement;
  /** With the part's place in front. */
  readonly observations: Observations;
}

/**
 * What an app of several parts declares, all resources at hand for each of them.
 * @param base null where it could not be read: then nothing is known of the app itself, but what its features declare
 */
export async function readApps(
  base: PartManifest | null,
  features: readonly PartManifest[],
  resources: Resources | null,
  files: XmlFiles,
): Promise<AppFacts> {
  const app = base ? await appFromManifest(base.root, resources, files, base.observations) : NOTHING_READ;
  const read: FeatureApp[] = [];
  for (const { module, root, observations } of features) {
    const whole = base ? withBase(root, base.root) : root;
    read.push({ module, app: await appFromManifest(whole, resources, files, observations) });
  }
  return mergeApps(app, read);
}

/**
 * The manifest of a feature as the platform takes it: its components run in the application of the base, with that one's attributes and
 * target version. Whether there is code is each part's own.
 */
function withBase(root: XmlElement, base: XmlElement): XmlElement {
  const levels = base.children.filter(({ name }) => name === 'uses-sdk');
  const application = base.children.find(({ name }) => name === 'application');
  const ownCode = ({ id }: XmlElement['attributes'][number]) => id === ANDROID_ATTRIBUTES.hasCode;
  const children = root.children
    .filter(({ name }) => name !== 'uses-sdk')
    .map((child) => {
      if (child.name !== 'application' || !application) return child;
      const shared = application.attributes.filter((attribute) => !ownCode(attribute));
      return { ...child, attributes: [...shared, ...child.attributes.filter(ownCode)] };
    });
  return { ...root, children: [...levels, ...children] };
}
