import type { Console } from '../console.ts';

const OVERVIEW = `shelfgate  应用上架审核：送审前在本机运行与商店相同的检查
           Reviews app packages before a store puts them on the shelf

  shelfgate review FILE --listing L.json [--policy P.html | --fetch]   审核安装包 review a package
  shelfgate policy FILE|URL [--package APK] [--listing L.json]         核对隐私政策 go through a privacy policy
  shelfgate inspect FILE [--json]                                      查看安装包事实 facts of a package
  shelfgate sdks list|check|propose …                                  第三方SDK清单与知识库 third-party SDKs and what is known
  shelfgate rules [RULE] [--json | --markdown | --html DIR]            规则与说明 the rules and their pages
  shelfgate verdict --case FILE | --facts F --policy-facts P --listing L   按已有事实重审 judge facts again
  shelfgate rulebook check|show|waivers|try FILE                       商店规则库 a store's rulebook
  shelfgate key create|list|revoke|rotate …                            管理接口密钥 manage API keys
  shelfgate account create|list|disable|enable|reset-password|role …   管理工作台账号 accounts of the console
  shelfgate help [COMMAND]      shelfgate --version

退出码 Exit codes: 0 通过 approve, 1 驳回 reject, 2 人工复核 review, 3 用法或输入错误 usage or input error`;

