import type { Component, ComponentKind, IntentFilter, MetaData } from '../../domain/facts/package.ts';
import type { XmlElement } from '../binary/axml.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { splitAuthorities } from './manifest.ts';
import { type PlacedElement, placedChildren } from './placed.ts';
import { type ManifestValues, referenceText } from './values.ts';

const KINDS: readonly ComponentKind[] = ['activity', 'activity-alias', 'service', 'receiver', 'provider'];
/** From API 17 a provider is private unless it says otherwise (R.attr.exported). */
const PRIVATE_PROVIDERS_SINCE = 17;

/** What the components of an `<application>` depend on. */
export interface ComponentContext {
  readonly packageName: string;
  readonly targetSdk: number;
  readonly values: ManifestValues;
}

/** The components of an application, exported state as the platform computes it. */
export function readComponents(application: PlacedElement, context: ComponentContext, observations: Observations): Component[] {
  const found = placedChildren(application).filter(({ element }) => isKind(element.name));
  if (found.length > LIMITS.components) {
    observations.gap('manifest', 'too-many-components', application.place, {
      zh: `组件超过 ${LIMITS.components} 个，其余未记录`,
      en: `more than ${LIMITS.components} components; the rest are not recorded`,
    });
  }
  return found.slice(0, LIMITS.components).flatMap((placed) => readComponent(placed, context));
}

function isKind(name: string): name is ComponentKind {
  return (KINDS as readonly string[]).includes(name);
}

function readComponent({ element, place }: PlacedElement, context: ComponentContext): Component[] {
  const { values, packageName } = context;
  const written = values.text(element, 'name');
  // Counted again: completed by a long package name it may be much longer than it was.
  const name = written === null ? null : values.afford(className(written, packageName));
  if (name === null || !isKind(element.name)) return [];
  const intentFilters = element.children
    .filter((child) => child.name === 'intent-filter')
    .map((child) => readFilter(child, values));
  const byDefault = element.name === 'provider' ? context.targetSdk < PRIVATE_PROVIDERS_SINCE : intentFilters.length > 0;
  const authorities = splitAuthorities(values.text(element, 'authorities'));
  return [
    {
      kind: element.name,
      name,
      exported: values.boolean(element, 'exported') ?? byDefault,
      enabled: values.boolean(element, 'enabled') ?? true,
      ...present('process', processName(values, element, packageName)),
      ...present('permission', values.text(element, 'permission')),
      ...(authorities.length > 0 ? { authorities } : {}),
      ...present('initOrder', values.integer(element, 'initOrder')),
      ...present('foregroundServiceType', values.integer(element, 'foregroundServiceType')),
      intentFilters,
      metaData: readMetaData(element, values),
      place,
    },
  ];
}

function readFilter(filter: XmlElement, values: ManifestValues): IntentFilter {
  const names = (name: string) =>
    filter.children.filter((child) => child.name === name).flatMap((child) => values.text(child, 'name') ?? []);
  return { actions: names('action'), categories: names('category') };
}

/** `<meta-data>` directly below an element. A `resource` is a reference and stays one. */
export function readMetaData(element: XmlElement, values: ManifestValues): MetaData[] {
  return element.children
    .filter((child) => child.name === 'meta-data')
    .flatMap((child) => {
      const name = values.text(child, 'name');
      if (name === null) return [];
      const resource = values.attribute(child, 'resource');
      const value = resource ? referenceText(resource.data) : values.text(child, 'value');
      return [{ name, ...present('value', value) }];
    });
}

/** A class name as the platform completes it: `.Main` and `Main` lie in the package. */
export function className(name: string, packageName: string): string {
  if (name.startsWith('.')) return packageName + name;
  return name.includes('.') ? name : `${packageName}.${name}`;
}

/** A process name that begins with a colon is private to the app. */
function processName(values: ManifestValues, element: XmlElement, packageName: string): string | null {
  const name = values.text(element, 'process');
  return name?.startsWith(':') ? values.afford(packageName + name) : name;
}

/** The first activity that a launcher starts: MAIN with LAUNCHER in one filter, and not switched off. */
export function findLauncher(components: readonly Component[]): Component | null {
  const starts = (filter: IntentFilter) =>
    filter.actions.includes('android.intent.action.MAIN') && filter.categories.includes('android.intent.category.LAUNCHER');
  const isActivity = ({ kind }: Component) => kind === 'activity' || kind === 'activity-alias';
  return (
    components.find((component) => isActivity(component) && component.enabled && component.intentFilters.some(starts)) ?? null
  );
}

function present<K extends string, V>(key: K, value: V | null): { [key in K]?: V } {
  return value === null ? {} : ({ [key]: value } as { [key in K]: V });
}
