import { comparablePurpose, purposeWorth } from './purpose-words.ts';

test.each(['', '  ', '\u3000', '\u200b\u2060', '……', '。'])('%p is empty', (text) => {
  expect(purposeWorth(text)).toBe('empty');
});

test.each([
  '$string:reason',
  '$string:permission_reason',
  'TODO',
  'todo: reason',
  'xxx',
  'reason',
  '待填写',
  '请填写申请理由',
  '权限申请原因',
  '测试',
  '无',
  'test',
])('%p is a placeholder', (text) => {
  expect(purposeWorth(text)).toBe('placeholder');
});

test.each([
  '用于应用正常运行',
  '用于应用的正常使用。',
  '为了给您提供更好的服务',
  '需要使用相机权限',
  '申请位置权限，以便正常使用相关功能',
  'App需要该权限才能正常运行',
  '功能需要',
  '提升用户体验',
  'The app needs this permission to work properly',
  'Used for app functionality',
  '为给您带来更优质的服务体验，需您授权麦克风',
])('%p fits everything', (text) => {
  expect(purposeWorth(text)).toBe('generic');
});

test.each([
  '用于扫码',
  '扫描二维码添加好友',
  '用于拍摄头像',
  '视频通话',
  '查找附近的门店',
  '导航',
  '为您推荐附近的停车场',
  '保存图片',
  '记录运动轨迹',
  '需要使用麦克风，用于发送语音消息',
  'Scan QR codes to add friends',
  'To record voice messages',
  '定位当前城市天气',
])('%p tells a purpose', (text) => {
  expect(purposeWorth(text)).toBe('telling');
});

test('purposes are the same however they are spaced', () => {
  expect(comparablePurpose('用于 ＡＰＰ 正常运行。')).toBe(comparablePurpose('用于app正常运行'));
});

test('a text made to be slow is quick', () => {
  const start = performance.now();
  purposeWorth('应用正常运行'.repeat(100_000));
  purposeWorth('the app '.repeat(100_000));
  // A hang, not a speed: machines are shared.
  expect(performance.now() - start).toBeLessThan(30_000);
});
