/** What has no way to it, in so many words; 无法 is left out: it stands in most sentences about exceptions. */
const NOT_OFFERED =
  '(?:暂不支持|不支持|尚不支持|还不支持|暂不提供|不提供|未提供|没有提供|尚未提供|暂未提供|暂未开放|尚未开放|未开放)';
const BEFORE = new RegExp(`${NOT_OFFERED}[^,。;:]{0,8}$`);
const AFTER = new RegExp(`^[^,。;]{0,12}?${NOT_OFFERED}`);
const CONDITION = /如|若|当您|时|的话|第三方|部分|某些|个别|除(?:了|非|外|此)/;
/** 暂不支持在线注销，请联系客服: there is another way. */
const ANOTHER_WAY = /联系|客服|邮件|邮箱|电话|致电|来信|书面|提交|申请/;

/**
 * Whether a sentence names a right only to say that it is not offered (暂不支持查阅、复制您的个人信息), and no other way to it.
 * @param cue what names the right
 */
export function isNotOffered(sentence: string, cue: RegExp): boolean {
  const named = cue.exec(sentence);
  if (named === null || CONDITION.test(sentence) || ANOTHER_WAY.test(sentence)) return false;
  const end = named.index + named[0].length;
  return BEFORE.test(sentence.slice(0, named.index)) || AFTER.test(sentence.slice(end));
}
