import { knowledge } from '../../knowledge/index.ts';
import { readPolicyDocument } from '../index.ts';

const LINES = [
  '示例记账隐私政策',
  '一、我们如何收集您的个人信息',
  '当您上传头像时,图片会经加密传输至服务器。',
  '您使用备份功能时,我们会加密保存您的账本。',
  '您导入账单时,文件在本机加密后再处理。',
  '二、我们如何保护您的个人信息安全',
  '我们采用SSL加密传输、分级授权和访问控制,防止您的个人信息遭到未经授权的访问、泄露或者篡改。',
  '我们对接触个人信息的员工签订保密协议,并定期开展安全培训。',
  '我们已通过网络安全等级保护三级测评。',
];

async function placesOf(item: string, text: string): Promise<string[]> {
  const facts = await readPolicyDocument({ bytes: Buffer.from(text), mediaType: 'text/plain', fileName: 'a.txt' }, knowledge);
  return facts.provisions.find((provision) => provision.item === item)!.places.map(({ range }) => facts.text.slice(...range));
}

test('the passage that treats a matter is shown before a passing word of it', async () => {
  const [first] = await placesOf('PR-25', LINES.join('\n'));
  expect(first).toMatch(/SSL加密传输|保密协议|等级保护/);
});

test('no place stands inside of another', async () => {
  const text = ['示例隐私政策', '七、如何注销账号', '您可以在“我的-设置-注销账号”中注销账号。'].join('\n');
  const places = await placesOf('PR-31', text);
  expect(places).toHaveLength(new Set(places).size);
  for (const place of places) {
    expect(places.filter((other) => other !== place && other.includes(place))).toEqual([]);
  }
});

test('where nothing tells places apart they stay in the order of the text', async () => {
  const text = ['示例隐私政策', '您可以拨打010-12345678投诉。', '您也可以向网信部门投诉。'].join('\n');
  const places = await placesOf('PR-35', text);
  expect(places.map((place) => text.indexOf(place))).toEqual(
    [...places.map((place) => text.indexOf(place))].sort((a, b) => a - b),
  );
});
