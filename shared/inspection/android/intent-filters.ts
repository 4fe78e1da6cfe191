import type { IntentFilter } from '../../domain/facts/manifest.ts';
import type { XmlElement } from '../binary/axml.ts';
import type { ManifestValues } from './values.ts';

/** `<intent-filter>`s directly below a component, in file order. */
export function readFilters(component: XmlElement, values: ManifestValues): IntentFilter[] {
  return component.children.filter(({ name }) => name === 'intent-filter').map((filter) => readFilter(filter, values));
}

function readFilter(filter: XmlElement, values: ManifestValues): IntentFilter {
  const of = (name: string) => filter.children.filter((child) => child.name === name);
  const names = (name: string) => of(name).flatMap((child) => values.text(child, 'name') ?? []);
  const data = [...new Set(of('data').flatMap((child) => address(child, values) ?? []))].sort();
  const priority = values.integer(filter, 'priority');
  return {
    actions: names('action'),
    categories: names('category'),
    ...(data.length === 0 ? {} : { data }),
    ...(priority === null ? {} : { priority }),
  };
}

/** `scheme://host` of a `<data>` element; `null` for one that only names a type or a path. */
function address(data: XmlElement, values: ManifestValues): string | null {
  const scheme = values.text(data, 'scheme');
  const host = values.text(data, 'host');
  if (scheme === null && host === null) return null;
  return `${scheme === null ? '' : `${scheme}:`}//${host ?? ''}`;
}
