const OTHERS =
  /(?:第三方|搜索引擎|其他用户|其他网站|他人|不法分子|监管部门|主管部门|监管机构|运营商)(?:网站|平台|服务商|应用|产品|机构|公司|sdk)?(?:也|均|都|仍|亦)?(?:可能|可以?|会|将|应当?|须|有权)[^,。;]{0,12}$/;
const BY_OTHERS = /被[^,。;]{0,6}(?:第三方|搜索引擎|其他用户|他人|网友|黑客)[^,。;]{0,6}$/;
const US = /我们|我司|我方|本公司|本平台|本应用|本软件|本app/;
/** The law, or what somebody says of it: 《…法》规定, 法律禁止, 不得以…方式. */
const LAW =
  /《[^》]{2,30}(?:法|条例|规定|办法|规范|标准)》[^,。;]{0,12}(?:禁止|规定|要求|明确|不得|不允许)|(?<!除非)(?:法律|法规|监管)[^,。;]{0,6}(?:禁止|不允许)/;

/**
 * Whether the telling words at `at` are said of somebody else: a third party, a search engine, an authority is the subject of their
 * clause, or the sentence reports what the law forbids. What others may do is no admission of the operator's.
 */
export function isOfOthers(lower: string, at: number): boolean {
  if (LAW.test(lower)) return true;
  const clause = lower.slice(Math.max(0, at - 40), at);
  const cut = Math.max(clause.lastIndexOf(','), clause.lastIndexOf('。'), clause.lastIndexOf(';')) + 1;
  const before = clause.slice(cut);
  return (OTHERS.test(before) && !US.test(before)) || BY_OTHERS.test(before);
}
