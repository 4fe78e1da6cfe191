import type { PackageFacts } from '../../domain/facts/package.ts';
import { ResourceTable } from '../binary/arsc.ts';
import { readBinaryXml, type XmlElement } from '../binary/axml.ts';
import { type ByteBudget, readWithin } from '../binary/entry-budget.ts';
import type { ZipArchive } from '../binary/zip.ts';
import { BrokenBytes } from '../broken.ts';
import { findMissingBeside } from '../bundle/missing-parts.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { NO_APPLICATION, readApplication } from './application.ts';
import { findLauncher, readComponents } from './components.ts';
import { readIdentity, readSdkLevels } from './identity.ts';
import { impliedPermissions } from './implied-permissions.ts';
import { noteInstallRules } from './install-rules.ts';
import { plainAttribute, readManifestFacts } from './manifest.ts';
import { NO_PAGES, readPages } from './pages.ts';
import { placedChildren, placedRoot } from './placed.ts';
import { readPurposes } from './purposes.ts';
import type { Resources, XmlFiles } from './resources.ts';
import { ManifestValues } from './values.ts';
import { archiveXml } from './xml-files.ts';

const MANIFEST = 'AndroidManifest.xml';
const RESOURCES = 'resources.arsc';

type FromManifest = Pick<
  PackageFacts,
  | 'identity'
  | 'permissions'
  | 'impliedPermissions'
  | 'definedPermissions'
  | 'features'
  | 'queries'
  | 'application'
  | 'components'
  | 'launcher'
  | 'consentScreens'
  | 'texts'
>;

/** What the manifest says, and what reading the code needs of it. */
export interface AppFacts {
  readonly facts: FromManifest;
  /** Whether there was a manifest to read. */
  readonly read: boolean;
  readonly hasCode: boolean;
  /** `android:extractNativeLibs`; null where it is not said. */
  readonly extractNativeLibs: boolean | null;
  /** Dotted names of the classes that the system starts: application and components (an alias stands for another activity). */
  readonly declaredClasses: readonly string[];
  /** The resource table, or all of them as one; absent or null where there is none. */
  readonly resources?: Resources | null;
  /** Splits that the app says it needs and that are not there. */
  readonly missingSplits?: readonly string[];
}

/** What is known of an app without a manifest: nothing. */
export const NOTHING_DECLARED: FromManifest = {
  identity: {
    packageName: null,
    versionName: null,
    versionCode: null,
    label: { zh: null, default: null },
    minSdk: null,
    targetSdk: null,
    compileSdk: null,
  },
  permissions: [],
  impliedPermissions: [],
  definedPermissions: [],
  features: [],
  queries: { packages: [], intents: 0, providers: [] },
  application: NO_APPLICATION,
  components: [],
  launcher: null,
  consentScreens: [],
  texts: [],
};

/** An app without a readable manifest. */
export const NOTHING_READ: AppFacts = {
  facts: NOTHING_DECLARED,
  read: false,
  hasCode: true,
  extractNativeLibs: null,
  declaredClasses: [],
};

/** Reads `AndroidManifest.xml` with `resources.arsc`. Where there is no readable manifest, nothing is known and a gap says why. */
export function readApp(archive: ZipArchive, observations: Observations): Promise<AppFacts> {
  return observations.attempt('manifest', MANIFEST, NOTHING_READ, async () => {
    const root = await readManifest(archive, observations);
    const resources = await observations.attempt('resources', RESOURCES, null, () => readResources(archive, observations));
    const app = await appFromManifest(root, resources, archiveXml(archive, observations), observations);
    const { targetSdk } = app.facts.identity;
    const terms = { targetSdk, extractNativeLibs: app.extractNativeLibs };
    await observations.attempt('package', RESOURCES, undefined, () => noteInstallRules(archive, terms, observations));
    return { ...app, missingSplits: findMissingBeside(root, observations) };
  });
}