const TOPICS: Readonly<Record<string, string>> = {
  review: `shelfgate review FILE --listing L.json [--policy P | --fetch] [--json | --format FORMAT] [--output FILE]
                      [--lang zh|en|both] [--timeout SECONDS]

  --listing FILE   上架信息（与接口相同的 JSON） the listing, the same JSON as the API takes
  --policy FILE    隐私政策：HTML、文本、Markdown、PDF 或 DOCX the privacy policy
  --fetch          从上架信息的 privacyPolicyUrl 读取隐私政策 fetch the policy from the listing's privacyPolicyUrl
  --rulebook FILE  商店的规则库（YAML 或 JSON），缺省为内置规则库 the store's rulebook; the built-in one without it
  --records FILE   平台记录：上一版本、备案查询结果 the platform's records: previous version, answer of the filing registry
  --date DAY       审核日，缺省为今天；豁免按此日判断 day of the review, today without it; waivers hold by it
  --save DIR       保存全部事实，供 verdict 使用 leave the facts in a folder, for verdict
  --facts-out FILE 把全部事实保存为一个文件，供 verdict --case 使用 leave them as one document, for verdict --case
  --sdks-out FILE  把第三方SDK清单保存为 CSV（默认中文） leave the list of third-party SDKs as CSV (Chinese without --lang)
  --json           输出机审结论 JSON（发布的格式） print the verdict as JSON, in the published schema
  --format         text（默认）、json、html、markdown 或 sarif：完整报告，html 可打印，sarif 供流水线使用；csv：第三方SDK清单
                   text, or the whole report as json, html (made for print too), markdown, or sarif 2.1.0 for pipelines; csv: its SDKs alone
  --output FILE    写入文件，不打印 write it into a file
  --lang           zh、en 或 both；text 默认 both，报告默认 zh language; both for text, zh for reports without it
  --timeout        解析期限，默认 300 秒 seconds after which parsing is given up

退出码 Exit codes: 0 通过 approve, 1 驳回 reject, 2 人工复核 review, 3 用法或输入错误 usage or input error`,
  verdict: `shelfgate verdict --case FILE [--rulebook FILE] [--date DAY] [--format FORMAT] [--output FILE] [--lang zh|en|both]
shelfgate verdict --facts F --policy-facts P --listing L [--records R] [--rulebook B] [--date DAY] …

  按已有事实重新得出结论，不读安装包；同样的事实和规则库得出与服务逐字节相同的 JSON
  judges facts without a package; the same facts and rulebook give the service's verdict, to the byte
  --case FILE          GET /v1/submissions/{id}/facts 或 review --facts-out 的文件 what the API or review --facts-out gave
  --facts FILE         安装包事实（inspect --json） facts of the package
  --policy-facts FILE  隐私政策事实（review --save） facts of the policy
  --listing FILE       上架信息 the listing
  --records FILE       平台记录，缺省为无；没有审核日则豁免不生效 the records; without a day no waiver holds
  --rulebook FILE      代替其中的规则库 in place of the case's rulebook
  --format, --output   缺省输出结论的 JSON（一行）；其余同 review the verdict as one line of JSON without it; else as for review

退出码 Exit codes: 0 通过 approve, 1 驳回 reject, 2 人工复核 review, 3 用法或输入错误 usage or input error`,
  rulebook: `shelfgate rulebook check FILE [--on DAY] [--json]     校验：行、原因、提示 faults with line and reason, warnings
shelfgate rulebook show FILE [--json]                 各规则的实际状态、与内置规则库的不同 the effective rules
shelfgate rulebook waivers FILE [--on DAY] [--json]   豁免及其在该日的状态 waivers and how they stand on a day
shelfgate rulebook try FILE [--against OLD] (--store NAME | --cases DIR) [--limit N] [--on DAY] [--json]

  try  在启用之前，用已存事实按新旧规则库各判一遍，说明哪些应用的结论会变
       judges stored facts by the old and the new rulebook before it comes into force, and says what would change
  --against OLD  对照的规则库，缺省为商店现行的、或各案自己的 compared with; the one in force, or each case's own, without it
  --store NAME   商店每个应用最新的已决送审（数据库同 key） the newest decided submission of each app of a store
  --cases DIR    文件夹中的事实文件（*.json，见 verdict --case） case files in a folder

退出码 Exit codes: check 0 可用 good, 1 不可用 refused, 2 有提示 warnings; try 0 无变化 no change, 2 有变化 changes; 3 用法或输入错误 usage or input error`,
  policy: `shelfgate policy FILE|URL [--package FILE] [--listing L.json] [--json] [--lang zh|en|both] [--timeout SECONDS]

  逐项核对隐私政策：50 项各自写了什么、缺什么、哪些话自认违规，附原文摘录；再列出规则发现的问题和整改办法
  goes through a privacy policy item by item: what it says, lacks and admits, with excerpts; then what the rules find and how to mend it
  FILE             HTML、文本、Markdown、PDF 或 DOCX
  URL              http(s) 网址，按服务的限制读取 fetched under the limits of the service
  --package FILE   与安装包对照：权限、个人信息、第三方SDK hold it against a package: permissions, information, SDKs
  --listing FILE   上架信息：名称、运营者、类别 the listing: names, operator, category
  --json           机器可读 machine-readable

退出码 Exit codes: 0 没有须改正的 nothing to mend, 1 足以驳回 would be rejected, 2 须人工复核 for a person to look, 3 用法或输入错误 usage or input error`,
  inspect: `shelfgate inspect FILE [--json] [--lang zh|en|both] [--timeout SECONDS]

  只陈述事实，不作判断 says what is in a package and judges nothing`,
  sdks: `shelfgate sdks list FILE [--policy FILE|URL] [--listing L.json] [--csv FILE] [--json] [--lang zh|en|both] [--timeout SECONDS]
shelfgate sdks check [FILE…] [--json] [--lang zh|en|both]
shelfgate sdks propose [--facts DIR | --store NAME] [--limit N] [--least-apps N] [--json] [--lang zh|en|both]

  list     安装包里有哪些第三方代码：版本、级别、启动、收集的个人信息；只陈述，不判断
           the code of others in a package: version, level, start, what it takes; says and judges nothing
    --policy FILE|URL  对照隐私政策，附原文 beside the policy, with its words
    --listing FILE     对照上架信息 beside the listing
    --csv FILE         写成第三方SDK清单（UTF-8，表头中英文，默认中文） write the list for a spreadsheet, Chinese without --lang
  check    校验SDK名单；文件与现有名单一起检查，同名的取而代之；不给文件则检查现有的
           checks files of SDKs together with those of this build; one of the same name takes its place
  propose  从已存事实找出知识库不认得的第三方代码，按应用数排序，附线索和可填写的条目（--json）
           finds third-party code in stored facts that nobody knows, by how many apps carry it, with entries to fill in (--json)
    --facts DIR        文件夹中的事实（review --facts-out、inspect --json 的 *.json） facts in a folder; without it the database (as for key)
    --store NAME       只看一个商店；缺省为全部 one store only; all without it
    --limit N          至多列出几个，默认 50 how many at most, 50 without it
    --least-apps N     至少几个应用带有，默认 1 carried by so many apps at least, 1 without it

退出码 Exit codes: 0 已完成 done, check 有问题时 1 when check finds problems, 3 用法或输入错误 usage or input error`,
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
  account: `shelfgate account create NAME --role ROLE [--display-name TEXT] [--json]
shelfgate account list [--json]
shelfgate account disable NAME
shelfgate account enable NAME
shelfgate account reset-password NAME [--json]
shelfgate account role NAME ROLE

  数据库同 key；无人能登录时，也由此恢复 the database is that of key; the way back in when nobody can sign in
  角色 roles: reviewer, senior-reviewer, operations, auditor, administrator
  一次性密码只显示一次，首次登录后须更换 a password is shown once and replaced at the first sign-in`,
};

/** Prints the overview, or the page of one command. */
export function runHelp(topic: string | null, console: Console): number {
  console.out(topic !== null && Object.hasOwn(TOPICS, topic) ? TOPICS[topic]! : OVERVIEW);
  return 0;
}
