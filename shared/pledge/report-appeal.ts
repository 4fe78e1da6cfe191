import type { Bilingual } from '../domain/text.ts';
import type { Report } from './report.ts';

/** What a store says about appeals. */
export interface AppealChannel {
  /** The store's name, for the sentence that stands where it has configured nothing. */
  readonly store?: string | null;
  /** Its own words, an `http(s):` or `mailto:` address, or words with such an address in them. */
  readonly said?: string | null;
}

const ADDRESS = /(?:https?:\/\/|mailto:)[^\s<>"'，。；、（）《》]+/i;

/** How the developer can object: the store's own words where it has configured some, else a sentence that names the store. */
export function reportAppeal({ store, said }: AppealChannel, submission: string | null): Report['appeal'] {
  const url = said?.match(ADDRESS)?.[0] ?? null;
  const words = said?.trim() ?? '';
  if (words !== '' && words !== url) return { text: { zh: words, en: words }, url };
  const quote: Bilingual =
    submission === null
      ? { zh: '注明安装包的 SHA-256', en: 'giving the SHA-256 of the package' }
      : { zh: `注明送审编号 ${submission}`, en: `giving the submission ${submission}` };
  const whom: Bilingual = store
    ? { zh: `“${store}”`, en: `the store "${store}"` }
    : { zh: '受理本次送审的应用商店', en: 'the app store that the app is submitted to' };
  const how: Bilingual =
    url === null
      ? { zh: `可向${whom.zh}提出申诉`, en: `appeal to ${whom.en}` }
      : { zh: `可通过以下渠道向${whom.zh}提出申诉`, en: `appeal to ${whom.en} through the channel given here` };
  return {
    text: {
      zh: `对本结论有异议的，${how.zh}，${quote.zh}和问题编号，并附上能说明情况的材料（界面截图、录屏、政策原文、授权文件等），由审核人员复核。`,
      en: `If you disagree, ${how.en}, ${quote.en} and the number of the finding, with material that shows how things are (screenshots, recordings, the policy, authorisations); a person will look at it again.`,
    },
    url,
  };
}
