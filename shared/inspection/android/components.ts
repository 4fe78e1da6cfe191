import type { Component, ComponentKind, IntentFilter, MetaData } from '../../domain/facts/package.ts';
import type { XmlElement } from '../binary/axml.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { foregroundServiceTypes } from './foreground-services.ts';
import { readFilters } from './intent-filters.ts';
import { splitAuthorities } from './manifest.ts';
import { type PlacedElement, placedChildren } from './placed.ts';
import { type ManifestValues, referenceText } from './values.ts';

const KINDS = ['activity', 'activity-alias', 'service', 'receiver', 'provider'] as const;
type AndroidKind = (typeof KINDS)[number];
/** From API 17 a provider is private unless it says otherwise (R.attr.exported). */
const PRIVATE_PROVIDERS_SINCE = 17;
/** From API 31 a component with an intent filter must say whether it is exported, or the package is not installed. */
const EXPORTED_DECLARED_SINCE = 31;

/** What the components of an `<application>` depend on. */
export interface ComponentContext {
  readonly packageName: string;
  readonly targetSdk: number;
  readonly values: ManifestValues;
}

/** What the application says for all of its components. */
interface Defaults {
  readonly permission: string | null;
  readonly process: string | null;
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
  const { values, packageName, targetSdk } = context;
  const defaults = {
    permission: values.text(application.element, 'permission'),
    process: processName(values.text(application.element, 'process'), packageName, values),
  };
  const components = found.slice(0, LIMITS.components).flatMap((placed) => readComponent(placed, context, defaults));
  for (const component of components) {
    if (targetSdk >= EXPORTED_DECLARED_SINCE && targetSdk !== Number.MAX_SAFE_INTEGER) noteUndeclared(component, observations);
  }
  return components;
}

function isKind(name: string): name is AndroidKind {
  return (KINDS as readonly string[]).includes(name);
}

function readComponent({ element, place }: PlacedElement, context: ComponentContext, defaults: Defaults): Component[] {
  const { values, packageName } = context;
  const written = values.text(element, 'name');
  // Counted again: completed by a long package name it may be much longer than it was.
  const name = written === null ? null : values.afford(className(written, packageName));
  const kind = element.name;
  if (name === null || !isKind(kind)) return [];
  const intentFilters = readFilters(element, values);
  const byDefault = kind === 'provider' ? context.targetSdk < PRIVATE_PROVIDERS_SINCE : intentFilters.length > 0;
  const declared = values.boolean(element, 'exported');
  const types = values.integer(element, 'foregroundServiceType');
  const target = kind === 'activity-alias' ? values.text(element, 'targetActivity') : null;
  return [
    {
      kind,
      name,
      exported: declared ?? byDefault,
      ...(declared === null ? {} : { exportedDeclared: true }),
      enabled: values.boolean(element, 'enabled') ?? true,
      ...present(
        'process',
        processName(values.text(element, 'process'), packageName, values) ?? inherited(kind, defaults.process),
      ),
      ...guards(element, kind, values, defaults),
      ...providerFacts(element, values),
      ...present('foregroundServiceType', types),
      ...(types === null ? {} : { foregroundServiceTypes: foregroundServiceTypes(types) }),
      ...present('targetActivity', target === null ? null : values.afford(className(target, packageName))),
      intentFilters,
      metaData: readMetaData(element, values),
      place,
    },
  ];
}

/** What an application says counts for all components but aliases, which have the process of their activity and no guard. */
function inherited(kind: ComponentKind, value: string | null): string | null {
  return kind === 'activity-alias' ? null : value;
}

/** Who may use the component: its own permission or the application's; of a provider also who may read and write. */
function guards(element: XmlElement, kind: AndroidKind, values: ManifestValues, defaults: Defaults) {
  const permission = values.text(element, 'permission') ?? inherited(kind, defaults.permission);
  const read = kind === 'provider' ? values.text(element, 'readPermission') : null;
  const write = kind === 'provider' ? values.text(element, 'writePermission') : null;
  return {
    ...present('permission', permission),
    ...(read === permission ? {} : present('readPermission', read)),
    ...(write === permission ? {} : present('writePermission', write)),
  };
}

/** What only providers have a use for; said of others too where they say it. */
function providerFacts(element: XmlElement, values: ManifestValues) {
  const authorities = splitAuthorities(values.text(element, 'authorities'));
  return {
    ...(authorities.length > 0 ? { authorities } : {}),
    ...(values.boolean(element, 'grantUriPermissions') ? { grantUriPermissions: true } : {}),
    ...present('initOrder', values.integer(element, 'initOrder')),
  };
}

function noteUndeclared(component: Component, observations: Observations): void {
  const { kind, name, intentFilters, exportedDeclared, place } = component;
  if (kind === 'provider' || exportedDeclared || intentFilters.length === 0) return;
  const detail = {
    zh: `组件 ${name} 有 intent-filter 而未声明 android:exported，目标版本 31 起系统拒绝安装`,
    en: `${name} has an intent filter and does not declare android:exported: from target 31 the system refuses the package`,
  };
  observations.trick('exported-undeclared', place, detail, 'install');
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
export function processName(name: string | null, packageName: string, values: ManifestValues): string | null {
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
