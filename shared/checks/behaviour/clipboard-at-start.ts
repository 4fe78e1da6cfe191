import type { ApiUse, PackageFacts } from '../../domain/facts/package.ts';
import type { Knowledge } from '../../knowledge/types.ts';
import { arrivalEvidence, callEvidence, namesOf, ownersOf } from '../callers.ts';
import { codeOwner } from '../ownership.ts';
import { isAndroid } from '../platform.ts';
import {
  type Arrival,
  AT_START,
  arrivals,
  BEFORE_ANY_PAGE,
  ENTRY_NAMES,
  mayRun,
  runsByItself,
  usesByType,
} from '../reachability.ts';
import { rule } from '../rule.ts';
import { disclosureEvidence, typeDisclosure } from '../type-disclosure.ts';

const TYPE = 'device.clipboard';

const READS: ReadonlySet<string> = new Set([
  'Landroid/content/ClipboardManager;->getPrimaryClip',
  'Landroid/content/ClipboardManager;->getText',
  'Landroid/text/ClipboardManager;->getText',
]);
const LISTENER = 'Landroid/content/ClipboardManager;->addPrimaryClipChangedListener';

export default rule({
  id: 'behaviour/clipboard-at-start',
  clauses: ['sz2025-2', 'sz2025-7', 'pledge2021-5'],
  basis: [
    { instrument: 'pipl', article: '6, 17', verified: true },
    { instrument: 'app-violation-identification-2019', article: '二.1', verified: true },
    { instrument: 'miit-164-2020', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'policy'],
  title: {
    zh: '启动时读取或持续监听剪贴板而政策没有写明',
    en: 'Reads the clipboard at start or watches it, and the policy does not say so',
  },
  explanation: {
    zh: '检查应用一启动（不需用户点击）能否走到读取剪贴板的调用，以及有没有监听剪贴板变化。剪贴板里常有验证码、账号、地址，用户点“粘贴”时读取理所当然，启动时读取（识别口令、归因）则应当告知并确有必要。基础库（输入框的粘贴菜单）和点击之后的读取不报；隐私政策写到剪贴板的不报。读取到的内容是否上传，静态检测看不到。',
    en: 'The rule asks whether starting the app, without any tap, leads to calls that read the clipboard, and whether changes of the clipboard are watched. Clipboards hold codes, accounts and addresses: reading one where the user pastes is a matter of course, reading it at start (share codes, attribution) must be told and be necessary. Base libraries (the paste menu of input fields) and reads after a tap are left out, and so are apps whose policy speaks of the clipboard. Whether the content is uploaded is not visible statically.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '启动页一打开就读取剪贴板识别口令，政策没有写',
          en: 'The launcher page reads the clipboard for share codes, and the policy does not say so',
        },
        code: 'override fun onResume() { super.onResume(); checkCode(clipboard.primaryClip) }',
      },
    ],
    good: [
      {
        text: { zh: '用户点击“粘贴”后才读取', en: 'Read when the user taps "paste"' },
        code: 'pasteButton.setOnClickListener { input.setText(clipboard.primaryClip?.getItemAt(0)?.text) }',
      },
    ],
  },
  messages: {
    read: {
      zh: '{who}读取剪贴板的调用，从{entry}（{class}）不需用户操作即可到达，隐私政策没有写到剪贴板；请确认是否必要并补充告知（《个人信息保护法》第六条、第十七条）',
      en: 'Calls by {who} that read the clipboard follow from {entry} ({class}) without anything done by the user, and the policy does not mention the clipboard; find out whether it is necessary, and tell of it (articles 6 and 17 of the Personal Information Protection Law)',
    },
    watched: {
      zh: '{who}监听剪贴板变化，可以得到用户在其他应用复制的内容，隐私政策没有写到剪贴板；请确认是否必要并补充告知（《个人信息保护法》第六条、第十七条）',
      en: 'Changes of the clipboard, which may hold what the user copied elsewhere, are watched by {who}, and the policy does not mention the clipboard; find out whether it is necessary, and tell of it (articles 6 and 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '改为用户点击“粘贴”或进入相应功能时再读取；确需启动时读取的，先用 getPrimaryClipDescription 判断类型、只取约定格式的口令，不上传其他内容，并在隐私政策中写明',
    en: 'Read it when the user taps "paste" or enters the function; where it must be read at start, look at its description first, take only codes of the agreed form, upload nothing else, and state it in the policy',
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: facts, policy, knowledge }) {
    const disclosure = typeDisclosure(policy, TYPE);
    if (disclosure.state === 'told') return;
    const severity = disclosure.state === 'hinted' ? 'warn' : 'review';
    const said = disclosureEvidence(policy, disclosure, '剪贴板、剪切板、粘贴板');
    const uses = usesByType(facts.code).get(TYPE) ?? [];
    const ways = uses.filter(({ target }) => READS.has(target)).flatMap((use) => atStart(use, facts, knowledge));
    const [first] = ways;
    if (first !== undefined) {
      yield {
        message: 'read',
        subject: 'read',
        severity,
        data: {
          who: namesOf(
            ownersOf(
              ways.map(({ use, way }) => ({ ...use, callers: [way.site] })),
              facts,
              knowledge,
            ),
          ),
          entry: ENTRY_NAMES[first.way.entry.kind],
          class: first.way.entry.class,
        },
        evidence: [...ways.slice(0, 5).map(({ use, way }) => arrivalEvidence(use, way, facts, knowledge)), ...said],
      };
    }
    const watching = uses.filter((use) => use.target === LISTENER && mayRun(use));
    const watchers = ownersOf(watching, facts, knowledge).filter(({ kind }) => kind !== 'library');
    if (watchers.length === 0) return;
    yield {
      message: 'watched',
      subject: 'watched',
      severity,
      data: { who: namesOf(watchers) },
      evidence: [...watching.flatMap((use) => callEvidence(use, facts, knowledge)), ...said],
    };
  },
});

/** The ways by which starting the app leads to the call. Callbacks of the application are its life cycle; those of a page are taps. */
function atStart(use: ApiUse, facts: PackageFacts, knowledge: Knowledge): { use: ApiUse; way: Arrival }[] {
  return arrivals(use, facts.code, AT_START)
    .filter(({ path, entry }) => runsByItself(path) || BEFORE_ANY_PAGE.has(entry.kind))
    .filter(({ site }) => codeOwner(site.class, facts, knowledge).kind !== 'library')
    .map((way) => ({ use, way }));
}
