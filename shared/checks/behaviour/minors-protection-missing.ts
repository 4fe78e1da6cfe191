import { arePagesRead, speaksOf, textsAbsence } from '../app-texts.ts';
import { handlingOf } from '../information-handled.ts';
import { rule } from '../rule.ts';

/** Instant messaging, communities, games, live streaming, audio and video, short videos, of the 39 types. */
const MODE_NEEDED: ReadonlySet<number> = new Set([3, 4, 18, 27, 28, 29]);

export default rule({
  id: 'behaviour/minors-protection-missing',
  clauses: ['sz2025-3'],
  basis: [
    { instrument: 'minors-online-regulation', article: '43', verified: true },
    { instrument: 'pipl', article: '31', verified: true },
    { instrument: 'children-pi-provisions', article: '9', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'listing'],
  title: { zh: '应用内没有发现未成年人保护的内容', en: 'Nothing on the protection of minors was found in the app' },
  explanation: {
    zh: '面向儿童的应用处理不满十四周岁未成年人信息，应当取得监护人同意；网络游戏、直播、音视频、社交服务应当设置未成年人模式。本规则在应用文字中寻找未成年人、青少年模式、监护人等字样，资源与代码完整读取而没有找到的提出问题：面向儿童的提请复核，需要未成年人模式的类别也提请复核；只面向成年人的、不联网的不适用。模式是否有效须人工查看。',
    en: 'An app for children needs the guardians’ consent, and games, live streaming, audio, video and social services need a mode for minors. This rule looks in the app’s texts for minors, a youth mode or guardians and speaks where the app was read whole and has none: a review for apps for children and for the types that need the mode; apps for adults only and apps without network access are not concerned. Whether the mode works is for a person to see.',
  },
  examples: {
    bad: [{ text: { zh: '短视频应用没有未成年人模式', en: 'An app for short videos without a mode for minors' } }],
    good: [
      { text: { zh: '首次启动提示青少年模式，儿童应用由监护人同意', en: 'A youth mode at first start; guardians consent' } },
    ],
  },
  messages: {
    guardian: {
      zh: '上架信息声明面向儿童（{why}），应用文字中没有监护人同意或未成年人保护的内容；处理不满十四周岁未成年人的个人信息应当取得监护人同意（《个人信息保护法》第三十一条），请打开应用复核',
      en: 'The listing says that the app is for children ({why}) and no text of it speaks of guardians or minors; handling information on those under fourteen needs the guardian’s consent (article 31 of the Personal Information Protection Law): open the app',
    },
    mode: {
      zh: '{category}应用的文字中没有找到未成年人模式或青少年模式；网络游戏、直播、音视频、社交服务应当设置未成年人模式（《未成年人网络保护条例》第四十三条），请打开应用复核',
      en: 'No text of this app ({category}) speaks of a mode for minors; games, live streaming, audio, video and social services must have one (article 43 of the Regulation on the Online Protection of Minors): open the app',
    },
  },
  remedy: {
    zh: '面向儿童的应用在收集前取得监护人同意并提供拒绝选项；游戏、直播、音视频、社交类应用设置未成年人模式并在首次启动时提示',
    en: 'Apps for children obtain the guardian’s consent before they collect and let it be refused; games, streaming, audio, video and social apps have a mode for minors and point to it at first start',
  },
  applies: ({ listing: { app } }) => app.audience === 'children' || (MODE_NEEDED.has(app.category) && app.audience !== 'adults'),
  *evaluate(context) {
    const { package: facts, listing, knowledge } = context;
    if (!arePagesRead(facts) || speaksOf(facts, 'minors')) return;
    const absence = textsAbsence(facts, { zh: '未成年人、青少年模式、监护人', en: 'minors, a youth mode or guardians' });
    const { audience, category } = listing.app;
    if (audience === 'children') {
      const handling = handlingOf(context);
      if (handling === null) return;
      const said = { type: 'listing', field: 'app.audience', value: audience } as const;
      yield {
        message: 'guardian',
        subject: 'guardian',
        severity: handling.certain ? 'review' : 'warn',
        data: { why: handling.why },
        evidence: [said, ...handling.evidence, absence],
      };
      return;
    }
    const online = facts.platform !== 'android' || facts.permissions.some(({ name }) => name === 'android.permission.INTERNET');
    if (!online) return;
    const name = knowledge.categories.get(category)?.name ?? { zh: String(category), en: String(category) };
    yield {
      message: 'mode',
      subject: 'minors-mode',
      data: { category: name },
      evidence: [{ type: 'listing', field: 'app.category', value: String(category) }, absence],
    };
  },
});
