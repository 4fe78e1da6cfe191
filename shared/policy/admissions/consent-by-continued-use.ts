import { isFromTheStart } from './about-change.ts';
import { type AdmissionReader, isQuoted } from './pattern.ts';
import { asksConsentAgain } from './renewed-consent.ts';

const GOES_ON = '(?:继续(?:地)?(?:使用|访问|浏览|享用|享受|接受|登录|停留)|仍(?:然)?(?:继续|在)?(?:使用|访问)|不停止使用)';
const MEANS =
  '(?:即|则|就|将|便|均|都|也)?(?:被)?(?:表示|表明|视为|视作|视同|当作|看作|代表|意味着|等同于|等于|构成|推定|默认|认为|相当于|说明)';
const AGREES = '(?:同意|接受|认可|认同|授权|遵守|确认|受[^,。;]{0,20}约束)';
const SAYS = new RegExp(`${GOES_ON}[^。;]{0,60}?${MEANS}[^。;]{0,40}?${AGREES}`);
/** 继续使用即接受更新, 继续使用则受其约束: without a word for what it means. */
const AT_ONCE = new RegExp(`${GOES_ON}[^。;]{0,30}?(?:即|则|就|便)(?:是|为)?(?:您)?${AGREES}`);
/** 自本政策修订生效之日起, 您访问、浏览、使用…将被视为同意修订后的隐私政策: going on, told as use from a day on. */
const FROM_THAT_DAY = new RegExp(
  `(?:更新|修[订改]|变更|调整|新版)[^。;]{0,30}(?:之日起|生效后|发布后|公布后|以后|之后|后)[^。;]{0,60}(?:使用|访问|浏览|登录)[^。;]{0,60}?${MEANS}[^。;]{0,30}?${AGREES}[^。;]{0,10}(?:修[订改]|更新|变更|新|调整|该等|上述)`,
);
/** Use from the start, told together with what comes after: 使用或继续使用…同意本政策(包括更新版本). */
const FROM_THE_START = /(?:使用|登[录陆]|注册|访问|安装|浏览|打开)(?:或者?|\/|和|及|、)继续使用|在?继续使用[^,。;]{0,24}前/;
/** Who agrees and goes on has agreed to what stands there; to the changes still to come as little as anybody. */
const AGREES_FIRST = /同意(?:并|且|后)(?:选择)?继续/;
/** The button, or agreement to the changed text itself: 如您同意本政策更新后的内容并继续使用. */
const AGREES_TO_IT = /[“"「【]同意(?:并|且|后)(?:选择)?继续|(?:选择|表示)同意[^,。;]{0,16}继续|同意[^,。;]{1,16}(?:并|且|后)继续/;
const CHANGES = /更新|变更|修[订改]|调整|变化|新版|最新/;
/** An act of consent comes first, or the words are about a third party, a trial, or a thing that is no policy. */
const UNLESS =
  /勾选|点击|点选|(?:再次|重新|另行)(?:征得|征求|取得|获得|获取)|(?:再次|重新)(?:明示)?同意|明示同意|单独同意|不(?:代表|表示|视为|意味|构成|等于|等同|认为|会视为)|不会(?:因|将|把|仅)|(?:不应|不得|不能)(?:被)?视为|第三方|续费|充值|试用|(?:订单|价格|活动|规则|会员)[^,。;]{0,6}(?:调整|变更)/;

/** Going on using the app after the policy was changed is taken for consent to the change, unless a new act of consent comes first. */
export const consentByContinuedUse: AdmissionReader = {
  kind: 'consent-by-continued-use',
  cue: /继续|仍|不停止|更新|修[订改]|变更|调整|新版/,
  read(sentence, text, index) {
    // 点击同意本政策, 或者使用/继续使用…: either is said to be enough.
    const lower = sentence.lower.replace(/点击[^,。;]{0,4}同意[^,。;]{0,12},?或者?/, (words) => ' '.repeat(words.length));
    const match = SAYS.exec(lower) ?? AT_ONCE.exec(lower) ?? FROM_THAT_DAY.exec(lower);
    if (match === null || UNLESS.test(lower) || isQuoted(lower, match.index, match[0].length)) return null;
    if (AGREES_TO_IT.test(lower) || (AGREES_FIRST.test(lower) && !CHANGES.test(lower))) return null;
    if (FROM_THE_START.test(lower) && !CHANGES.test(lower)) return null;
    if (asksConsentAgain(text, index) || isFromTheStart(text, index)) return null;
    return { at: match.index, length: match[0].length, confidence: 0.75 };
  },
};
