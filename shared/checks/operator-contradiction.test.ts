import { knowledge } from '../knowledge/index.ts';
import { operatorContradiction } from './operator-contradiction.ts';

const sdk = (id: string) => knowledge.sdks.find((entry) => entry.id === id)!;

test.each([
  ['jpush', '深圳市和讯华谷信息技术有限公司'],
  ['jpush', '深圳市和讯华谷信息技术有限责任公司北京分公司'],
  ['jpush', '极光（深圳）移动技术有限公司'],
  ['jpush', '極光'],
  ['jpush', 'Aurora Mobile Limited'],
  ['wechat', '腾讯科技(深圳)有限公司'],
  ['wechat', '财付通支付科技有限公司'],
  ['pangle', '北京字节跳动科技有限公司'],
  ['umeng-analytics', '阿里巴巴网络技术有限公司'],
  ['firebase-analytics', 'Google Ireland Limited'],
  ['firebase-analytics', '谷歌信息技术（中国）有限公司'],
  ['mipush', '小米科技有限责任公司、北京小米移动软件有限公司'],
  ['getui', '张三'],
  ['getui', '本公司'],
])('%s may be operated by %s', (id, stated) => {
  expect(operatorContradiction(stated, sdk(id), knowledge)).toBeNull();
});

test.each([
  ['jpush', '每日互动股份有限公司', 'known'],
  ['umeng-analytics', '深圳市腾讯计算机系统有限公司', 'known'],
  ['getui', '杭州某某网络有限公司', 'unknown'],
  ['firebase-analytics', 'AppsFlyer Ltd.', 'known'],
])('%s is not operated by %s', (id, stated, how) => {
  expect(operatorContradiction(stated, sdk(id), knowledge)).toBe(how);
});

test('no operator of an SDK contradicts the SDK itself', () => {
  for (const entry of knowledge.sdks) {
    for (const name of [entry.operator?.zh, entry.operator?.en]) {
      if (name !== undefined)
        expect([entry.id, name, operatorContradiction(name, entry, knowledge)]).toEqual([entry.id, name, null]);
    }
  }
});
