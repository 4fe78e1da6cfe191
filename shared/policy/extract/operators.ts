import type { OperatorMention } from '../../domain/facts/policy.ts';
import type { PolicyText } from '../text/policy-text.ts';

const COMPANY =
  /([\p{Script=Han}A-Za-z0-9()·&'. -]{2,60}?(?:股份有限公司|有限责任公司|集团有限公司|有限公司|合伙企业(?:\(有限合伙\))?))(?:[\p{Script=Han}()]{1,12}分公司)?/gu;
const STUDIO = /([\p{Script=Han}A-Za-z0-9]{2,20}(?:工作室|经营部|个体工商户|软件开发中心))/gu;
const FOREIGN = /([A-Z][\w.&' -]{1,50}?,? ?(?:Co\.?,? ?Ltd\.?|Limited|Inc\.?|LLC|GmbH|Pte\.? ?Ltd\.?))/g;
/** `X(以下简称“我们”)`: whatever X is, it is the operator. */
const DEFINED =
  /([\p{Script=Han}A-Za-z0-9()·]{2,40})[(,]?(?:以下|下)(?:简|统|合)?称(?:为)?[^)。]{0,24}?["“”'「]?(?:我们|我行|本行|我方|本公司|我司)/gu;
const NAMED =
  /(?:开发者|运营者|运营方|经营者|公司名称|主体名称|运营主体|开发者名称|服务提供者|企业名称)(?:名称|姓名)?(?:为|是|:|：)\s*["“]?([\p{Script=Han}A-Za-z0-9()·]{2,40})/gu;
/** Words that lead up to a name and are not part of it. */
const LEADS =
  /^.*(?:是指|指的是|系指|均指|意为|即为|运营的|开发的|归属于|属于|我们是|公司名称|运营者|运营方|主体|开发者|名称|感谢您?使用|欢迎(?:您)?使用|网络服务的|提供的|以及|服务的|产品的|平台的|简称|通过|由|受|隶属于|我们\(|联系|版权所有|权利人|收件人|收件公司)(?:为|是)?/u;
const PARTICLE = /^(?:[是指即系与及向的对在将或为以和,.' -]|\)|\d{4}年?-?\d{0,4})+/u;
const KEPT_PARTICLE = /^(?:和讯|为华|与光|以太)/u;
const OWN =
  /我们|我行|本公司|我司|以下简称|下称|统称|运营|开发|注册地址|主体|公司名称|版权所有|个人信息处理者|制定|深知|尊重|致力|欢迎|感谢|联系/;
const OTHERS = /sdk|第三方|合作(?:方|伙伴|商)|共享|关联公司|服务商|供应商|接收方|例如|比如|支付宝|友盟/;

/** Names of those who operate the app, best known first, with how sure it is that the name is the operator's and not a partner's. */
export function extractOperators(text: PolicyText): OperatorMention[] {
  const found = new Map<string, OperatorMention>();
  const early = text.text.length * 0.12;
  for (const { text: sentence, lower, start, line } of text.sentences) {
    const own = OWN.test(lower);
    const others = OTHERS.test(lower) || text.lines[line]?.kind === 'row';
    const add = (raw: string, at: number, confidence: number) => {
      const name = trimName(raw);
      if (name.length < 4 || /^(?:股份|有限|责任|集团|本|该|其|关联|第三方|一家|我们)/u.test(name)) return;
      const known = found.get(name);
      if (known !== undefined && known.confidence >= confidence) return;
      const from = start + at + raw.lastIndexOf(name);
      found.set(name, { name, confidence, range: [from, from + name.length] });
    };
    const guess = others ? (own && start < early ? 0.75 : 0.3) : own ? (start < early ? 0.9 : 0.8) : start < early ? 0.7 : 0.5;
    if (sentence.includes('公司') || sentence.includes('企业')) {
      for (const match of sentence.matchAll(COMPANY)) {
        const defined = /^[^。]{0,30}(?:以下|下)(?:简|统|合)?称/.test(sentence.slice(match.index + match[0].length));
        add(match[1]!, match.index, defined && !/第三方/.test(lower) ? 0.95 : guess);
      }
    }
    for (const match of sentence.matchAll(STUDIO)) add(match[1]!, match.index, Math.min(guess, 0.8));
    for (const match of sentence.matchAll(FOREIGN)) add(match[1]!, match.index, Math.min(guess, 0.8));
    for (const match of sentence.matchAll(DEFINED)) add(match[1]!, match.index, 0.9);
    if (!others) for (const match of sentence.matchAll(NAMED)) add(match[1]!, match.index + match[0].indexOf(match[1]!), 0.85);
  }
  return [...found.values()].sort((a, b) => b.confidence - a.confidence || a.range[0] - b.range[0]).slice(0, 40);
}

function trimName(raw: string): string {
  const led = raw.replace(LEADS, '');
  const name = (led.length >= 4 ? led : raw).trim();
  const trimmed = KEPT_PARTICLE.test(name) ? name : name.replace(PARTICLE, '');
  return unbalanced(trimmed).trim();
}

/** Drops a bracket that was opened or closed outside of the name. */
function unbalanced(name: string): string {
  const open = name.indexOf('(');
  const close = name.indexOf(')');
  if (close >= 0 && (open < 0 || close < open)) return name.slice(close + 1);
  return open >= 0 && close < 0 ? name.slice(open + 1) : name;
}
