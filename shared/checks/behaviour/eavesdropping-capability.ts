import type { Evidence } from '../../domain/evidence.ts';
import type { PackageFacts } from '../../domain/facts/package.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Knowledge } from '../../knowledge/types.ts';
import { describesFunction } from '../app-purpose.ts';
import { arrivalEvidence } from '../callers.ts';
import { codeOwner } from '../ownership.ts';
import { declarationEvidence, requestedPermissions } from '../permissions.ts';
import { isAndroid } from '../platform.ts';
import { arrivals, IN_BACKGROUND, usesByType } from '../reachability.ts';
import { rule } from '../rule.ts';

/** One way to listen or to watch while the app is out of sight, and the words of functions that need it. */
interface Capability {
  readonly subject: 'microphone' | 'camera' | 'screen';
  readonly what: Bilingual;
  /** Bit of `android:foregroundServiceType` (android.content.pm.ServiceInfo). */
  readonly bit: number;
  readonly type: string;
  /** Without it the capability is none; null where the system asks the user each time. */
  readonly permission: string | null;
  readonly functions: RegExp;
}

const CAPABILITIES: readonly Capability[] = [
  {
    subject: 'microphone',
    what: { zh: '麦克风声音', en: 'sound of the microphone' },
    bit: 0x80,
    type: 'microphone',
    permission: 'android.permission.RECORD_AUDIO',
    functions:
      /录音|录制|录像|语音|通话|电话|对讲|直播|会议|连麦|[Kk]歌|唱|听写|听歌识曲|识曲|麦克风|变声|配音|口语|跟读|朗读|声音|声纹|鼾|睡眠监测|分贝|噪音|调音|翻译|\b(?:voice|audio|sound|record\w*|(?:phone |video )?calls?|karaoke|meetings?|microphone|live|speech|dictat\w*|intercom)\b/i,
  },
  {
    subject: 'camera',
    what: { zh: '摄像头画面', en: 'pictures of the camera' },
    bit: 0x40,
    type: 'camera',
    permission: 'android.permission.CAMERA',
    functions:
      /拍照|拍摄|相机|摄像|录像|直播|视频通话|会议|连麦|监控|看护|安防|行车记录|运动捕捉|手势|\b(?:video calls?|camera|photos?|dash ?cam|live|meetings?|surveil\w*|monitor\w*)\b/i,
  },
  {
    subject: 'screen',
    what: { zh: '屏幕内容', en: 'content of the screen' },
    bit: 0x20,
    type: 'screen_content',
    permission: null,
    functions:
      /录屏|投屏|投影|截屏|截图|屏幕|远程|会议|直播|镜像|同屏|翻译|\b(?:screen\w*|cast\w*|mirror\w*|remote|meetings?|live)\b/i,
  },
];

const CALL_BROADCASTS: ReadonlySet<string> = new Set([
  'android.intent.action.PHONE_STATE',
  'android.intent.action.NEW_OUTGOING_CALL',
]);
const CALL_RECORDING = /通话录音|电话录音|录音|\bcall record/i;

export default rule({
  id: 'behaviour/eavesdropping-capability',
  clauses: ['pledge2021-5', 'sz2025-7'],
  basis: [
    { instrument: 'pipl', article: '6, 7', verified: true },
    { instrument: 'app-violation-identification-2019', article: '四.1', verified: false },
    { instrument: 'miit-164-2020', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'listing'],
  title: {
    zh: '可在后台录音、拍摄或者录屏，而应用没有相应功能',
    en: 'Can listen, film or capture the screen in the background without a function for it',
  },
  explanation: {
    zh: '检查应用能不能在用户没有看着它的时候使用麦克风、摄像头或者录屏：声明了相应类型的前台服务，或者服务、广播接收器能走到录音、拍摄的调用；再看应用名称、商店介绍和权限用途说明里有没有需要它的功能（录音、语音通话、直播、行车记录等）。介绍里有这类功能的不报；有介绍而没有这类功能的请人复核；没有提供介绍的，由广播触发的请人复核，其余提示。能走到来电广播的录音调用单独列出。是否真的在后台录制，静态检测不能证实。',
    en: 'The rule asks whether the app can use microphone, camera or screen capture while nobody looks at it: a foreground service of that type is declared, or a service or receiver leads to calls that record; and whether name, store description and the purposes of permissions speak of a function that needs it (recording, voice calls, live video, a dash cam). With such a function nothing is said; with a description that names none, a person looks; without a description, what a broadcast sets off is held and the rest warned about. Recording that a call broadcast leads to is told by itself. Whether anything is recorded in the background cannot be shown statically.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '手电筒应用声明了麦克风类型的前台服务，介绍里没有任何录音、语音功能',
          en: 'A torch with a foreground service of type microphone, and no function of sound in its description',
        },
        code: '<service android:name=".ListenService" android:foregroundServiceType="microphone" />',
      },
    ],
    good: [
      {
        text: {
          zh: '录音笔应用在介绍和权限用途中写明“后台持续录音”',
          en: 'A recorder that says in its description and in the purpose of the permission that it goes on recording in the background',
        },
      },
    ],
  },
  messages: {
    unexplained: {
      zh: '应用能够在后台取得{what}（{how}），名称和商店介绍中没有看到需要它的功能；请复核用途，不能说明的应当删除（《个人信息保护法》第六条：与处理目的直接相关）',
      en: 'The app can obtain the {what} in the background ({how}), and neither its name nor the store description speaks of a function that needs it; review what it is for, and remove it where that cannot be said (article 6 of the Personal Information Protection Law: directly related to the purpose)',
    },
    undescribed: {
      zh: '应用能够在后台取得{what}（{how}），没有提供应用介绍，无法判断是否有需要它的功能；请补充说明（《个人信息保护法》第六条、第七条）',
      en: 'The app can obtain the {what} in the background ({how}), and no description was given to tell whether a function needs it; explain it (articles 6 and 7 of the Personal Information Protection Law)',
    },
    call: {
      zh: '通话状态广播接收器 {receiver} 可以到达录音的调用（{who}），可能对通话录音；请复核是否有通话录音功能、是否由用户主动开启并已告知（《个人信息保护法》第六条、第七条）',
      en: 'The receiver of call broadcasts {receiver} leads to calls that record sound ({who}), perhaps of the call; review whether there is a function of call recording that users switch on and are told of (articles 6 and 7 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '没有相应功能的，删除该前台服务类型、权限和后台录制代码；有的，在商店介绍和权限用途中写明，由用户主动开启，录制时持续显示通知',
    en: 'Without such a function, remove the foreground-service type, the permission and the code; with one, say so in the description and in the purpose of the permission, let users start it, and show a notification while it records',
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: facts, listing, knowledge }) {
    for (const capability of CAPABILITIES) {
      const found = find(capability, facts, knowledge);
      if (found === null) continue;
      const described = describesFunction(
        capability.functions,
        capability.permission === null ? [] : [capability.permission],
        listing,
        facts,
      );
      if (described === 'described') continue;
      yield {
        message: described === 'unknown' ? 'undescribed' : 'unexplained',
        subject: capability.subject,
        severity: described === 'unknown' && !found.byBroadcast ? 'warn' : 'review',
        data: { what: capability.what, how: found.how },
        evidence: [
          ...found.evidence,
          { type: 'listing', field: 'app.name', value: listing.app.name },
          ...(described === 'unknown'
            ? []
            : [{ type: 'listing' as const, field: 'app.description', value: (listing.app.description ?? '').slice(0, 200) }]),
        ],
      };
    }
    yield* callRecording(facts, knowledge, describesFunction(CALL_RECORDING, [], listing, facts) === 'described');
  },
});

