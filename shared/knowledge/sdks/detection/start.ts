import { BEFORE_ANY_PAGE, possibleConsentTest, runsByItself } from '../../../domain/facts/call-paths.ts';
import type { CallPath, CodeFacts, EntryKind, EntryPoint } from '../../../domain/facts/code.ts';
import type { PackageFacts } from '../../../domain/facts/package.ts';
import type { StartCall } from '../../../domain/facts/third-party.ts';
import type { Knowledge, SdkEntry } from '../../types.ts';
import type { ConsentSwitch, SdkStart } from './detected.ts';
import { dottedMember } from './member.ts';
import { ownerOfMethod } from './owner.ts';
import type { Traces } from './traces.ts';

export interface Started {
  readonly start: SdkStart | null;
  readonly switches: readonly ConsentSwitch[];
}

/** Switches that are told of one SDK. */
const MOST_SWITCHES = 20;
/** Ways in that are looked at; facts hold some hundred. */
const MOST_ENTRIES = 1_000;
/** The more telling a time, the earlier. */
const CONSENT_ORDER = ['before', 'unknown', 'guarded', 'after'] as const;

interface Candidate {
  readonly start: SdkStart;
  /** Named by the entry as what starts it; a call that facts tell; only a way in. */
  readonly kind: 0 | 1 | 2;
}

/**
 * How each SDK is started, and which of its consent methods are called. What the entry's `consent.before` and `tell` name is no start: the
 * vendor documents that nothing is collected then.
 */
export function startsIn(facts: PackageFacts, knowledge: Knowledge, traces: Traces): ReadonlyMap<SdkEntry, Started> {
  const { code } = facts;
  const candidates = new Map<SdkEntry, Candidate>();
  const switches = new Map<SdkEntry, ConsentSwitch[]>();
  const offer = (sdk: SdkEntry, candidate: Candidate): void => {
    const known = candidates.get(sdk);
    if (known === undefined || isBetter(candidate, known)) candidates.set(sdk, candidate);
  };

  for (const use of code.startCalls ?? []) {
    const sdk = ownerOfMethod(use.target, knowledge.sdks);
    if (sdk === null || !traces.bySdk.has(sdk)) continue;
    const member = dottedMember(use.target) ?? '';
    const kind = switchKind(sdk, member);
    if (kind !== null) {
      const list = switches.get(sdk) ?? [];
      switches.set(sdk, list);
      if (list.length < MOST_SWITCHES) list.push({ kind, method: member, use });
    }
    if (kind === 'before' || kind === 'tell') continue;
    for (const start of waysTo(use, code)) offer(sdk, { start, kind: kind === 'start' ? 0 : 1 });
  }
  for (const { package: index, target, path } of code.packageEntries?.slice(0, MOST_ENTRIES) ?? []) {
    const sdk = traces.owners[index];
    const entry = code.entryPoints?.[path.entry];
    const kind = sdk ? switchKind(sdk, dottedMember(target) ?? '') : null;
    if (!sdk || entry === undefined || kind === 'before' || kind === 'tell') continue;
    if (path.steps.length === 0 && !startsByItself(sdk, entry, facts)) continue;
    // That a class is looked at by its constants first of all says nothing of when the SDK starts.
    const consent = target.endsWith('-><clinit>') ? 'unknown' : consentOf(path, entry);
    offer(sdk, { start: { use: null, path, entry, target, consent }, kind: 2 });
  }
  for (const { sdk, components } of traces.bySdk.values()) {
    const entry = selfStarting(sdk, components, facts);
    if (entry !== null) offer(sdk, { start: selfStart(entry, code), kind: 2 });
  }
  const all = new Set([...candidates.keys(), ...switches.keys()]);
  return new Map([...all].map((sdk) => [sdk, { start: candidates.get(sdk)?.start ?? null, switches: switches.get(sdk) ?? [] }]));
}

