/** What names of preferences, fields and methods are made of when they hold the user's consent; pinyin as apps write it. */
const CONSENT =
  /agree|privacy|privat(?:e|cy)_?(?:policy|statement)|protocol|policy|policies|consent|permit|accept|authori[sz]|gdpr|eula|disclaimer|user_?terms|terms_?of|service_?terms|legal|yinsi|xieyi|tongyi|shouquan|同意|隐私|协议|授权|条款|政策/i;

/** Names of "this is the first time": true until the user has gone through the first screens. */
const FIRST_TIME =
  /(?:is|if)_?first|first_?(?:run|launch|start|open|install|use|time|enter|in\b|in$|boot|load|app|login|show|init|come)|^first$|need_?(?:show|agree|guide|privacy|consent|policy|protocol)|should_?show|show_?(?:guide|privacy|protocol|agree|policy|dialog)|new_?user|is_?new|首次|第一次/i;

/** A negation in front turns the meaning round: `disagree`, `not_agreed`, `unaccepted`. */
const REFUSED =
  /disagree|not_?(?:agree|accept|consent|permit)|un(?:agreed|accepted|authori[sz]ed)|refuse|reject|未同意|不同意|拒绝/i;

/** Whether a name speaks of consent, privacy or a first run. */
export function speaksOfConsent(name: string): boolean {
  return CONSENT.test(name) || FIRST_TIME.test(name);
}

/** What a boolean of that name is once the user has consented; null where the name does not tell. */
export function valueAfterConsent(name: string): boolean | null {
  if (FIRST_TIME.test(name) || REFUSED.test(name)) return false;
  return CONSENT.test(name) ? true : null;
}
