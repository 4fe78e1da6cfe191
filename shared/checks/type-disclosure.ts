import type { Evidence } from '../domain/evidence.ts';
import type { PolicyFacts, TypeMention } from '../domain/facts/policy.ts';
import { policyAbsence, policyEvidence } from './disclosure.ts';

/** Below this a word is so general that it may speak of something else. */
const TELLING = 0.6;

/** Types that one disclosure covers: whoever writes 精确位置 tells of cells and of the background as well. */
const TOLD_TOGETHER: readonly (readonly string[])[] = [
  ['location.precise', 'location.coarse', 'location.cell', 'location.background', 'location.track'],
  ['device.oaid', 'device.aaid_gaid'],
  ['device.installed_apps', 'device.running_apps'],
  ['device.mac_wifi', 'device.mac_bt'],
  ['device.wifi_list', 'device.bt_list'],
  ['device.imsi', 'device.iccid'],
  ['health.body', 'health.activity'],
];

/** What a policy that was read says of a type: it is collected, it may be (general words), it is not, nothing. */
export interface TypeDisclosure {
  readonly state: 'told' | 'hinted' | 'denied' | 'silent';
  /** The places that decided; empty when silent. */
  readonly mentions: readonly TypeMention[];
}

const byPolicy = new WeakMap<PolicyFacts, ReadonlyMap<string, readonly TypeMention[]>>();

/** How the policy discloses a type of personal information, generously: related types count, and so do general words as hints. */
export function typeDisclosure(policy: PolicyFacts, type: string): TypeDisclosure {
  const mentions = mentionsOf(policy);
  const types = TOLD_TOGETHER.find((group) => group.includes(type)) ?? [type];
  const all = types.flatMap((each) => mentions.get(each) ?? []);
  const told = all.filter(({ negated, confidence }) => !negated && confidence >= TELLING);
  if (told.length > 0) return { state: 'told', mentions: told };
  const denied = (mentions.get(type) ?? []).filter(({ negated }) => negated);
  if (denied.length > 0) return { state: 'denied', mentions: denied };
  return all.length > 0 ? { state: 'hinted', mentions: all } : { state: 'silent', mentions: [] };
}

/** Evidence of what the policy says of the type, or of its silence. */
export function disclosureEvidence(policy: PolicyFacts, { mentions }: TypeDisclosure, searched: string): Evidence[] {
  return mentions.length > 0 ? policyEvidence(policy, mentions, 2) : [policyAbsence(policy, searched)];
}

function mentionsOf(policy: PolicyFacts): ReadonlyMap<string, readonly TypeMention[]> {
  const known = byPolicy.get(policy);
  if (known !== undefined) return known;
  const mentions = new Map<string, TypeMention[]>();
  for (const mention of policy.types) {
    const list = mentions.get(mention.type);
    if (list === undefined) mentions.set(mention.type, [mention]);
    else list.push(mention);
  }
  byPolicy.set(policy, mentions);
  return mentions;
}
