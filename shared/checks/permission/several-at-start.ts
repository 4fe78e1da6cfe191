import type { PermissionEntry } from '../../knowledge/types.ts';
import { arrivalEvidence } from '../callers.ts';
import { relevanceOf } from '../category-relevance.ts';
import { askedAtStart } from '../permission-asking.ts';
import { shortName } from '../permissions.ts';
import { isAndroid } from '../platform.ts';
import { ENTRY_NAMES } from '../reachability.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'permission/several-at-start',
  clauses: ['sz2025-8', 'sz2025-4', 'pledge2021-2'],
  basis: [
    { instrument: 'pipl', article: '6, 14', verified: true },
    { instrument: 'app-violation-identification-2019', article: '四.6', verified: false },
    { instrument: 'miit-164-2020', verified: false },
    { instrument: 'miit-26-2023', verified: false },
    { instrument: 'taf-078', article: '078.4', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '启动时一次申请多组权限', en: 'Several groups of permissions asked for at once at start' },
  explanation: {
    zh: '权限应当在使用对应功能时逐项申请。本规则看启动页或应用初始化代码自行走到的权限申请：一次调用的常量参数里有三组以上（组数可设）危险权限的，交人工复核；分几次但都在启动时申请的，以及启动时申请了类别基本功能用不到的权限的，只作提示。存储与照片、精确与大致位置各算一组，通知不算。经点击等回调才走到的、由基础库发起的不计；归属不明的封装代码（其参数可能是多处调用之和）只作提示。静态检查看不到是否真的弹窗、用户拒绝后会怎样。',
    en: 'Permissions should be asked for one by one when their function is used. This rule looks at requests that the launcher page or the app’s initialisation reaches by itself: three groups or more (the number can be set) among the constant arguments of one call go to a reviewer; several calls at start, and a request at start for what the category’s basic function does not need, are only noted. Storage and photos are one group, fine and coarse location another, notifications none. Left out are requests behind a click or another callback, and those of base libraries; a wrapper of an unknown owner, whose arguments may be the sum of many callers’, is only noted. Whether dialogs really appear and what a refusal means cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '启动页 onCreate 里一次申请电话、位置、存储',
          en: 'The launcher’s onCreate asks for phone, location and storage at once',
        },
        code: 'ActivityCompat.requestPermissions(this, new String[]{READ_PHONE_STATE, ACCESS_FINE_LOCATION, WRITE_EXTERNAL_STORAGE}, 1);',
      },
    ],
    good: [
      {
        text: { zh: '点击“扫一扫”后只申请相机', en: 'Only the camera, after a click on “scan”' },
        code: 'scanButton.setOnClickListener(v -> requestPermissions(new String[]{CAMERA}, 1));',
      },
    ],
  },
  parameters: {
    groups: {
      type: 'integer',
      default: 3,
      minimum: 2,
      maximum: 10,
      description: {
        zh: '一次申请多少组危险权限起视为“一揽子”',
        en: 'From how many groups of dangerous permissions on one request is taken for a package deal',
      },
    },
  },
  messages: {
    atOnce: {
      zh: '{entry}自行走到的权限申请一次带有 {count} 组危险权限（{permissions}），由{owner}发起；权限应当随功能逐项申请，不得要求一次性打开多个权限（《个人信息保护法》第六条、第十四条；《App违法违规收集使用个人信息行为认定方法》第四类第6项，条款须核对）。是否实际弹窗、拒绝后能否继续使用，请人工验证',
      en: 'A request that {entry} reaches by itself has {count} groups of dangerous permissions at once ({permissions}), made by {owner}; permissions should be asked for one by one with their functions (articles 6 and 14 of the Personal Information Protection Law; section 4(6) of the 2019 identification methods, verify). Try by hand whether the dialogs appear and the app can be used after a refusal',
    },
    inARow: {
      zh: '启动时自行走到的多次权限申请合计 {count} 组危险权限（{permissions}）；建议改为使用对应功能时再逐项申请（《个人信息保护法》第六条）',
      en: 'Requests that follow from the start of the app by themselves add up to {count} groups of dangerous permissions ({permissions}): better ask for each when its function is used (article 6 of the Personal Information Protection Law)',
    },
    wrapped: {
      zh: '{entry}自行走到一处归属不明（可能经过混淆）的权限申请，其常量参数合计 {count} 组危险权限（{permissions}），也可能是多处调用之和；请确认启动时没有一次申请多组权限（《个人信息保护法》第六条）',
      en: '{entry} reaches by itself a request in code whose owner is not known (perhaps shrunk); its constant arguments have {count} groups of dangerous permissions ({permissions}), which may be the sum of several callers’: make sure that the start of the app does not ask for several groups at once (article 6 of the Personal Information Protection Law)',
    },
    early: {
      zh: '启动时自行走到的权限申请带有 {permissions}（{count} 组），不是申报类别的基本功能所必需；建议改为使用对应功能时再申请（《个人信息保护法》第六条）',
      en: 'Requests that follow from the start of the app by themselves ask for {permissions} ({count} groups), which the basic function of the declared category does not need: better ask when the function is used (article 6 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '启动时不申请权限；用户使用到对应功能时再申请该功能所需的一项，申请前后说明目的，拒绝后其他功能照常可用',
    en: 'Ask for nothing at start: when a function is used, ask for what it needs and say why; after a refusal everything else keeps working',
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: facts, listing, knowledge, parameters }) {
    const least: number = parameters.groups;
    const all = askedAtStart(facts, knowledge);
    const requests = all.filter(({ owner }) => owner.kind !== 'unknown');
    const atOnce = requests.filter(({ groups }) => groups.size >= least);
    for (const { use, arrival, owner, asked, groups } of atOnce) {
      yield {
        message: 'atOnce',
        subject: owner.id,
        data: {
          entry: ENTRY_NAMES[arrival.entry.kind],
          count: groups.size,
          permissions: namesIn(asked),
          owner: owner.name,
        },
        evidence: [arrivalEvidence(use, arrival, facts, knowledge)],
      };
    }
    const category = listing === null ? undefined : knowledge.categories.get(listing.app.category);
    const isBasic = (entry: PermissionEntry) => category !== undefined && relevanceOf(category, entry) === 'basic';
    const wrapped = all.find(({ owner, groups }) => owner.kind === 'unknown' && groups.size >= least);
    if (atOnce.length === 0 && wrapped !== undefined) {
      const { use, arrival, asked, groups } = wrapped;
      yield {
        message: 'wrapped',
        subject: 'unknown',
        severity: 'warn',
        data: { entry: ENTRY_NAMES[arrival.entry.kind], count: groups.size, permissions: namesIn(asked) },
        evidence: [arrivalEvidence(use, arrival, facts, knowledge)],
      };
    }
    const groupsInAll = new Set(requests.flatMap(({ groups }) => [...groups]));
    if (atOnce.length > 0 || requests.every(({ asked }) => asked.every(isBasic))) return;
    const permissions = namesIn(requests.flatMap(({ asked }) => asked));
    yield {
      message: groupsInAll.size >= least ? 'inARow' : 'early',
      subject: 'start',
      severity: 'warn',
      data: { count: groupsInAll.size, permissions },
      evidence: requests.slice(0, 10).map(({ use, arrival }) => arrivalEvidence(use, arrival, facts, knowledge)),
    };
  },
});

function namesIn(asked: readonly PermissionEntry[]): string {
  return [...new Set(asked.map(({ name }) => shortName(name)))].join(', ');
}
