import type { Console } from '../console.ts';

const OVERVIEW = `shelfgate  应用上架审核：送审前在本机运行与商店相同的检查
           Reviews app packages before a store puts them on the shelf

  shelfgate review FILE --listing L.json [--policy P.html | --fetch]   审核安装包 review a package
  shelfgate inspect FILE [--json]                                      查看安装包事实 facts of a package
  shelfgate rules [RULE] [--json | --markdown | --html DIR]            规则与说明 the rules and their pages
  shelfgate key create|list|revoke|rotate …                            管理接口密钥 manage API keys
  shelfgate help [COMMAND]      shelfgate --version

退出码 Exit codes: 0 通过 approve, 1 驳回 reject, 2 人工复核 review, 3 用法或输入错误 usage or input error`;

const TOPICS: Readonly<Record<string, string>> = {
  review: `shelfgate review FILE --listing L.json [--policy P | --fetch] [--json] [--lang zh|en|both] [--timeout SECONDS]

  --listing FILE   上架信息（与接口相同的 JSON） the listing, the same JSON as the API takes
  --policy FILE    隐私政策：HTML、文本、Markdown、PDF 或 DOCX the privacy policy
  --fetch          从上架信息的 privacyPolicyUrl 读取隐私政策 fetch the policy from the listing's privacyPolicyUrl
  --json           输出机审结论 JSON（发布的格式） print the verdict as JSON, in the published schema
  --lang           zh、en 或 both（默认） language of the readable verdict
  --timeout        解析期限，默认 300 秒 seconds after which parsing is given up

退出码 Exit codes: 0 通过 approve, 1 驳回 reject, 2 人工复核 review, 3 用法或输入错误 usage or input error`,
  inspect: `shelfgate inspect FILE [--json] [--lang zh|en|both] [--timeout SECONDS]

  只陈述事实，不作判断 says what is in a package and judges nothing`,
  rules: `shelfgate rules [RULE] [--json | --markdown] [--lang zh|en|both]
shelfgate rules --html DIR

  本版本的规则、条款与依据；给出规则编号时，连同说明、例子、整改和参数
  the rules of this build with their clauses and legal basis; of one RULE also explanation, examples, remedy and parameters
  --html DIR   在文件夹中写出每条规则、每项条款的网页和目录 write an index and a page for each rule and clause`,
  key: `shelfgate key create --store NAME [--name LABEL] [--scopes A,B] [--rate PER_MINUTE] [--expires DATE] [--json]
shelfgate key list --store NAME [--json]
shelfgate key revoke ID
shelfgate key rotate ID --store NAME [--overlap HOURS] [--scopes A,B] [--rate PER_MINUTE] [--expires DATE] [--json]

  数据库：DATABASE_URL；未设置时为 SHELFGATE_DATA（默认 .data）中的内嵌数据库
  Database: DATABASE_URL; without it the embedded one in SHELFGATE_DATA (.data by default)
  权限范围 scopes: submissions:write, submissions:read, callbacks:redrive（默认全部 all by default）
  密钥只显示一次，库中只存其散列 a key is shown once; only its hash is stored`,
};

/** Prints the overview, or the page of one command. */
export function runHelp(topic: string | null, console: Console): number {
  console.out(topic !== null && Object.hasOwn(TOPICS, topic) ? TOPICS[topic]! : OVERVIEW);
  return 0;
}
