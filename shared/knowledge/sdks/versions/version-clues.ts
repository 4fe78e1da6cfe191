import type { PackageFacts } from '../../../domain/facts/package.ts';
import { PLUGIN_RUNTIMES, type VersionClue } from '../../../domain/facts/third-party.ts';
import type { Knowledge, SdkEntry } from '../../types.ts';
import { exclusiveOf, lookUp, pluginKey } from '../detection/exclusive.ts';
import { ownerOf } from '../detection/owner.ts';

/** A clue with what it says of which SDK. */
export interface PlacedClue {
  readonly clue: VersionClue;
  /** How good the evidence is, the best lowest; of equal ones the lower `order` counts. */
  readonly rank: number;
  readonly order: number;
  /** What it speaks of without where it lies: two values of one thing are two copies, values of two things are not. */
  readonly thing: string;
  readonly sure: boolean;
}

const RANK = { artefact: 0, told: 1, buildConfig: 2, named: 3, version: 4, resource: 5, plugin: 6, native: 7 } as const;

/** Looks up which SDK a clue of an app speaks of. */
export class ClueReader {
  readonly #facts: PackageFacts;
  readonly #knowledge: Knowledge;
  readonly #isFound: (sdk: SdkEntry) => boolean;
  /** Prefixes of copies, with the prefix that each is a copy of. */
  readonly #copies: ReadonlyMap<string, { readonly sdk: SdkEntry; readonly prefix: string }>;

  constructor(
    facts: PackageFacts,
    knowledge: Knowledge,
    isFound: (sdk: SdkEntry) => boolean,
    copies: ReadonlyMap<string, { readonly sdk: SdkEntry; readonly prefix: string }>,
  ) {
    this.#facts = facts;
    this.#knowledge = knowledge;
    this.#isFound = isFound;
    this.#copies = copies;
  }

  /** Null for what speaks of the app itself or of nothing that is known. */
  read(clue: VersionClue): { readonly sdk: SdkEntry; readonly placed: PlacedClue } | null {
    const { sdks } = this.#knowledge;
    const exclusive = exclusiveOf(sdks);
    const { source, subject } = clue;
    switch (source) {
      case 'constant':
      case 'method':
        return this.#ofCode(clue);
      case 'maven':
      case 'version-file':
      case 'properties': {
        const sdk = lookUp(subject, exclusive.maven) ?? exclusive.artefacts.get(subject);
        return sdk === undefined ? null : ofArtefact(sdk, clue);
      }
      case 'resource':
        return other(exclusive.resources.longest(subject)?.value, clue, RANK.resource);
      case 'meta-data':
        return other(lookUp(subject, exclusive.metaData), clue, RANK.resource);
      case 'asset':
        return other(lookUp(subject, exclusive.assets) ?? lookUp(clue.entry, exclusive.assets), clue, RANK.resource);
      case 'native':
        return other(exclusive.libraries.get(subject), clue, RANK.native);
      case 'ohpm': {
        const sdk = exclusive.plugins.get(pluginKey('ohpm', subject));
        return sdk === undefined ? null : ofArtefact(sdk, clue);
      }
      case 'cordova':
      case 'npm': {
        const keys = PLUGIN_RUNTIMES.map((runtime) => exclusive.plugins.get(pluginKey(runtime, subject)));
        return other(
          keys.find((sdk) => sdk !== undefined),
          clue,
          RANK.plugin,
        );
      }
    }
  }

  #ofCode(clue: VersionClue): { readonly sdk: SdkEntry; readonly placed: PlacedClue } | null {
    const { subject } = clue;
    const own = this.#facts.identity.packageName;
    if (own !== null && subject.startsWith(`${own}.`)) return null;
    const place = this.#placeOf(subject);
    if (place === null || !this.#isFound(place.sdk)) return null;
    const { sdk, below } = place;
    const told = sdk.versionAt.indexOf(subject);
    if (told >= 0) return { sdk, placed: { clue, rank: RANK.told, order: told, thing: below, sure: true } };
    const segments = below.split('.');
    const depth = segments.length - 2;
    const kind = kindOfMember(segments.at(-2) ?? '', segments.at(-1)!);
    if (kind === null) return null;
    // What every new module is called: nobody has set it.
    if (kind === 'buildConfig' && clue.value === '1.0') return null;
    const sure = kind === 'named' || (kind === 'buildConfig' && depth === 0);
    return { sdk, placed: { clue, rank: RANK[kind], order: depth, thing: below, sure } };
  }

  /** Whose code a member is, and its name below the prefix. */
  #placeOf(subject: string): { readonly sdk: SdkEntry; readonly below: string } | null {
    for (const [at, { sdk }] of this.#copies) {
      if (subject.startsWith(`${at}.`)) return { sdk, below: subject.slice(at.length + 1) };
    }
    const told = exclusiveOf(this.#knowledge.sdks).versionAt.get(subject);
    const owner = ownerOf(subject, this.#knowledge.sdks);
    if (told !== undefined && told !== owner?.sdk) return { sdk: told, below: subject };
    return owner === null ? null : { sdk: owner.sdk, below: subject.slice(owner.prefix.length + 1) };
  }
}

/** Members that speak of the SDK's version, and of a version. */
const NAMED =
  /^(?:get_?)?(?:m_?|s_?|k_?)?(?:sdk_?(?:ver|version)(?:_?(?:name|str|string|num))?|version_?name_?sdk|sdk_?full_?version)$/i;
const PLAIN =
  /^(?:get_?)?(?:m_?|s_?|k_?)?(?:ver|version|version_?(?:name|str|string)|lib(?:rary)?_?version|(?:build|release|full|current|product)_?version)$/i;
/** Classes that say things about the whole. */
const TELLING =
  /^(?:BuildConfig|.*(?:Version|Config|Constants?|Consts?|Info|Sdk|SDK|Global|Env|Defines?|Values?|Params?|Settings?|Core|Manager|Client|Api|Agent))\d*$/;

/** What a member says by its name; null for the version of a part, or of something else. */
function kindOfMember(className: string, member: string): 'buildConfig' | 'named' | 'version' | null {
  if (className === 'BuildConfig' && /^(?:VERSION_NAME|SDK_VERSION|SDK_VERSION_NAME|VERSION)$/.test(member)) return 'buildConfig';
  if (NAMED.test(member)) return 'named';
  return PLAIN.test(member) && TELLING.test(className) ? 'version' : null;
}

function ofArtefact(sdk: SdkEntry, clue: VersionClue): { readonly sdk: SdkEntry; readonly placed: PlacedClue } {
  const listed = [...sdk.maven, ...(sdk.plugins.ohpm ?? [])].findIndex(
    (name) => name === clue.subject || name.endsWith(`:${clue.subject}`),
  );
  const order = listed < 0 ? sdk.maven.length : listed;
  return { sdk, placed: { clue, rank: RANK.artefact, order, thing: clue.subject, sure: true } };
}

function other(
  sdk: SdkEntry | undefined,
  clue: VersionClue,
  rank: number,
): { readonly sdk: SdkEntry; readonly placed: PlacedClue } | null {
  return sdk === undefined ? null : { sdk, placed: { clue, rank, order: 0, thing: clue.subject, sure: false } };
}
