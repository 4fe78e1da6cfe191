import type { Knowledge } from '../../../../shared/knowledge/types.ts';
import { buildApk, type ClassRecipe } from '../../building/apk.ts';

/**
 * Apps of which only a hardening product's shell can be seen, one for each namespace or class by which the knowledge knows one: no SDK may
 * be reported for any.
 */
export function shellApps({ packers }: Pick<Knowledge, 'packers'>): { readonly name: string; readonly bytes: Buffer }[] {
  return packers.flatMap(({ packer, kind, value }) => {
    if (kind !== 'namespace' && kind !== 'class') return [];
    const applicationClass = kind === 'class' ? value : `${value}.StubApp`;
    const folder = applicationClass.slice(0, applicationClass.lastIndexOf('.') + 1);
    const names = [applicationClass, ...Array.from({ length: 20 }, (_, at) => `${folder}S${at}`)];
    const bytes = buildApk({ packageName: 'org.example.packed', applicationClass, classes: names.map(shellClass) });
    return [{ name: `${packer}: ${value}`, bytes }];
  });
}

function shellClass(name: string): ClassRecipe {
  return {
    name,
    methods: Array.from({ length: 8 }, (_, at) => ({
      name: `m${at}`,
      calls: ['Ljava/lang/Object;->toString()Ljava/lang/String;'],
    })),
  };
}
