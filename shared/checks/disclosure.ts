import type { Evidence } from '../domain/evidence.ts';
import type { ListingFacts } from '../domain/facts/listing.ts';
import type { Mention, PolicyFacts, Provision } from '../domain/facts/policy.ts';
import { findPermission } from '../knowledge/permissions.ts';
import type { Knowledge, PermissionEntry } from '../knowledge/types.ts';
import { isSameGroup, sameGroupAs } from './permission-groups.ts';
import { chaptersNotThere } from './policy-contents.ts';

/**
 * What a policy says about a permission, strongest first: it names the permission or one of its group; it names the information that
 * the permission opens; it says that it does not use it; nothing.
 */
export interface PermissionDisclosure {
  readonly state: 'permission' | 'information' | 'denied' | 'silent';
  /** The places that decided, empty when silent. */
  readonly mentions: readonly Mention[];
  /** When silent: general words (电话, 存储, 短信) that may mean it or anything else; they neither prove nor disprove a disclosure. */
  readonly hints: readonly Mention[];
}

/** Below this a word is so general that it may speak of something else. */
const TELLING = 0.6;

/** What policies were found to say, by policy: several rules ask for the same permissions. */
interface Read {
  readonly knowledge: Knowledge;
  /** Places of mentions in the policy's list, by the permission's name in the knowledge. */
  readonly named: ReadonlyMap<string, readonly number[]>;
  readonly byName: Map<string, PermissionDisclosure>;
}

const reads = new WeakMap<PolicyFacts, Read>();

function readOf(policy: PolicyFacts, knowledge: Knowledge): Read {
  const made = reads.get(policy);
  if (made?.knowledge === knowledge) return made;
  const named = new Map<string, number[]>();
  for (const [at, { permission }] of policy.permissions.entries()) {
    const key = findPermission(knowledge, permission)?.name ?? permission;
    const places = named.get(key);
    if (places === undefined) named.set(key, [at]);
    else places.push(at);
  }
  const read = { knowledge, named, byName: new Map<string, PermissionDisclosure>() };
  reads.set(policy, read);
  return read;
}

/**
 * How a policy that was read discloses a permission. Generous on purpose: a mention of any permission of the group counts, or of the
 * information, because what is decided with it is that a policy says nothing at all.
 */
export function permissionDisclosure(policy: PolicyFacts, name: string, knowledge: Knowledge): PermissionDisclosure {
  const read = readOf(policy, knowledge);
  const disclosure = read.byName.get(name) ?? disclosureOf(policy, name, read);
  read.byName.set(name, disclosure);
  return disclosure;
}

const NOWHERE: readonly number[] = [];

function disclosureOf(policy: PolicyFacts, name: string, { knowledge, named: places }: Read): PermissionDisclosure {
  const same = sameGroupAs(name, knowledge);
  const at = [...same].flatMap((key) => places.get(key) ?? NOWHERE);
  const named = at.sort((a, b) => a - b).map((index) => policy.permissions[index]!);
  const told = named.filter((mention) => !mention.negated && mention.confidence >= TELLING);
  if (told.length > 0) return { state: 'permission', mentions: told, hints: [] };
  const entry = findPermission(knowledge, name);
  const alike = entry === null ? [] : [entry, ...entry.equivalents.flatMap((equal) => findPermission(knowledge, equal) ?? [])];
  const types = new Set(alike.flatMap(({ piTypes }) => piTypes));
  const information = policy.types.filter((mention) => types.has(mention.type));
  const collected = information.filter(
    (mention) => !mention.negated && mention.confidence >= TELLING && !isGivenByHand(mention.type, alike),
  );
  if (collected.length > 0) return { state: 'information', mentions: collected, hints: [] };
  const all = [...named, ...information];
  const denials = all.filter((mention) => mention.negated);
  return denials.length > 0 ? { state: 'denied', mentions: denials, hints: [] } : { state: 'silent', mentions: [], hints: all };
}

/** Permissions of the camera alone, not of photographs. */
const CAMERA: ReadonlySet<string> = new Set(['android.permission.CAMERA', 'ohos.permission.CAMERA', 'system.barcode']);

/** Information that users type or choose in nearly every app: naming it says nothing of a permission that would open it unasked. */
function isGivenByHand(type: string, alike: readonly PermissionEntry[]): boolean {
  return (
    type === 'phone_number' || type === 'account' || (type === 'media.images' && alike.every(({ name }) => CAMERA.has(name)))
  );
}

/** The listing's entry for a permission or for one of its group; null when there is none. */
export function listedPermission(
  listing: ListingFacts | null,
  name: string,
  knowledge: Knowledge,
): { readonly name: string; readonly purpose?: string } | null {
  const listed = listing?.permissions ?? [];
  return listed.find((entry) => entry.name === name) ?? listed.find((entry) => isSameGroup(entry.name, name, knowledge)) ?? null;
}

/**
 * Whether parts of the policy could not be read (tables that are images, linked documents) or are not there (chapters that its own
 * contents name). What they say is unknown, so silence of the rest proves nothing and must not reject.
 */
export function policyMaySayMore(policy: PolicyFacts): boolean {
  return policy.gaps.some((gap) => gap.affects === 'policy') || chaptersNotThere(policy).length > 0;
}

/** Characters below which a text is too short for its silence to prove anything: a summary, an index, the store's front page. */
const LONG_ENOUGH = 500;

/** Whether a policy is so short that what it leaves out may well stand in the whole text, which was not at this place. */
export function isTooShortForSilence({ text }: PolicyFacts): boolean {
  return text.length < LONG_ENOUGH;
}

/** The state of a policy item (`PR-14`) in a policy; an item that the reader did not look for counts as absent. */
export function provisionOf(policy: PolicyFacts, item: string): Provision {
  return policy.provisions.find((provision) => provision.item === item) ?? { item, state: 'absent', places: [] };
}

/** Evidence that points at places in the policy; at most `limit` of them, with enough text around to be understood. */
export function policyEvidence(policy: PolicyFacts, mentions: readonly Mention[], limit = 3): Evidence[] {
  return mentions.slice(0, limit).map(({ range }) => ({
    type: 'policy',
    snapshot: policy.source.sha256 ?? '',
    range,
    excerpt: excerpt(policy.text, range),
  }));
}

/** The words by which a policy could have named a permission: its group and terms, and those of the Android permissions that open the same. */
export function searchedTerms(entry: PermissionEntry, knowledge: Knowledge): string {
  const alike = [entry, ...entry.equivalents.flatMap((name) => findPermission(knowledge, name) ?? [])];
  return [...new Set(alike.flatMap(({ group, policyTerms }) => [group.zh, ...policyTerms]))].slice(0, 20).join('、');
}

/** Evidence that something was looked for in the whole policy and is not there. */
export function policyAbsence(policy: PolicyFacts, searched: string): Evidence {
  return { type: 'policy-absence', snapshot: policy.source.sha256 ?? '', searched, characters: policy.text.length };
}

const AROUND = 40;

/** The range's text with up to 40 characters either side, cut at line ends. */
function excerpt(text: string, [start, end]: readonly [number, number]): string {
  const before =
    text
      .slice(Math.max(0, start - AROUND), start)
      .split('\n')
      .pop() ?? '';
  const after = text.slice(end, end + AROUND).split('\n')[0] ?? '';
  return before + text.slice(start, end) + after;
}
