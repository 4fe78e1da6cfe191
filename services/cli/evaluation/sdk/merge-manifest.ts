import type { ComponentRecipe, FilterRecipe, ManifestRecipe } from '../../building/manifest.ts';

type Merged = Required<Pick<ManifestRecipe, 'components' | 'permissions' | 'applicationMetaData'>>;

const KINDS = ['activity', 'activity-alias', 'service', 'receiver', 'provider'] as const;

/**
 * What the manifests of archives add to an app's: components with their filters, permissions, the application's meta-data. As far as
 * vendors' manifests go: text XML, one element of a kind never within another.
 * @param packageName of the app, for `${applicationId}`
 */
export function mergeManifests(manifests: readonly string[], packageName: string): Merged {
  const components = new Map<string, ComponentRecipe>();
  const permissions = new Set<string>();
  const applicationMetaData: Record<string, string> = {};
  for (const manifest of manifests) {
    const text = manifest.replace(/<!--[\s\S]*?-->/g, '').replaceAll(/\$\{applicationId\}/g, packageName);
    const own = /<manifest\b[^>]*\bpackage="([^"]+)"/.exec(text)?.[1] ?? '';
    for (const [, attributes = ''] of text.matchAll(/<uses-permission\b([^>]*)>/g)) {
      const name = attributeOf(attributes, 'name');
      if (name !== null) permissions.add(name);
    }
    let rest = text;
    for (const kind of KINDS) {
      rest = rest.replace(new RegExp(`<${kind}\\b([^>]*?)(?:/>|>([\\s\\S]*?)</${kind}>)`, 'g'), (_all, attributes, body) => {
        const component = componentOf(kind, attributes, body ?? '', own);
        if (component !== null) components.set(`${kind} ${component.name}`, component);
        return '';
      });
    }
    Object.assign(applicationMetaData, metaDataOf(rest));
  }
  return { components: [...components.values()], permissions: [...permissions], applicationMetaData };
}

function componentOf(kind: ComponentRecipe['kind'], attributes: string, body: string, own: string): ComponentRecipe | null {
  const name = attributeOf(attributes, 'name');
  if (name === null) return null;
  const exported = attributeOf(attributes, 'exported');
  const intentFilters = [...body.matchAll(/<intent-filter\b[^>]*>([\s\S]*?)<\/intent-filter>/g)].map(
    ([, filter = '']): FilterRecipe => ({ actions: namesIn(filter, 'action'), categories: namesIn(filter, 'category') }),
  );
  return {
    kind,
    name: name.startsWith('.') ? own + name : name,
    ...(exported === null ? {} : { exported: exported === 'true' }),
    ...optional('process', attributeOf(attributes, 'process')),
    ...optional('permission', attributeOf(attributes, 'permission')),
    ...optional('authorities', attributeOf(attributes, 'authorities')),
    ...optional('targetActivity', attributeOf(attributes, 'targetActivity')),
    intentFilters,
    metaData: metaDataOf(body),
  };
}

function metaDataOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, attributes = ''] of text.matchAll(/<meta-data\b([^>]*)>/g)) {
    const name = attributeOf(attributes, 'name');
    if (name !== null) found[name] = attributeOf(attributes, 'value') ?? '';
  }
  return found;
}

function namesIn(text: string, element: string): string[] {
  const attributes = [...text.matchAll(new RegExp(`<${element}\\b([^>]*)>`, 'g'))].map(([, found = '']) =>
    attributeOf(found, 'name'),
  );
  return attributes.filter((name) => name !== null);
}

function attributeOf(attributes: string, name: string): string | null {
  return new RegExp(`\\bandroid:${name}\\s*=\\s*"([^"]*)"`).exec(attributes)?.[1] ?? null;
}

function optional(name: string, value: string | null): Record<string, string> {
  return value === null ? {} : { [name]: value };
}
