import { knowledge } from '../../knowledge/index.ts';
import { readPolicyDocument } from '../index.ts';

async function stateOf(item: string, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const { provisions } = await readPolicyDocument({ bytes, mediaType: null, fileName: 'policy.md' }, knowledge);
  return provisions.find((provision) => provision.item === item)!.state;
}

const CONTACT = '\n\n## 联系我们\n\n邮箱：privacy@shili.cn\n';

describe('the word stands in the heading, what is said under it', () => {
  test.each([
    ['PR-30', '## 撤回同意\n\n您可以随时在设置中关闭相关功能。'],
    ['PR-31', '## 注销账号\n\n您可以在“我的-设置”中操作。'],
    ['PR-29', '## 删除个人信息\n\n您可以在“我的-记录”中清空您的数据。'],
  ])('%s', async (item, text) => {
    expect(await stateOf(item, `# 隐私政策\n\n${text}`)).toBe('substance');
  });

  test.each([
    ['PR-30', '## 撤回同意\n\n## 其他'],
    ['PR-31', '## 注销账号\n\n我们重视您的账号。'],
  ])('%s: a heading alone, or nothing to the point under it', async (item, text) => {
    expect(await stateOf(item, `# 隐私政策\n\n${text}`)).toBe('word-only');
  });
});

test('a numbered line that says something is no heading', async () => {
  const text = `# 隐私政策\n\n1. 访问权：您可以查看您的个人信息\n2. 注销权：您有权申请注销账号${CONTACT}`;
  expect(await stateOf('PR-31', text)).toBe('substance');
});

test('saying that there is no switch is no switch', async () => {
  const text = (more: string) => `# 隐私政策\n\n首页会根据您的浏览记录进行个性化推荐。${more}${CONTACT}`;
  expect(await stateOf('PR-36', text('该推荐为基础功能，暂不支持关闭。'))).toBe('word-only');
  expect(await stateOf('PR-36', text('您可以在“我的-设置”中关闭。'))).toBe('substance');
});

test.each([
  ['PR-27', '目前暂不支持查阅、复制您的个人信息，您可以在设置页面查看协议。'],
  ['PR-29', '个人信息不支持删除，您可以在“我的-设置”退出登录。'],
  ['PR-30', '暂不提供撤回同意的功能，您可以在设置页面卸载应用。'],
])('%s: what is not offered is no way: %s', async (item, text) => {
  expect(await stateOf(item, `# 隐私政策\n\n${text}${CONTACT}`)).toBe('word-only');
});

test.each([
  ['PR-31', '暂不支持在线注销账号，请联系客服注销。'],
  ['PR-29', '如某些页面不支持删除，您可以在“我的-设置”中删除您的个人信息。'],
])('%s: another way is one: %s', async (item, text) => {
  expect(await stateOf(item, `# 隐私政策\n\n${text}${CONTACT}`)).toBe('substance');
});

describe('one way for all rights', () => {
  const rights = '# 隐私政策\n\n| 权利 | 说明 |\n|---|---|\n| 查阅权 | 了解我们有您的哪些信息 |\n| 更正权 | 更正错误信息 |\n\n';

  test('holds for each of them', async () => {
    const text = `${rights}如需行使上述权利，请通过以下方式联系我们：\n\n- 邮箱：privacy@shili.cn\n`;
    expect([await stateOf('PR-27', text), await stateOf('PR-28', text)]).toEqual(['substance', 'substance']);
  });

  test('is none where nobody can be reached', async () => {
    const text = `${rights}如需行使上述权利，请联系：test@example.com\n`;
    expect([await stateOf('PR-27', text), await stateOf('PR-28', text)]).toEqual(['word-only', 'word-only']);
  });
});

test.each([
  ['PR-06', '- **设备信息**：设备型号、操作系统版本，用于优化体验\n- **位置信息**：经纬度，用于展示附近门店'],
  ['PR-28', '- 更正、补充：在“设备”页面修改名称和音量设置。'],
  ['PR-28', '- 更正、补充：“主页→配置”；'],
  ['PR-22', '所有记录均保存在您的手机本地。'],
  ['PR-23', '账户删除后，除依法保留的交易记录外，其他信息将被删除。'],
  ['PR-29', '卸载应用即可删除您设备上的全部本地数据。'],
  ['PR-31', '您可以在“更多-我的-删除账户”中删除账户。'],
  ['PR-39', '本应用不适合14岁以下儿童使用。'],
  ['PR-06', '【麦克风权限】您长按空格进行语音输入时使用。\n【通讯录权限】您打开开关时申请，只读取联系人姓名加入本机词库。'],
  ['PR-06', '为查询快递，我们收集您输入的手机号。扫描单号时使用相机权限，只识别条码。'],
  ['PR-23', '桌面布局保存在您的手机里，清除数据或卸载即删除。'],
  ['PR-23', '笔记保存在云端，直到您删除。'],
  ['PR-27', '您可以在“历史”页查阅、复制、更正、删除。'],
  ['PR-28', '您的权利：设置—词库：查阅、复制（导出）、更正、删除词条。'],
  ['PR-29', '家长中心—孩子资料：查阅、复制、更正、删除。'],
  ['PR-41', '第八条 变更：弹窗告知，重大变更重新征得同意。'],
  ['PR-41', '政策有变动时，我们会弹窗提示。'],
  ['PR-06', '- 您的手机号——找回账号；\n- 您的昵称——显示在排行榜里'],
  ['PR-06', '处理目的：登录；信息种类：手机号。\n处理目的：好友排名；信息种类：步数。'],
  ['PR-22', '数据放在位于上海的机房。'],
  ['PR-22', '存储地点为河北省石家庄市的自有服务器。'],
  ['PR-22', '设置存放在您自己的手机上。'],
  ['PR-23', '您删掉打卡，我们就删掉；您注销，我们在七天内全部抹去。'],
  ['PR-28', '“我”—“设置”—“我的信息”这一页，您能看、能改、能删。'],
  ['PR-29', '“我”—“设置”—“我的信息”这一页，您能看、能改、能删。'],
  ['PR-29', '3. 删除：我的→步数记录→左滑删除。'],
  ['PR-30', '同一页底部是“不再同意”和“注销账号”。'],
  ['PR-36', '算法推荐：无'],
  ['PR-36', '我们不做广告和个性化推荐。'],
])('%s is told by: %s', async (item, text) => {
  expect(await stateOf(item, `# 隐私政策\n\n${text}\n`)).toBe('substance');
});

test.each([
  ['PR-22', '我们会在您的设备上存储Cookie。'],
  ['PR-29', '您卸载应用后我们仍会保留账号。'],
  ['PR-23', '我们会长期保存您的资料。'],
  ['PR-28', '您可以更正信息。'],
  ['PR-41', '变更：我们可能随时变更。'],
])('%s is not told by: %s', async (item, text) => {
  expect(await stateOf(item, `# 隐私政策\n\n${text}\n`)).not.toBe('substance');
});

test.each([
  ['我们努力提供更有个性化的服务和体验。', 'absent'],
  ['我们会根据浏览记录向您展示个性化内容。', 'word-only'],
])('personalisation: %s', async (text, state) => {
  expect(await stateOf('PR-36', `# 隐私政策\n\n${text}\n`)).toBe(state);
});
