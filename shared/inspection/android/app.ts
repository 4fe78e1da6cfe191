import type { PackageFacts } from '../../domain/facts/package.ts';
import { ResourceTable } from '../binary/arsc.ts';
import { readBinaryXml, type XmlElement } from '../binary/axml.ts';
import type { ZipArchive } from '../binary/zip.ts';
import { readEntry } from '../binary/zip-entry.ts';
import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { className, findLauncher, readComponents, readMetaData } from './components.ts';
import { readIdentity, readSdkLevels } from './identity.ts';
import { plainAttribute, readManifestFacts } from './manifest.ts';
import { placedChildren, placedRoot } from './placed.ts';
import type { Resources, XmlFiles } from './resources.ts';
import { ManifestValues, referenceText } from './values.ts';
import { archiveXml } from './xml-files.ts';

const MANIFEST = 'AndroidManifest.xml';
const RESOURCES = 'resources.arsc';

type FromManifest = Pick<
  PackageFacts,
  'identity' | 'permissions' | 'definedPermissions' | 'features' | 'queries' | 'application' | 'components' | 'launcher'
>;

/** What the manifest says, and what reading the code needs of it. */
export interface AppFacts {
  readonly facts: FromManifest;
  /** Whether there was a manifest to read. */
  readonly read: boolean;
  readonly hasCode: boolean;
  /** Dotted names of the classes that the system starts: application and components (an alias stands for another activity). */
  readonly declaredClasses: readonly string[];
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
  definedPermissions: [],
  features: [],
  queries: { packages: [], intents: 0, providers: [] },
  application: {
    className: null,
    debuggable: false,
    allowBackup: true,
    usesCleartextTraffic: null,
    networkSecurityConfig: null,
    metaData: [],
  },
  components: [],
  launcher: null,
};

/** An app without a readable manifest. */
export const NOTHING_READ: AppFacts = { facts: NOTHING_DECLARED, read: false, hasCode: true, declaredClasses: [] };

/** Reads `AndroidManifest.xml` with `resources.arsc`. Where there is no readable manifest, nothing is known and a gap says why. */
export function readApp(archive: ZipArchive, observations: Observations): Promise<AppFacts> {
  return observations.attempt('manifest', MANIFEST, NOTHING_READ, async () => {
    const root = await readManifest(archive, observations);
    const resources = await observations.attempt('resources', RESOURCES, null, () => readResources(archive, observations));
    return appFromManifest(root, resources, archiveXml(archive, observations), observations);
  });
}

async function readManifest(archive: ZipArchive, observations: Observations): Promise<XmlElement> {
  const entry = archive.byName.get(MANIFEST);
  if (!entry) {
    throw new BrokenBytes('manifest-missing', 'ZIP', archive.directoryOffset, {
      zh: `没有 ${MANIFEST}`,
      en: `there is no ${MANIFEST}`,
    });
  }
  const bytes = await readEntry(archive, entry, LIMITS.manifestBytes, 'manifest', observations);
  const root = readBinaryXml(bytes, MANIFEST, observations);
  if (root.name !== 'manifest') {
    const what = { zh: `根元素是 <${root.name}>，应为 <manifest>`, en: `the root element is <${root.name}>, not <manifest>` };
    throw new BrokenBytes('manifest-root', MANIFEST, 0, what);
  }
  return root;
}

async function readResources(archive: ZipArchive, observations: Observations): Promise<ResourceTable | null> {
  const entry = archive.byName.get(RESOURCES);
  if (!entry) return null;
  return new ResourceTable(await readEntry(archive, entry, LIMITS.resourceBytes, 'resources', observations), observations);
}

/**
 * What a manifest says, with its references resolved, whatever it and the resource table were encoded in.
 * @param root the `<manifest>` element; attributes carry the resource ids of `android.R.attr`
 * @param files the XML files that the manifest refers to (network security configuration)
 */
export async function appFromManifest(
  root: XmlElement,
  resources: Pick<Resources, 'resolve'> | null,
  _files: XmlFiles,
  observations: Observations,
): Promise<AppFacts> {
  const values = new ManifestValues(root, resources, observations);
  const placed = placedRoot(root);
  const application = placedChildren(placed).find(({ element }) => element.name === 'application');
  const packageName = plainAttribute(root, 'package') ?? '';
  const { targetSdk } = readSdkLevels(root, values, observations);
  const context = {
    packageName,
    targetSdk: targetSdk ?? Number.MAX_SAFE_INTEGER,
    values: values.within(LIMITS.componentText),
  };
  const components = application ? readComponents(application, context, observations) : [];
  const launcher = findLauncher(components);
  const shown = application && placedChildren(application).find(({ place }) => place === launcher?.place);
  const labelled = [application, shown].flatMap((found) => found?.element ?? []);
  const ownClass = application ? values.text(application.element, 'name') : null;
  const applicationClass = ownClass === null ? null : className(ownClass, packageName);
  const started = components.filter(({ kind }) => kind !== 'activity-alias').map(({ name }) => name);
  return {
    read: true,
    hasCode: (application && values.boolean(application.element, 'hasCode')) ?? true,
    declaredClasses: [...new Set(applicationClass === null ? started : [applicationClass, ...started])],
    facts: {
      identity: readIdentity(root, labelled, values, observations),
      ...readManifestFacts(placed, values, observations),
      application: readApplication(application?.element, applicationClass, values.within(LIMITS.manifestText)),
      components,
      launcher: launcher?.name ?? null,
    },
  };
}

function readApplication(
  element: XmlElement | undefined,
  applicationClass: string | null,
  values: ManifestValues,
): PackageFacts['application'] {
  if (!element) return NOTHING_DECLARED.application;
  const config = values.attribute(element, 'networkSecurityConfig');
  return {
    className: applicationClass,
    debuggable: values.boolean(element, 'debuggable') ?? false,
    allowBackup: values.boolean(element, 'allowBackup') ?? true,
    usesCleartextTraffic: values.boolean(element, 'usesCleartextTraffic'),
    networkSecurityConfig: config ? (values.text(element, 'networkSecurityConfig') ?? referenceText(config.data)) : null,
    metaData: readMetaData(element, values),
  };
}
