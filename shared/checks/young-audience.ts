/**
 * What names and store pages say about who an app is for. Words alone prove little: 宝宝 may be a camera for parents and 儿童 a hospital.
 * Only what names children as users counts, and only where nothing says that it is for those who look after them.
 */

/** Words for things that children themselves do with an app, or that are made for them. */
const FOR_CHILDREN =
  /儿童(?!医院|医学|保险|座椅|摄影|手表|定位|锁|模式|节|票|监护|管理|守护|防沉迷|安全座|发育|生长|疫苗|用药|康复|福利|之家|口腔|眼科|诊所)|幼儿(?!园|师范|教师|家长)|少儿(?!保险|医保|图书馆)|婴幼儿早教|宝宝(?=巴士|爱|学|认|玩|识字|拼图|画|涂|唱|听|讲|看|游戏|乐园|启蒙|早教|过家家)|儿歌|童谣|早教|幼教|启蒙(?!老师)|学前班?|识字|(?:小学|幼升小)(?:生|语文|数学|英语|课本|口算)|贝瓦|小朋友|kids?\b|toddlers?|preschool|kindergarten|nursery rhymes?/iu;
/** Those who look after children, and teachers: an app for them is not one for children. */
const FOR_ADULTS =
  /家长|父母|妈妈|爸爸|宝妈|宝爸|母婴|孕|育儿|带娃|老师|教师|园长|教务|医生|家校|月嫂|亲子(?:鉴定|酒店)|备孕|喂养|辅食|parents?\b|teachers?\b|mom\b|baby (?:monitor|tracker)/iu;

/** 专为3-6岁儿童设计, 适合 2~8 岁的孩子, 面向幼儿: the store page says who uses the app. */
const ADDRESSED =
  /(?:专为|专门为|为|适合|适用于|面向|针对)(?:广大)?(?:(?<from>\d{1,2})\s*(?:周?岁)?\s*[-~至到—–]\s*(?<to>\d{1,2})\s*岁|(?<until>\d{1,2})岁(?:以下|及以下))?(?:的|之间的?)?(?:学龄前|低龄)?(?:儿童|幼儿|小朋友|孩子|宝宝|宝贝|少儿|婴幼儿|小学生)们?(?!的?(?:家长|父母|爸|妈|老师|监护|成长记录|相册|教育机构))/u;
/** 不面向儿童, 不适合儿童使用: says the contrary, however it goes on. */
const NOT_ADDRESSED = /(?:不|并非|非|勿|禁止|无需|避免|防止)\p{Script=Han}{0,4}$/u;
const OLDEST_CHILD = 14;

/** The words by which a name says that the app is for children; null where it does not, or says that it is for their parents. */
export function childrenInName(name: string): string | null {
  const plain = name.normalize('NFKC');
  return FOR_ADULTS.test(plain) ? null : (FOR_CHILDREN.exec(plain)?.[0] ?? null);
}

/** The words by which a store page says that children use the app. */
export function childrenInDescription(description: string): string | null {
  const plain = description.normalize('NFKC');
  const found = ADDRESSED.exec(plain);
  if (found === null || NOT_ADDRESSED.test(plain.slice(Math.max(0, found.index - 6), found.index))) return null;
  const { to, until } = found.groups ?? {};
  return Number(to ?? until ?? 0) > OLDEST_CHILD ? null : found[0];
}

/** The words by which a store page keeps children out: 仅限成年人, 18岁以上, 未成年人禁止使用. */
export function adultsOnly(description: string): string | null {
  const plain = description.normalize('NFKC');
  return (
    /(?:仅限|只限|仅供|限)(?:年满)?(?:18|十八)(?:周?岁)?(?:以上)?(?:的)?(?:成年人|用户|人士|人群)|仅限成年人|(?:未成年人|儿童)(?:禁止|严禁|请勿|不得|不可)(?:使用|下载|注册|观看)|(?:满|年满)?(?:18|十八)周?岁以上(?:人士|用户|人群|方可|才可)/u.exec(
      plain,
    )?.[0] ?? null
  );
}
