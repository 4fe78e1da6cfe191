import type { DeclaredPermission, LocalText, PackageFacts } from '../../domain/facts/package.ts';
import type { XmlElement } from '../binary/axml.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { type PlacedElement, placedChildren } from './placed.ts';
import type { ManifestValues } from './values.ts';

type ManifestFacts = Pick<PackageFacts, 'permissions' | 'definedPermissions' | 'features' | 'queries'>;

const PERMISSION_ELEMENTS = ['uses-permission', 'uses-permission-sdk-23', 'uses-permission-sdk-m'] as const;
const NEVER_FOR_LOCATION = 0x00010000;

/** An attribute without a namespace (`package`). */
export function plainAttribute(element: XmlElement, name: string): string | null {
  return element.attributes.find((attribute) => attribute.id === 0 && attribute.name === name)?.text ?? null;
}

/**
 * What stands directly below `<manifest>`: permissions, features, queries.
 * @param purposes why permissions are requested, by permission, where the application says so
 */
export function readManifestFacts(
  root: PlacedElement,
  values: ManifestValues,
  purposes: ReadonlyMap<string, LocalText>,
  observations: Observations,
): ManifestFacts {
  const named = (element: XmlElement) => values.text(element, 'name');
  const children = placedChildren(root);
  const of = (name: string) => children.filter(({ element }) => element.name === name);
  const names = (name: string) => of(name).flatMap(({ element }) => named(element) ?? []);

  const requested = children.filter(({ element }) => isPermission(element.name));
  if (requested.length > LIMITS.permissions) {
    observations.gap('manifest', 'too-many-permissions', root.place, {
      zh: `申请权限的元素超过 ${LIMITS.permissions} 个，其余未记录`,
      en: `more than ${LIMITS.permissions} permission elements; the rest are not recorded`,
    });
  }
  const defined = of('permission').slice(0, LIMITS.permissions);
  return {
    permissions: requested.slice(0, LIMITS.permissions).flatMap((placed) => readPermission(placed, values, purposes)),
    definedPermissions: defined.flatMap(({ element }) => {
      const name = named(element);
      return name === null ? [] : [{ name, protectionLevel: values.integer(element, 'protectionLevel') ?? 0 }];
    }),
    features: [...new Set(names('uses-feature'))].slice(0, LIMITS.permissions),
    queries: readQueries(of('queries'), values.within(LIMITS.manifestText)),
  };
}

function isPermission(name: string): name is DeclaredPermission['element'] {
  return (PERMISSION_ELEMENTS as readonly string[]).includes(name);
}

function readPermission(
  { element, place }: PlacedElement,
  values: ManifestValues,
  purposes: ReadonlyMap<string, LocalText>,
): DeclaredPermission[] {
  const name = values.text(element, 'name');
  if (name === null || !isPermission(element.name)) return [];
  const maxSdkVersion = values.integer(element, 'maxSdkVersion') ?? undefined;
  const flags = values.integer(element, 'usesPermissionFlags') ?? 0;
  const reason = purposes.get(name);
  return [
    {
      name,
      ...(maxSdkVersion === undefined ? {} : { maxSdkVersion }),
      element: element.name,
      ...((flags & NEVER_FOR_LOCATION) === 0 ? {} : { neverForLocation: true }),
      ...(reason === undefined ? {} : { reason }),
      place,
    },
  ];
}

function readQueries(queries: readonly PlacedElement[], values: ManifestValues): PackageFacts['queries'] {
  const inside = queries.flatMap((placed) => placed.element.children);
  const of = (name: string) => inside.filter((element) => element.name === name);
  return {
    packages: of('package').flatMap((element) => values.text(element, 'name') ?? []),
    intents: of('intent').length,
    providers: of('provider').flatMap((element) => splitAuthorities(values.text(element, 'authorities'))),
  };
}

/** Authorities are written as one text with semicolons. */
export function splitAuthorities(text: string | null): string[] {
  return (text ?? '').split(';').filter((authority) => authority !== '');
}
