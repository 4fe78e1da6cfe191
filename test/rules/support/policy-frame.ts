/**
 * A policy with all that the rules look for, passage by passage, so that an example can stand in the place of one of them. The app is
 * named in the title and in `scope` only.
 */
const FRAME = {
  title: '示例应用隐私政策',
  date: '更新日期：2026年3月1日，生效日期：2026年3月8日',
  operator: '本应用由示例科技（深圳）有限公司（以下简称“我们”）开发并运营。',
  scope:
    '我们深知个人信息对您的重要性，并会尽全力保护您的信息安全可靠。本政策适用于“示例应用”App安卓客户端，请在使用前仔细阅读；首次启动时您需主动勾选并点击“同意”，不同意的，您仍可浏览公开内容。',
  purposes:
    '一、我们如何收集和使用个人信息\n当您注册登录时，我们收集您的手机号码，用于创建账号和验证身份；不提供的，您无法注册，但不影响浏览。\n当您使用附近功能时，我们在您授权后获取位置信息，用于展示周边内容；拒绝授权不影响其他功能。\n当您上传头像时，我们申请相机权限和相册权限，用于拍摄和选择照片。',
  sensitive: '位置信息属于敏感个人信息，一旦泄露可能暴露您的行踪；我们只在您使用附近功能时单独征得您的同意后收集，您可以拒绝。',
  sharing:
    '二、共享与委托\n未经您的单独同意，我们不会向其他公司提供您的个人信息；委托处理的，我们与受托方签订协议并监督其处理活动。',
  transfer: '如发生合并、分立、解散，我们会告知您接收方的名称和联系方式，接收方继续履行本政策，变更目的的须重新征得您的同意。',
  publicity: '未经您单独同意，我们不会公开披露您的个人信息。',
  storage: '三、存储\n个人信息存储于中华人民共和国境内的服务器。',
  retention: '我们只在实现目的所必需的最短期限内保留您的信息，您注销后予以删除或匿名化处理。',
  security: '我们采用传输加密、访问控制等措施保护信息；发生安全事件时，我们会立即补救并通知您，同时向主管部门报告。',
  access: '四、您的权利\n您可以在“我的-设置-个人信息”查阅、导出您的个人信息副本。',
  correction: '信息有误的，您可以在“我的-编辑资料”更正或补充您的资料。',
  erasure: '您可以在“我的-设置-个人信息”申请删除您的个人信息。',
  withdrawal: '您可以在“设置-隐私”撤回同意，也可以在手机系统设置中关闭相应权限。',
  deletion: '您可以在“设置-账号与安全-注销账号”在线注销，无需额外材料。',
  response: '我们将在收到您的请求并核验身份后15个工作日内答复。',
  portability: '符合国家网信部门规定条件的，您可以申请将您的个人信息转移至您指定的其他个人信息处理者。',
  restriction: '您有权要求限制或者拒绝我们处理您的个人信息，也有权要求我们对本政策作出解释说明。',
  lists: '您可以在“设置-隐私”查看已收集个人信息清单。',
  personalisation: '我们使用浏览记录进行个性化推荐，您可以在“设置-隐私-个性化推荐”一键关闭。',
  assistant:
    '智能问答由生成式人工智能提供，您输入的内容仅用于生成回答，未经您单独同意不会用于训练模型；您可以在“历史记录”删除对话。',
  minors:
    '五、未成年人\n不满十四周岁的用户，须由监护人阅读并同意后使用；监护人可以查阅、更正、删除孩子的信息，详见《儿童个人信息保护规则》。',
  changes: '六、变更\n本政策更新时，我们会以弹窗方式通知您；处理目的、方式变更的，将重新征得您的同意。',
  complaints: '七、投诉\n如对我们的处理有意见，您可以发邮件投诉，也可以向网信部门举报（12377）或依法起诉。',
  contact: '八、联系我们\n电子邮箱：privacy@shili.cn；客服电话：0755-12345678；地址：深圳市南山区科技路1号示例大厦。',
} as const;

export type Passage = keyof typeof FRAME;

/** The frame with a text in the place of the first of the passages and without the others; at the end where none is named. */
export function framed(text: string, replaces: readonly Passage[] = []): string {
  const parts = Object.entries(FRAME).flatMap(([passage, own]) => {
    const at = replaces.indexOf(passage as Passage);
    return at < 0 ? [own] : at === 0 ? [text] : [];
  });
  return [...parts, ...(replaces.length === 0 ? [text] : [])].join('\n');
}