function isBetter(a: Candidate, b: Candidate): boolean {
  const [timeA, timeB] = [CONSENT_ORDER.indexOf(a.start.consent), CONSENT_ORDER.indexOf(b.start.consent)];
  return timeA !== timeB ? timeA < timeB : a.kind < b.kind;
}

function* waysTo(use: StartCall, { entryPoints = [] }: CodeFacts): Generator<SdkStart> {
  for (const { paths = [] } of use.callers) {
    for (const path of paths) {
      const entry = entryPoints[path.entry];
      if (entry !== undefined) yield { use, path, entry, target: use.target, consent: consentOf(path, entry) };
    }
  }
}

/** Which of the entry's lists names a method; methods are compared by class and name, inherited ones by the name of the class called. */
function switchKind({ consent }: SdkEntry, member: string): ConsentSwitch['kind'] | null {
  if (consent === null) return null;
  for (const kind of ['before', 'start', 'tell'] as const) if (consent[kind].includes(member)) return kind;
  return null;
}

/** Clicks and the like: what the user does on a page. */
const USER_ACTS =
  /^on(?:Click|LongClick|ItemClick|ItemSelected|CheckedChanged|Touch|MenuItemClick|OptionsItemSelected|EditorAction)$/;

function consentOf(path: CallPath, entry: EntryPoint): SdkStart['consent'] {
  if (path.guard?.named === true) return 'guarded';
  if (path.steps.some(({ method, link }, at) => at > 0 && link !== 'start' && USER_ACTS.test(method))) return 'after';
  if (!runsByItself(path)) return 'unknown';
  if (BEFORE_ANY_PAGE.has(entry.kind)) return possibleConsentTest(path) === null ? 'before' : 'unknown';
  return 'unknown';
}

/** Entry points of an SDK's own that the system runs without the app's doing. Its pages and services wait until somebody starts them. */
const BY_SYSTEM: ReadonlySet<EntryKind> = new Set([...BEFORE_ANY_PAGE, 'receiver-boot', 'receiver-connectivity']);
/** Hands out files when it is asked to, and does nothing when it is made. */
const FILE_PROVIDER = /^(?:androidx\.core\.content|android\.support\.v4\.content)\.FileProvider$/;

function startsByItself(sdk: SdkEntry, entry: EntryPoint, facts: PackageFacts): boolean {
  if (!BY_SYSTEM.has(entry.kind) || (sdk.autoStart.includes(entry.class) && isSwitchedOff(sdk, facts))) return false;
  const declared = facts.code.declaredClasses?.find(({ name }) => name === entry.class);
  return declared?.superclasses.some((name) => FILE_PROVIDER.test(name)) !== true;
}

/**
 * The provider by which the system starts an SDK by itself: enabled, its class defined, and not told by the manifest to wait.
 * Without knowledge of entry points, or of what is defined, nothing is said.
 */
function selfStarting(sdk: SdkEntry, components: PackageFacts['components'], facts: PackageFacts): EntryPoint | null {
  if (sdk.autoStart.length === 0 || isSwitchedOff(sdk, facts)) return null;
  for (const { kind, name, enabled } of components) {
    if (kind !== 'provider' || !enabled || !sdk.autoStart.includes(name)) continue;
    const isDefined = facts.code.declaredClasses?.some((declared) => declared.name === name && declared.defined);
    const entry = facts.code.entryPoints?.find((point) => point.kind === 'provider' && point.class === name);
    if (isDefined && entry !== undefined) return entry;
  }
  return null;
}

function selfStart(entry: EntryPoint, code: CodeFacts): SdkStart {
  const path: CallPath = { entry: code.entryPoints!.indexOf(entry), steps: [], guard: null };
  return { use: null, path, entry, target: `L${entry.class.replaceAll('.', '/')};->onCreate`, consent: 'before' };
}

/** The manifest says, by the SDK's own switch, that the automatic start is not to collect. */
function isSwitchedOff({ autoStartSwitch }: SdkEntry, { application }: PackageFacts): boolean {
  return (
    autoStartSwitch !== null && application.metaData.some(({ name, value }) => name === autoStartSwitch && value === 'false')
  );
}