/** What the package has of a capability; null where there is nothing, or where its permission is not declared. */
function find(
  { bit, type, permission }: Capability,
  facts: PackageFacts,
  knowledge: Knowledge,
): { readonly how: Bilingual; readonly byBroadcast: boolean; readonly evidence: Evidence[] } | null {
  const declared = requestedPermissions(facts, knowledge).find(({ name }) => name === permission);
  if (permission !== null && declared === undefined) return null;
  const services = facts.components.filter(
    ({ kind, enabled, foregroundServiceType = 0 }) => kind === 'service' && enabled && (foregroundServiceType & bit) !== 0,
  );
  // To capture the screen the system asks the user: a call alone proves nothing there.
  const ways = permission === null ? [] : backgroundWays(type, facts, knowledge);
  if (services.length === 0 && ways.length === 0) return null;
  const byBroadcast = ways.some(({ way }) => way.entry.kind !== 'service');
  const names = services.length > 0 ? services.map(({ name }) => name) : ways.map(({ way }) => way.entry.class);
  const shown = [...new Set(names)].slice(0, 3).join('、');
  return {
    how:
      services.length > 0
        ? { zh: `前台服务 ${shown}`, en: `foreground service ${shown}` }
        : { zh: `由 ${shown} 到达`, en: `reached from ${shown}` },
    byBroadcast,
    evidence: [
      ...services.slice(0, 5).map(
        ({ place, foregroundServiceType = 0 }): Evidence => ({
          type: 'manifest',
          element: place,
          attribute: 'android:foregroundServiceType',
          value: `0x${foregroundServiceType.toString(16)}`,
        }),
      ),
      ...ways.slice(0, 5).map(({ use, way }) => arrivalEvidence(use, way, facts, knowledge)),
      ...(declared === undefined ? [] : declarationEvidence(declared)),
    ],
  };
}

function backgroundWays(type: string, facts: PackageFacts, knowledge: Knowledge) {
  return (usesByType(facts.code).get(type) ?? []).flatMap((use) =>
    arrivals(use, facts.code, IN_BACKGROUND)
      .filter(({ site }) => codeOwner(site.class, facts, knowledge).kind !== 'library')
      .map((way) => ({ use, way })),
  );
}

function* callRecording(facts: PackageFacts, knowledge: Knowledge, described: boolean) {
  const receivers = new Set(
    facts.components
      .filter(
        ({ kind, enabled, intentFilters }) =>
          kind === 'receiver' &&
          enabled &&
          intentFilters.some(({ actions }) => actions.some((each) => CALL_BROADCASTS.has(each))),
      )
      .map(({ name }) => name),
  );
  if (receivers.size === 0) return;
  const ways = backgroundWays('microphone', facts, knowledge).filter(({ way }) => receivers.has(way.entry.class));
  const [first] = ways;
  if (first === undefined) return;
  yield {
    message: 'call' as const,
    subject: 'call',
    severity: described ? ('warn' as const) : ('review' as const),
    data: { receiver: first.way.entry.class, who: codeOwner(first.way.site.class, facts, knowledge).name },
    evidence: ways.slice(0, 5).map(({ use, way }) => arrivalEvidence(use, way, facts, knowledge)),
  };
}
