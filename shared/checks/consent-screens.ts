import type { Evidence } from '../domain/evidence.ts';
import type { ConsentControl, ConsentScreen } from '../domain/facts/contents.ts';
import { isSdkResource } from './sdk-resources.ts';

/** Words of consent; not those of refusing it. */
const AGREES =
  /(?<![不未])(?<!拒绝)(?:同意|接受|认可)|已?知悉|授权(?!管理|设置|码|登录|登陆)[^,，。;；]{0,20}(?:收集|使用|处理)|已阅读|已閱讀|(?:仔细|认真|充分)阅读|\b(?:i|you|we) (?:have read|agree|accept|consent)|^(?:agree|accept)\b|\bread and (?:agree|accept)/i;
const POLICY = /隐私|隱私|私隱|个人信息(?:保护|处理)|個人(?:資料|信息)(?:保護|處理)|\bprivacy\b/i;
const AGREEMENT = /协议|協議|条款|條款|\bagreement\b|\bterms\b|\beula\b/i;
const REFUSES =
  /不同意|不接受|拒绝|拒絕|暂不|暫不|取消|退出|关闭|關閉|离开|離開|返回|再想想|仅浏览|仅使用基|基本功能模式|基础功能模式|游客|跳过|跳過|稍后|下次再|以后再|放弃|不用了|先逛|随便看|浏览模式|基础模式|访客|\b(?:manage|customi[sz]e|preferences|disagree|decline|refuse|reject|deny|cancel|exit|quit|close|leave|not now|later|skip|no,? thanks|back|guest)\b|don['’]t agree|do not agree|^(?:no|否)$/i;
/** Buttons that take notice of something and decide nothing. */
const ACKNOWLEDGES =
  /^(?:我?(?:已)?(?:知道|知晓|知曉|了解|明白|清楚)(?:了|啦)?|好的?|好吧|收到|朕知道了|(?:立即|马上|现在|开始|开启)(?:体验|使用|进入|探索|旅程|之旅)|进入(?:应用|app|首页)|确定|確定|确认|確認|ok(?:ay)?|got it|i (?:see|know|understand)|understood)[。!！~ ]*$/i;

/** What a control says to a user in mainland China. */
export function spoken({ text }: ConsentControl): string {
  return (text.zh ?? text.default ?? '').trim();
}

/** What a text asks to be agreed with: the privacy policy (alone or beside others), another agreement, or nothing. */
export function agreedWith(text: string): 'policy' | 'agreement' | null {
  if (!AGREES.test(text)) return null;
  if (POLICY.test(text)) return 'policy';
  return AGREEMENT.test(text) ? 'agreement' : null;
}

/** Whether a text names the privacy policy. */
export function namesPolicy(text: string): boolean {
  return POLICY.test(text);
}

/** Whether a text has words of consent, whatever it is to. */
export function agrees(text: string): boolean {
  return AGREES.test(text);
}

/** Whether a text is a way out: refusing, leaving, putting off. */
export function refuses(text: string): boolean {
  return REFUSES.test(text);
}

/** Whether a text is a button that only takes notice. */
export function acknowledges(text: string): boolean {
  return ACKNOWLEDGES.test(text);
}

/** Ids of boxes for something else, whatever stands near them, and of those that are for consent. */
const OTHER_PURPOSE = /rem(?:em|eb)ber|auto|pwd|pass|gender|sex|male|save|notif|push|show|eye|jizhu/i;
const CONSENT_ID = /agree|privac|protocol|policy|consent|xieyi|yinsi|tiaokuan|terms/i;

/** Whether the id of a control says that it is for something else than consent. */
export function hasOtherPurpose({ id }: ConsentControl): boolean {
  return id !== null && OTHER_PURPOSE.test(id);
}

/** Whether the id of a control says that it is one of consent. */
export function isNamedConsent({ id }: ConsentControl): boolean {
  return id !== null && CONSENT_ID.test(id);
}

/** Whether a screen has a box of consent that users tick themselves. */
export function hasOpenBox({ controls }: ConsentScreen): boolean {
  return controls.some((control, at) => {
    if (!isCheckable(control) || control.checked === true || control.visible === false || hasOtherPurpose(control)) return false;
    return isNamedConsent(control) || agreedWith(subjectOfBox(controls, at).text) !== null;
  });
}

/** Whether a control can be ticked or switched. */
export function isCheckable({ kind }: ConsentControl): boolean {
  return kind === 'checkbox' || kind === 'switch' || kind === 'radio';
}

/** Whether a layout, by its name, belongs to a known SDK. */
export function isSdkLayout({ name, entry }: ConsentScreen): boolean {
  return isSdkResource(name ?? entry.slice(entry.lastIndexOf('/') + 1));
}

/** What a box is for, by what stands beside it in the layout. */
export interface BoxSubject {
  readonly text: string;
  /** The text is the box's own, or stands directly beside it under the same parent; otherwise it is merely near. */
  readonly certain: boolean;
}

/**
 * The text that a box belongs to. Its own where it has one that names what is agreed with; else that of the control behind or before it:
 * certain where it stands behind the box (or the box is called one of consent), both are children of one element, and they are the
 * first, second, … of their kind there, so that no other text can be meant.
 */
export function subjectOfBox(controls: readonly ConsentControl[], at: number): BoxSubject {
  const box = controls[at]!;
  const own = spoken(box);
  if (own !== '' && (agreedWith(own) !== null || !agrees(own))) return { text: own, certain: true };
  for (const neighbour of [controls[at + 1], controls[at - 1]]) {
    if (neighbour === undefined || isCheckable(neighbour)) continue;
    const text = own + spoken(neighbour);
    if (agreedWith(text) === null) continue;
    // A sentence before the box may belong to something else in between that says nothing of interest here.
    const follows = neighbour === controls[at + 1] || isNamedConsent(box);
    return { text, certain: follows && standTogether(box, neighbour) };
  }
  return { text: own, certain: own !== '' };
}

/** `/LinearLayout/CheckBox[1]` and `/LinearLayout/TextView[1]`: same parent, same number. */
function standTogether(a: ConsentControl, b: ConsentControl): boolean {
  const [parentA, numberA] = placeOf(a);
  const [parentB, numberB] = placeOf(b);
  return parentA === parentB && numberA === numberB;
}

function placeOf({ place }: ConsentControl): [parent: string, number: string] {
  const slash = place.lastIndexOf('/');
  return [place.slice(0, slash), place.slice(place.lastIndexOf('[') + 1)];
}

/** Where a control stands, with what it says. */
export function controlEvidence(screen: ConsentScreen, control: ConsentControl, attribute?: string): Evidence {
  const text = spoken(control);
  return {
    type: 'resource',
    entry: screen.entry,
    element: control.place,
    ...(attribute === undefined ? {} : { attribute }),
    ...(text === '' ? {} : { text }),
  };
}

/** A name of a screen that stays the same from version to version as far as there is one. */
export function nameOf({ name, entry }: ConsentScreen): string {
  return name ?? entry;
}
