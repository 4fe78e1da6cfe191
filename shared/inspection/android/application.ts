import type { ApplicationFacts, NetworkSecurity } from '../../domain/facts/manifest.ts';
import type { XmlElement } from '../binary/axml.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { className, processName, readMetaData } from './components.ts';
import { readNetworkSecurity } from './network-security.ts';
import type { XmlFiles } from './resources.ts';
import { type ManifestValues, referenceText } from './values.ts';

/** What is known of an application that is not declared. */
export const NO_APPLICATION: ApplicationFacts = {
  className: null,
  debuggable: false,
  allowBackup: true,
  usesCleartextTraffic: null,
  networkSecurityConfig: null,
  metaData: [],
};

/** What the facts of an `<application>` depend on. */
export interface ApplicationContext {
  readonly root: XmlElement;
  readonly packageName: string;
  readonly targetSdk: number;
  readonly values: ManifestValues;
  readonly files: XmlFiles;
}

/** The flags and rules of an `<application>`, with the files that it names. */
export async function readApplication(
  element: XmlElement | undefined,
  context: ApplicationContext,
  observations: Observations,
): Promise<ApplicationFacts> {
  if (!element) return NO_APPLICATION;
  const { values, packageName, root } = context;
  const ownClass = values.text(element, 'name');
  const factory = values.text(element, 'appComponentFactory');
  const process = processName(values.text(element, 'process'), packageName, values);
  const sharedUserId = values.text(root, 'sharedUserId');
  const config = fileOrReference(element, 'networkSecurityConfig', values);
  const libraries = readLibraries(element, values);
  return {
    className: ownClass === null ? null : className(ownClass, packageName),
    debuggable: values.boolean(element, 'debuggable') ?? false,
    allowBackup: values.boolean(element, 'allowBackup') ?? true,
    usesCleartextTraffic: values.boolean(element, 'usesCleartextTraffic'),
    networkSecurityConfig: config,
    networkSecurity: config === null ? null : await readConfig(config, context, observations),
    backupRules: {
      fullBackupContent: fileOrReference(element, 'fullBackupContent', values),
      dataExtractionRules: fileOrReference(element, 'dataExtractionRules', values),
    },
    ...(values.boolean(element, 'testOnly') ? { testOnly: true } : {}),
    ...(values.boolean(element, 'requestLegacyExternalStorage') ? { requestLegacyExternalStorage: true } : {}),
    ...(process === null ? {} : { process }),
    ...(factory === null ? {} : { appComponentFactory: className(factory, packageName) }),
    ...(sharedUserId === null ? {} : { sharedUserId }),
    icon: values.optional(element, 'icon'),
    ...(libraries.length === 0 ? {} : { libraries }),
    metaData: readMetaData(element, values),
  };
}

type FileAttribute = 'networkSecurityConfig' | 'fullBackupContent' | 'dataExtractionRules';

/** The entry of a file that an attribute names; the reference where it leads nowhere; `null` for a switch and where it is absent. */
function fileOrReference(element: XmlElement, name: FileAttribute, values: ManifestValues): string | null {
  const attribute = values.attribute(element, name);
  if (!attribute || attribute.data === 0 || values.boolean(element, name) !== null) return null;
  return values.optional(element, name) ?? referenceText(attribute.data);
}

async function readConfig(
  path: string,
  { files, targetSdk }: ApplicationContext,
  observations: Observations,
): Promise<NetworkSecurity | null> {
  return observations.attempt('manifest', path, null, async () => {
    for await (const { bytes } of files.read([path])) return readNetworkSecurity(files.parse(bytes, path), path, targetSdk);
    return null;
  });
}

function readLibraries(element: XmlElement, values: ManifestValues): string[] {
  const declared = element.children.filter(({ name }) => name === 'uses-library' || name === 'uses-native-library');
  const names = declared.flatMap((child) => values.text(child, 'name') ?? []);
  return [...new Set(names)].slice(0, LIMITS.libraries);
}
