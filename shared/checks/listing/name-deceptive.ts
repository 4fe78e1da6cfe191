import type { Evidence } from '../../domain/evidence.ts';
import { identityPlace } from '../platform.ts';
import { type RuleContext, rule } from '../rule.ts';
import { type NameTrick, nameTricks, spelledOut, visibleName } from '../visible-name.ts';

export default rule({
  id: 'listing/name-deceptive',
  clauses: ['sz2025-9', 'platform2025-2'],
  basis: [
    { instrument: 'app-information-service-2022', article: '20', verified: false },
    { instrument: 'anti-telecom-fraud-law', article: '23', verified: true },
    { instrument: 'taf-078', article: '078.7', verified: false },
  ],
  ceiling: 'review',
  needs: ['listing'],
  title: { zh: '名称中有看不见或者冒充其他字的字符', en: 'Characters in a name that do not show or pass for others' },
  explanation: {
    zh: '看应用名称、桌面名称和开发者名称里有没有混淆视听的字符：零宽和填充字符、改变书写方向的控制符、夹在拉丁字母里的西里尔或希腊字母、康熙部首等与汉字同形的字符、只有自带字体才显示的字符。这类写法常用来绕过重名检查、仿冒知名应用，而应用分发平台要核验开发运营者的真实身份和应用的功能用途（《反电信网络诈骗法》第二十三条，法律）。表情符号、民族文字中正常使用的连接符不算。字符本身不证明有意仿冒，所以转人工复核；整个名称都看不见的由“hidden-app”判断。',
    en: 'Looks for characters that mislead in the name of the app, its label and the developer’s name: zero-width and filler characters, controls that turn the writing around, Cyrillic or Greek letters within Latin words, radicals and other characters with the shape of a Chinese one, characters that only a font of one’s own shows. They are used to get around checks for taken names and to imitate known apps, while stores must verify operator, function and purpose (article 23 of the Law against Telecom and Online Fraud, a law). Joiners in emoji and in scripts that need them do not count. Characters prove no intent, so a person looks; a name of which nothing shows is judged by hidden-app.',
  },
  examples: {
    bad: [
      { text: { zh: '字母“е”是西里尔字母。', en: 'The letter “е” is Cyrillic.' }, code: '"name": "WеChat"' },
      { text: { zh: '两个字之间有零宽空格。', en: 'A zero-width space between two characters.' }, code: '"name": "微\\u200b信"' },
    ],
    good: [
      {
        text: { zh: '普通的文字、数字、标点和表情符号。', en: 'Ordinary letters, digits, punctuation and emoji.' },
        code: '"name": "示例应用 2 😀"',
      },
    ],
  },
  messages: {
    tricks: {
      zh: '{what}“{name}”中有{tricks}，可能用来仿冒其他名称或者绕过重名检查；请核对实际含义（《反电信网络诈骗法》第二十三条要求核验应用和开发运营者）',
      en: '{what} “{name}” has {tricks}, perhaps to imitate another name or to get around checks: see what it really says (article 23 of the Law against Telecom and Online Fraud wants apps and operators verified)',
    },
  },
  remedy: {
    zh: '去掉名称中的不可见字符、方向控制符和形近字符，使用规范的文字',
    en: 'Write the name in ordinary characters, without invisible ones, direction controls or lookalikes',
  },
  *evaluate(context) {
    for (const { name, subject, what, evidence } of namesOf(context)) {
      const tricks = visibleName(name) === '' ? [] : nameTricks(name);
      if (tricks.length === 0) continue;
      const text = spelledOut(name);
      const list = {
        zh: tricks.map((trick) => TRICKS[trick].zh).join('、'),
        en: tricks.map((trick) => TRICKS[trick].en).join(', '),
      };
      yield { message: 'tricks', subject, data: { what, name: text, tricks: list }, evidence: [evidence(text)] };
    }
  },
});

interface ShownName {
  readonly name: string;
  readonly subject: string;
  readonly what: { readonly zh: string; readonly en: string };
  readonly evidence: (text: string) => Evidence;
}

/** The names that users are shown; the package may be null. */
function namesOf({ listing: { app, developer }, package: facts }: RuleContext): ShownName[] {
  const listed = (name: string | undefined, field: string, what: ShownName['what']): ShownName[] =>
    name === undefined ? [] : [{ name, subject: field, what, evidence: (value) => ({ type: 'listing', field, value }) }];
  const labels = facts === null ? [] : [...new Set([facts.identity.label.zh, facts.identity.label.default])];
  const label = labels.find((text): text is string => text !== null && nameTricks(text).length > 0);
  return [
    ...listed(app.name, 'app.name', { zh: '应用名称', en: 'The name of the app' }),
    ...listed(developer.name, 'developer.name', { zh: '开发者名称', en: 'The developer’s name' }),
    ...(label === undefined
      ? []
      : [
          {
            name: label,
            subject: 'label',
            what: { zh: '桌面名称', en: 'The label' },
            evidence: (text: string): Evidence => ({ type: 'resource', entry: identityPlace(facts).label, text }),
          },
        ]),
  ];
}

const TRICKS: Readonly<Record<NameTrick, { zh: string; en: string }>> = {
  invisible: { zh: '看不见的字符', en: 'characters that do not show' },
  direction: { zh: '改变书写方向的控制符', en: 'controls that turn the writing around' },
  lookalike: { zh: '与其他文字同形的字符', en: 'characters that look like others' },
  private: { zh: '只有专用字体才显示的字符', en: 'characters that only a font of its own shows' },
};
