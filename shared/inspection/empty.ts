import { NOTHING_DECLARED } from './android/app.ts';
import type { FormatFacts } from './formats/format.ts';

/** The facts of a package of which nothing could be read: coverage is none, and the gaps say why. */
export function emptyFacts(): FormatFacts {
  return {
    ...NOTHING_DECLARED,
    platform: null,
    impliedPermissions: [],
    scripts: [],
    consentScreens: [],
    texts: [],
    modules: [],
    nested: [],
    nestedCount: 0,
    harmony: null,
    quickApp: null,
    code: { dexFiles: [], packages: [], apiUses: [], dynamicLoading: [], hosts: [] },
    nativeLibraries: [],
    frameworks: [],
    packers: [],
    signing: { schemes: [], signers: [], verified: 'not-checked' },
    entries: { count: 0, names: [] },
    coverage: { level: 'none', reasons: [{ zh: '安装包无法读取', en: 'the package could not be read' }] },
  };
}
