import type { Section, WholeVersion } from './recipe.ts';

/** The privacy policy of a version, in Markdown: what honest Chinese policies say, less or otherwise where the version has it so. */
export function policyOf(whole: WholeVersion): string {
  const { app, version, number } = whole;
  const { operator } = app;
  const head = [
    `# ${app.name}隐私政策`,
    `版本号：V${version.version}　更新日期：2026年${number + 1}月1日　生效日期：2026年${number + 1}月8日`,
    `${app.name}由${operator.name}（以下简称“我们”）运营，注册地址：${operator.address}。我们遵循合法、正当、必要和诚信原则处理您的个人信息。首次启动时我们以弹窗提示您阅读本政策，您点击“同意”之后我们才会处理您的个人信息；您可以点击“不同意”，并继续使用无需个人信息的功能。`,
  ];
  const sections = (Object.keys(WRITERS) as Section[]).flatMap((section) => {
    if (version.policy.without.includes(section)) return [];
    const { title, body } = WRITERS[section](whole);
    return [`## ${title}\n\n${version.policy.instead[section] ?? body}`];
  });
  return `${[...head, ...sections].join('\n\n')}\n`;
}

type Writer = (whole: WholeVersion) => { readonly title: string; readonly body: string };

const WRITERS: Readonly<Record<Section, Writer>> = {
  functions: ({ app, functions }) => ({
    title: '我们收集哪些个人信息，为了什么',
    body: [
      app.accounts
        ? '- 注册和登录：您注册账号时，我们收集您的手机号码和短信验证码，用于创建账号和验证身份，您不提供则不能使用需要登录的功能。'
        : '- 基本功能无需注册账号，不收集您的个人信息。',
      ...functions.map(
        ({ name, information, purpose, sensitive }) =>
          `- ${name}：您使用“${name}”时，我们收集您的${information}，用于${purpose}。${
            sensitive
              ? `${information}属于敏感个人信息，一旦泄露可能影响您的人身或财产安全，${purpose}必须用到它；我们会在您打开该功能时单独征得您的同意。`
              : ''
          }您可以拒绝授予相应的系统权限，也可以随时在系统设置中关闭，拒绝后不影响其他功能。`,
      ),
    ].join('\n'),
  }),
  sdks: ({ sdks }) => ({
    title: '第三方SDK清单',
    body:
      sdks.length === 0
        ? '本应用未接入收集个人信息的第三方SDK。'
        : [
            '| SDK名称 | 运营者 | 使用目的 | 收集的个人信息 | 收集方式 | 隐私政策链接 |',
            '| --- | --- | --- | --- | --- | --- |',
            ...sdks.map(
              (sdk) => `| ${[sdk.name, sdk.operator, sdk.purpose, sdk.information, 'SDK自行采集', sdk.policyUrl].join(' | ')} |`,
            ),
          ].join('\n'),
  }),
  sharing: () => ({
    title: '对外提供、委托处理和公开',
    body: '除本政策所列以外，我们不向任何第三方提供、转让或者公开您的个人信息。新增接收方时，我们会告知接收方的名称、联系方式、处理目的、处理方式和个人信息的种类，并取得您的单独同意。我们不向境外提供个人信息。未经您单独同意，我们不会利用敏感个人信息进行营销，也不会利用您的个人信息对交易价格实行不合理的差别待遇。',
  }),
  storage: () => ({
    title: '保存地点和期限',
    body: '您的个人信息保存在中华人民共和国境内，自收集之日起保存6个月，账号信息保存至您注销账号为止；到期后我们会删除或者匿名化处理。',
  }),
  rights: ({ app }) => ({
    title: '您的权利',
    body: [
      '- 查阅、复制：您可以在“我的—设置—个人信息”查阅您的个人信息，点击“导出”复制。',
      '- 更正、补充：您可以在“我的—设置—个人信息”更正、补充您的个人信息。',
      '- 删除：您可以在“我的—设置—隐私—清除数据”删除您的个人信息。',
      '- 撤回同意：您可以在“我的—设置—隐私—撤回同意”撤回您的同意，撤回不影响无需个人信息的功能。',
      app.accounts
        ? '- 注销账号：您可以在“我的—设置—账号与安全—注销账号”注销账号，验证手机号后即可，注销后我们会删除您的个人信息。'
        : '- 本应用没有账号，因此不涉及注销账号。',
      '- 转移、限制处理、解释说明：您可以通过本政策末尾的联系方式，要求转移您的个人信息、限制或者拒绝处理、解释说明处理规则。',
      '',
      '我们会在15个工作日内答复您的请求，不设置不合理的条件，不收取费用。',
    ].join('\n'),
  }),
  minors: ({ app }) => ({
    title: '未成年人保护',
    body:
      app.audience === 'children'
        ? '本应用面向儿童。我们制定了专门的《儿童个人信息保护规则》，并指定专人负责儿童个人信息保护；收集不满十四周岁未成年人的个人信息前，我们会以弹窗告知监护人并征得监护人的单独同意；监护人可以随时查阅、更正、删除孩子的个人信息，也可以撤回同意。'
        : '本应用主要面向成年人。不满十四周岁的未成年人应当在监护人同意后使用，我们制定了专门的儿童个人信息处理规则：只收集提供服务所必需的信息，监护人可以随时要求查阅、更正、删除。',
  }),
  security: () => ({
    title: '安全保护',
    body: '我们采用加密传输、访问控制等措施保护您的个人信息。发生或者可能发生个人信息泄露时，我们会及时通过站内信和短信通知您，并报告监管部门。',
  }),
  changes: () => ({
    title: '本政策的变更',
    body: '本政策变更时，我们会在应用内以弹窗通知您；处理目的、方式、种类发生变化的，会重新取得您的同意。',
  }),
  contact: () => ({
    title: '联系我们和投诉',
    body: '个人信息保护负责人：隐私专员，电子邮箱：privacy@shili-keji.cn，投诉举报电话：0755-86013388。我们会在15个工作日内处理您的投诉。',
  }),
};
