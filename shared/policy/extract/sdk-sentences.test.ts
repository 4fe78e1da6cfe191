import { sdkInOneLine } from './sdk-sentences.ts';

test.each([
  [
    '(1)人脸识别SDK。为了向您提供人脸识别服务,我们使用了人脸识别SDK,该SDK由北京示例智能科技有限公司提供,需要采集您的人脸图片',
    { name: '人脸识别SDK', operator: '北京示例智能科技有限公司', purpose: '向您提供人脸识别服务', types: '您的人脸图片' },
  ],
  [
    '示例APP集成北京示例网讯科技有限公司的慧推SDK,慧推SDK收集您的设备标识信息,用于推送消息',
    { name: '慧推SDK', operator: '北京示例网讯科技有限公司', purpose: '推送消息', types: '您的设备标识信息' },
  ],
  [
    '分享SDK由深圳示例计算机系统有限公司提供,用于把内容分享到微信,会收集设备标识符',
    { name: '分享SDK', operator: '深圳示例计算机系统有限公司', purpose: '把内容分享到微信', types: '设备标识符' },
  ],
  [
    '您使用定位服务时,可能涉及的SDK包括示例地图SDK、样例地图SDK,该SDK信息的收集主要用于确认您的位置,此类SDK会收集您的经纬度',
    { name: '示例地图SDK、样例地图SDK', purpose: '确认您的位置', types: '您的经纬度' },
  ],
  ['1.示例视频SDK:手机权限、定位权限', { name: '示例视频SDK', purpose: '', types: '手机权限、定位权限' }],
  [
    '示例慧眼SDK(示例云计算有限公司):用于核验身份,收集人脸图像',
    { name: '示例慧眼SDK(示例云计算有限公司)', operator: '示例云计算有限公司', purpose: '核验身份' },
  ],
])('an SDK is told by: %s', (line, entry) => expect(sdkInOneLine(line)).toMatchObject(entry));

test.each([
  '第三方SDK可能会收集您的设备信息',
  '我们可能会接入由第三方提供的软件开发包(SDK)以实现相关功能',
  '我们会对授权合作伙伴的SDK进行严格的安全检测,以保护数据安全',
  '此类SDK会收集您的网络信息,用于推送',
])('no SDK by its name: %s', (line) => expect(sdkInOneLine(line)).toBeNull());
