import type { Evidence } from '../../domain/evidence.ts';
import { readableTarget } from '../../domain/report/code-names.ts';
import type { Report } from '../report.ts';
import { shortened, wellFormed } from '../visible.ts';

/** A place of SARIF 2.1.0 (section 3.28), as far as reports use it. */
export interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly index: number };
    readonly region?: {
      readonly charOffset?: number;
      readonly charLength?: number;
      readonly byteOffset?: number;
      readonly snippet?: { readonly text: string };
    };
  };
  readonly logicalLocations?: readonly { readonly name?: string; readonly fullyQualifiedName: string; readonly kind?: string }[];
  readonly message?: { readonly text: string };
}

/** The files of a run (section 3.24): package, policy, listing, and entries of the package, each once. */
export class Artifacts {
  readonly #list: {
    readonly location: { readonly uri: string };
    readonly parentIndex?: number;
    readonly roles?: readonly string[];
  }[] = [];
  readonly #indexes = new Map<string, number>();
  readonly #report: Report;

  constructor(report: Report, packageUri: string | null) {
    this.#report = report;
    const { format, packageName } = report.app;
    this.#add(packageUri ?? pathUri(`${packageName ?? 'package'}.${format ?? 'bin'}`), {
      roles: ['analysisTarget'],
      hashes: { 'sha-256': report.app.sha256 },
    });
  }

  get list(): readonly object[] {
    return this.#list;
  }

  #add(uri: string, rest: object = {}, key = uri): { uri: string; index: number } {
    const known = this.#indexes.get(key);
    if (known !== undefined) return { uri, index: known };
    this.#indexes.set(key, this.#list.length);
    this.#list.push({ location: { uri }, ...rest });
    return { uri, index: this.#list.length - 1 };
  }

  package(): { uri: string; index: number } {
    return this.#add(this.#list[0]!.location.uri);
  }

  /** An entry within the package. */
  entry(name: string): { uri: string; index: number } {
    const uri = pathUri(name);
    return this.#add(uri, { parentIndex: 0 }, `!/${uri}`);
  }

  policy(): { uri: string; index: number } {
    const { url, sha256 } = this.#report.policy;
    return this.#add(addressOf(url) ?? 'privacy-policy.txt', {
      roles: ['analysisTarget'],
      description: { text: 'Offsets count UTF-16 code units of the normalised text of the policy.' },
      ...(sha256 === null ? {} : { hashes: { 'sha-256': sha256 } }),
    });
  }

  listing(): { uri: string; index: number } {
    return this.#add('listing.json', { roles: ['analysisTarget'] });
  }
}

/** Where a piece of evidence lies: always in a file, and by name within it. */
export function locationOf(evidence: Evidence, artifacts: Artifacts, report: Report): SarifLocation {
  switch (evidence.type) {
    case 'manifest': {
      const { element, attribute, value } = evidence;
      return {
        physicalLocation: { artifactLocation: artifacts.entry(manifestEntry(report)) },
        logicalLocations: [
          named(
            attribute === undefined ? element : `${element}/@${attribute}`,
            attribute === undefined ? 'element' : 'attribute',
            value,
          ),
        ],
        ...(value === undefined ? {} : { message: { text: clean(`${attribute ?? element} = ${value}`) } }),
      };
    }
    case 'code': {
      const { target, caller, owner } = evidence;
      const called = clean(readableTarget(target));
      return {
        physicalLocation: { artifactLocation: artifacts.package() },
        logicalLocations: [
          caller ? named(`${caller.class}.${caller.method}`, 'function', caller.method) : named(readableTarget(target), 'type'),
        ],
        message: { text: owner === undefined ? called : clean(`${called} (${owner.sdk ?? owner.kind})`) },
      };
    }
    case 'resource': {
      const { entry, element, attribute, text } = evidence;
      const inner = `${element ?? ''}${attribute ? `/@${attribute}` : ''}`;
      return {
        physicalLocation: { artifactLocation: artifacts.entry(entry) },
        ...(inner === '' ? {} : { logicalLocations: [named(inner, attribute ? 'attribute' : 'element')] }),
        ...(text === undefined ? {} : { message: { text: clean(text) } }),
      };
    }
    case 'policy': {
      const [start, end] = evidence.range;
      const region = { charOffset: start, charLength: end - start, snippet: { text: clean(evidence.excerpt) } };
      return { physicalLocation: { artifactLocation: artifacts.policy(), region } };
    }
    case 'policy-absence':
      return { physicalLocation: { artifactLocation: artifacts.policy() }, message: { text: clean(evidence.searched) } };
    case 'listing': {
      const { field, value } = evidence;
      return {
        physicalLocation: { artifactLocation: artifacts.listing() },
        logicalLocations: [named(`/${field.replaceAll('.', '/')}`, 'property')],
        ...(value === undefined ? {} : { message: { text: clean(value) } }),
      };
    }
    case 'record':
      return {
        physicalLocation: { artifactLocation: artifacts.package() },
        logicalLocations: [named(`${evidence.record}/${evidence.id}/${evidence.field}`, 'property')],
        ...(evidence.value === undefined ? {} : { message: { text: clean(evidence.value) } }),
      };
    case 'signature':
      return {
        physicalLocation: { artifactLocation: artifacts.package() },
        logicalLocations: [named(`certificate/${evidence.certificate}`, 'resource')],
        message: { text: clean(evidence.detail) },
      };
    case 'network':
      return {
        physicalLocation: { artifactLocation: artifacts.policy() },
        message: { text: clean(`${evidence.url} ${evidence.detail}`) },
      };
    case 'package':
      return {
        physicalLocation: {
          artifactLocation: artifacts.entry(evidence.entry),
          ...(evidence.offset === undefined ? {} : { region: { byteOffset: evidence.offset } }),
        },
        ...(evidence.detail === '' ? {} : { message: { text: clean(evidence.detail) } }),
      };
  }
}

/** The call path as a code flow (section 3.36): from the entry point to the call, one step a method; null where none is known. */
export function codeFlowOf(evidence: Evidence, artifacts: Artifacts): object | null {
  if (evidence.type !== 'code' || !evidence.reachedFrom?.path?.length) return null;
  const step = (fullName: string, text: string) => ({
    location: {
      physicalLocation: { artifactLocation: artifacts.package() },
      logicalLocations: [named(fullName, 'function')],
      message: { text: clean(text) },
    },
  });
  const steps = evidence.reachedFrom.path.map(({ class: owner, method, offset, link }) =>
    step(`${owner}.${method}`, `${owner}.${method} @ ${offset} (${link})`),
  );
  const target = readableTarget(evidence.target);
  return { threadFlows: [{ locations: [...steps, step(target, target)] }] };
}

/** No endless strings; escaping is the business of each viewer. */
export const clean = (text: string): string => shortened(text, 2_000);

function named(fullyQualifiedName: string, kind: string, name?: string) {
  return { fullyQualifiedName: clean(fullyQualifiedName), kind, ...(name === undefined ? {} : { name: clean(name) }) };
}

function manifestEntry({ app: { platform } }: Report): string {
  if (platform === 'quick-app') return 'manifest.json';
  return platform === 'harmony' ? 'module.json' : 'AndroidManifest.xml';
}

/** A path as a relative reference (RFC 3986 section 4.2): no part of it can be read as a scheme, an authority or a query. */
export function pathUri(path: string): string {
  const parts = wellFormed(path.slice(0, 1_000)).split('/').map(encodeURIComponent);
  return parts.filter((part) => part !== '' && part !== '.' && part !== '..').join('/') || 'unnamed';
}

function addressOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}