/** The `<manifest>` element of an APK. @throws BrokenBytes when there is none */
export async function readManifest(
  archive: ZipArchive,
  observations: Observations,
  budget: ByteBudget = { left: LIMITS.manifestBytes },
): Promise<XmlElement> {
  const entry = archive.byName.get(MANIFEST);
  if (!entry) {
    throw new BrokenBytes('manifest-missing', 'ZIP', archive.directoryOffset, {
      zh: `没有 ${MANIFEST}`,
      en: `there is no ${MANIFEST}`,
    });
  }
  const bytes = await readWithin(archive, entry, budget, LIMITS.manifestBytes, 'manifest', observations);
  const root = readBinaryXml(bytes, MANIFEST, observations);
  if (root.name !== 'manifest') {
    const what = { zh: `根元素是 <${root.name}>，应为 <manifest>`, en: `the root element is <${root.name}>, not <manifest>` };
    throw new BrokenBytes('manifest-root', MANIFEST, 0, what);
  }
  return root;
}

/** The resource table of an APK; null where it has none. @throws BrokenBytes when it cannot be read */
export async function readResources(
  archive: ZipArchive,
  observations: Observations,
  budget: ByteBudget = { left: LIMITS.resourceBytes },
  steps?: { left: number },
): Promise<ResourceTable | null> {
  const entry = archive.byName.get(RESOURCES);
  if (!entry) return null;
  const bytes = await readWithin(archive, entry, budget, LIMITS.resourceBytes, 'resources', observations);
  return new ResourceTable(bytes, observations, steps);
}

/**
 * What a manifest says, with its references resolved, whatever it and the resource table were encoded in.
 * @param root the `<manifest>` element; attributes carry the resource ids of `android.R.attr`
 * @param files the XML files that the manifest refers to (network security configuration), and the layouts
 */
export async function appFromManifest(
  root: XmlElement,
  resources: Resources | null,
  files: XmlFiles,
  observations: Observations,
): Promise<AppFacts> {
  const values = new ManifestValues(root, resources, observations);
  const placed = placedRoot(root);
  const application = placedChildren(placed).find(({ element }) => element.name === 'application');
  const packageName = plainAttribute(root, 'package') ?? '';
  const levels = readSdkLevels(root, values, observations);
  const targetSdk = levels.targetSdk ?? Number.MAX_SAFE_INTEGER;
  const forComponents = { packageName, targetSdk, values: values.within(LIMITS.componentText) };
  const components = application ? readComponents(application, forComponents, observations) : [];
  const launcher = findLauncher(components);
  const shown = application && placedChildren(application).find(({ place }) => place === launcher?.place);
  const labelled = [application, shown].flatMap((found) => found?.element ?? []);
  const forApplication = { root, packageName, targetSdk, files, values: values.within(LIMITS.manifestText) };
  const applicationFacts = await readApplication(application?.element, forApplication, observations);
  const theme = (application && values.attribute(application.element, 'theme')?.data) ?? 0;
  const purposes = readPurposes(application?.element, values.within(LIMITS.manifestText));
  const manifestFacts = readManifestFacts(placed, values, purposes, observations);
  return {
    read: true,
    resources,
    hasCode: (application && values.boolean(application.element, 'hasCode')) ?? true,
    extractNativeLibs: (application && values.boolean(application.element, 'extractNativeLibs')) ?? null,
    declaredClasses: startedClasses(applicationFacts.className, components),
    facts: {
      identity: readIdentity(root, labelled, values, observations),
      ...manifestFacts,
      impliedPermissions: impliedPermissions(manifestFacts.permissions, levels.targetSdk),
      application: applicationFacts,
      components,
      launcher: launcher?.name ?? null,
      // A split's pages are those of the app, which the base reads with all resources at hand.
      ...(plainAttribute(root, 'split') === null ? await readPages(theme, resources, files, observations) : NO_PAGES),
    },
  };
}

function startedClasses(application: string | null, components: FromManifest['components']): string[] {
  const started = components.filter(({ kind }) => kind !== 'activity-alias').map(({ name }) => name);
  return [...new Set(application === null ? started : [application, ...started])];
}
