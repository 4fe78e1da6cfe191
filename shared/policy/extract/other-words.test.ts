import { knowledge } from '../../knowledge/index.ts';
import { readPolicyDocument } from '../index.ts';

async function typesIn(passage: string): Promise<readonly string[]> {
  const bytes = new TextEncoder().encode(`示例应用隐私政策\n${passage}\n`);
  const { types, sdkMentions } = await readPolicyDocument({ bytes, mediaType: 'text/plain', fileName: null }, knowledge);
  return [...types.map(({ type }) => type), ...sdkMentions.map(({ sdk }) => sdk)];
}

describe('names that arise where other words meet', () => {
  test.each([
    ['收集您的软硬件特征信息。', 'finance'],
    ['为您在多台设备间同步数据。', 'health.activity'],
    ['系统会妥善保护照片。', 'identity.idcard'],
    ['记录学生日常表现。', 'identity.other'],
    ['用于登录音乐平台。', 'microphone'],
    ['在页面容器中展示网页。', 'bio.face'],
    ['根据浏览器指纹识别异常访问。', 'bio.fingerprint'],
    ['公司合并、收购、资产转让时,我们会通知您。', 'finance'],
    ['收集您的 IP 地址、MAC 地址。', 'address'],
    ['您勾选即构成同意。', 'zego'],
    ['您可以进行音乐播放。', 'hpplay'],
    ['同步您的手环信息。', 'easemob'],
    ['金融云服务由我们自行提供。', 'rongcloud'],
    ['请在60秒验证有效期内输入。', 'secverify'],
    ['您会收到一个推送。', 'getui'],
    ['您可以在移动设备上一键登录。', 'cmic'],
    ['尽快手动开启广告插件。', 'kuaishou-ads'],
  ])('%s does not name %s', async (passage, name) => {
    expect(await typesIn(passage)).not.toContain(name);
  });

  test.each([
    ['查询您的征信报告。', 'finance'],
    ['收集您的微信步数。', 'health.activity'],
    ['请上传护照首页。', 'identity.idcard'],
    ['填写孩子的生日。', 'identity.other'],
    ['使用指纹登录。', 'bio.fingerprint'],
    ['收集您的 IP 地址、MAC 地址。', 'device.ip'],
    ['收集您的 IP 地址、MAC 地址。', 'device.mac_wifi'],
    ['收集您的银行资产。', 'finance'],
    ['接入即构SDK用于连麦。', 'zego'],
    ['接入个推SDK用于推送。', 'getui'],
    ['接入融云SDK用于聊天。', 'rongcloud'],
    ['支持中国移动、联通、电信一键登录。', 'cmic'],
    ['支持中国移动、联通、电信一键登录。', 'cucc'],
  ])('%s names %s', async (passage, name) => {
    expect(await typesIn(passage)).toContain(name);
  });
});
