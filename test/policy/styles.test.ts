/** How a page is set decides what is said of it: bold sensitive information is marked, small and faint print is hard to read. */
import { loadRules } from '../../shared/checks/registry.ts';
import { runCheck } from '../../shared/checks/run.ts';
import { knowledge } from '../../shared/knowledge/index.ts';
import { readPolicyDocument } from '../../shared/policy/index.ts';

async function findings(page: string): Promise<string[]> {
  const policy = await readPolicyDocument(
    { bytes: new TextEncoder().encode(page), mediaType: 'text/html', fileName: null },
    knowledge,
  );
  const listing = { schema: 'listing-facts/1', app: { name: '示例', category: 38 }, developer: { id: 'd' } } as const;
  const report = runCheck('privacy-policy', await loadRules(), { package: null, policy, listing }, knowledge);
  return report.findings
    .map(({ rule, message }) => `${rule} ${message}`)
    .filter((text) => /sensitive-unmarked|smallPrint/.test(text));
}

const policy = (sensitive: string, rest: string) => `<!doctype html><title>示例隐私政策</title><h1>示例隐私政策</h1>
  <p>当您进行实名认证时，我们收集您的姓名、${sensitive}，用于核验您的身份。</p><p ${rest}>${'我们按照合法、正当、必要的原则处理您的个人信息，并采取措施保护其安全。'.repeat(5)}</p>`;

test('sensitive information in plain letters is unmarked, in bold or underlined ones it is not', async () => {
  expect(await findings(policy('身份证号码、人脸识别特征', ''))).toEqual([expect.stringContaining('sensitive-unmarked')]);
  expect(await findings(policy('<b>身份证号码、人脸识别特征</b>', ''))).toEqual([]);
  expect(await findings(policy('<span style="text-decoration:underline">身份证号码</span>、人脸识别特征', ''))).toEqual([]);
});

test('much small or faint print is told, letters of the usual size are not', async () => {
  for (const style of ['style="font-size:9px"', 'style="color:#bbb"'])
    expect(await findings(policy('<b>身份证号码</b>', style))).toEqual([expect.stringContaining('smallPrint')]);
  for (const style of ['style="font-size:12px"', 'style="color:#555"', 'style="font-size:.2rem"'])
    expect(await findings(policy('<b>身份证号码</b>', style))).toEqual([]);
});
