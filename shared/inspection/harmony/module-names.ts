import { LIMITS } from '../limits.ts';

/** A third-party package with its version, where a name tells it. */
export interface OhpmPackage {
  readonly name: string;
  readonly version: string | null;
}

/** Modules of the platform as the compiler and as sources write them: `@ohos:geoLocationManager`, `@kit.LocationKit`, `@native:system.app`. */
const PLATFORM = /^@(ohos|hms|kit|system|native)[:.]([A-Za-z][\w.]{0,120})$/;

/** The name that facts use for a module of the platform, `@ohos.geoLocationManager`; null for any other text. */
export function platformModule(text: string): string | null {
  const match = PLATFORM.exec(text);
  if (!match) return null;
  // `@native:system.app` is what the compiler makes of `@system.app`, `@native:ohos.x` of `@ohos.x`.
  return match[1] === 'native' ? `@${match[2]}` : `@${match[1]}.${match[2]}`;
}

/** `@normalized:N&<module>&<bundle>&<import path>&<version>` (OpenHarmony, "Module name concatenation rules", normalized OHMUrl). */
const NORMALIZED = /^@normalized:[NY]&[^&]*&([^&]*)&([^&]+)&([^&]*)$/;
/** Record of a normalized module: `<bundle>&<import path>&<version>`. */
const RECORD = /^([^&]*)&([^&]+)&([^&]*)$/;
/** Where OHPM keeps packages: `oh_modules/.ohpm/@scope+name@1.0.0/…`; before, `pkg_modules/.ohpm` and `node_modules/.ohpm`. */
const STORE = /(?:oh|pkg|node)_modules\/\.ohpm\/((?:@[^+/@]+\+)?[^@/+]+)@([^/]{1,60})\//;
/** A package without the store: `oh_modules/@scope/name/…`. */
const FOLDER = /(?:oh|pkg|node)_modules\/(?!\.)((?:@[^/]+\/)?[^/@]+)(?:\/|$)/;

/**
 * The OHPM package that a module or record name belongs to; null for the app's own code.
 * @param own names of the app's own modules, which are written like packages
 */
export function packageOf(text: string, own: ReadonlySet<string>): OhpmPackage | null {
  const name = text.slice(0, LIMITS.text);
  const stored = STORE.exec(name);
  if (stored) return cleaned(stored[1]!.replace('+', '/'), versionOf(stored[2]!), own);
  const normalized = NORMALIZED.exec(name) ?? RECORD.exec(name);
  if (normalized) {
    // A record or module of another bundle (a shared HSP) is no package.
    const segments = normalized[2]!.split('/');
    const scoped = segments[0]!.startsWith('@') && segments.length > 1;
    if (!scoped && normalized[3] === '') return null;
    return cleaned(scoped ? `${segments[0]}/${segments[1]}` : segments[0]!, versionOf(normalized[3]!), own);
  }
  const folder = FOLDER.exec(name);
  return folder ? cleaned(folder[1]!, null, own) : null;
}

/** `1.0.0`, without what the store puts behind a version (a hash of the dependencies). */
function versionOf(text: string): string | null {
  return /^\d[\w.+-]*/.exec(text.replace(/\+[0-9a-f]{16,}$/, ''))?.[0].slice(0, 60) ?? null;
}

function cleaned(name: string, version: string | null, own: ReadonlySet<string>): OhpmPackage | null {
  if (own.has(name) || !/^(?:@[\w.-]{1,100}\/)?[\w.-]{1,100}$/.test(name)) return null;
  return { name, version };
}
