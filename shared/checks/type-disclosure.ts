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

/** Wording of real policies beyond the synonyms of the knowledge: it may mean the type, so that the policy is not silent. */
const WORDINGS: Readonly<Record<string, RegExp>> = {
  'device.installed_apps': /(?:应用|软件|程序|APP)(?:信息|名称)?列表|已?安装.{0,12}(?:应用|软件|程序|APP)|installed app/i,
  'device.clipboard': /剪[贴切]板|粘贴板|剪贴簿|clipboard|pasteboard/i,
  'device.sensors': /传感器|加速度计|陀螺仪|重力感应|摇一摇|摇动|扭一扭|\bsensors?\b|accelerometer|gyroscope/i,
  'bio.face': /人脸|面部|刷脸|活体检测|\bface|facial/i,
  'identity.idcard': /身份证|证件|护照|驾驶证|行驶证|\bID card|passport/i,
  'health.body': /健康|心率|血[压氧糖]|体温|睡眠|病[历情史]|诊疗|\bhealth|heart rate/i,
  'health.activity': /步数|运动|健身|卡路里|\bsteps?\b|fitness/i,
  finance: /银行卡|支付|交易|账单|征信|收入|资产|\bpayment|bank/i,
};

/** What a policy that was read says of a type: it is collected, it may be (general words), it is not, nothing. */
export interface TypeDisclosure {
  readonly state: 'told' | 'hinted' | 'denied' | 'silent';
  /** The places that decided; empty when silent. */
  readonly mentions: readonly TypeMention[];
}

interface Read {
  readonly mentions: ReadonlyMap<string, readonly TypeMention[]>;
  /** By type, as rules ask: a silent policy is searched for other wordings only once. */
  readonly disclosures: Map<string, TypeDisclosure>;
}
const byPolicy = new WeakMap<PolicyFacts, Read>();

/** How the policy discloses a type of personal information, generously: related types count, and so do general words as hints. */
export function typeDisclosure(policy: PolicyFacts, type: string): TypeDisclosure {
  const read = byPolicy.get(policy) ?? { mentions: mentionsOf(policy), disclosures: new Map() };
  byPolicy.set(policy, read);
  const known = read.disclosures.get(type) ?? judge(policy, type, read.mentions);
  read.disclosures.set(type, known);
  return known;
}

function judge(policy: PolicyFacts, type: string, mentions: Read['mentions']): TypeDisclosure {
  const types = TOLD_TOGETHER.find((group) => group.includes(type)) ?? [type];
  const all = types.flatMap((each) => mentions.get(each) ?? []);
  const told = all.filter(({ negated, confidence }) => !negated && confidence >= TELLING);
  if (told.length > 0) return { state: 'told', mentions: told };
  const denied = (mentions.get(type) ?? []).filter(({ negated }) => negated);
  if (denied.length > 0) return { state: 'denied', mentions: denied };
  if (all.length > 0) return { state: 'hinted', mentions: all };
  const wording = WORDINGS[type]?.exec(policy.text);
  if (!wording) return { state: 'silent', mentions: [] };
  const range = [wording.index, wording.index + wording[0].length] as const;
  return { state: 'hinted', mentions: [{ type, negated: false, range, confidence: TELLING / 2 }] };
}

/** Evidence of what the policy says of the type, or of its silence. */
export function disclosureEvidence(policy: PolicyFacts, { mentions }: TypeDisclosure, searched: string): Evidence[] {
  return mentions.length > 0 ? policyEvidence(policy, mentions, 2) : [policyAbsence(policy, searched)];
}

function mentionsOf({ types }: PolicyFacts): Read['mentions'] {
  const mentions = new Map<string, TypeMention[]>();
  for (const mention of types) {
    const list = mentions.get(mention.type);
    if (list === undefined) mentions.set(mention.type, [mention]);
    else list.push(mention);
  }
  return mentions;
}
