import { TransientError } from '../../domain/errors.ts';
import type { GrantedWaiver } from '../../domain/review/granted-waiver.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { KeptRulebook, Rulebooks, Store } from '../database/repositories.ts';
import { type GrantedOptions, openGranting } from './granted.ts';
import type { Refusal } from './rulebook-file.ts';
import type { RulebookOrigin, RulebookSource, SourcedRulebook } from './rulebook-source.ts';

/** The rulebook that a store's submissions are judged by from now on: its file's, with the waivers that its reviewers have granted. */
export interface InForce extends KeptRulebook {
  /** The store's own, as operations wrote it: without what reviewers have granted. */
  readonly own: KeptRulebook;
  readonly origin: RulebookOrigin;
  /** What is wrong with the present file, whose last good content this is; null where nothing is. */
  readonly refused: Refusal | null;
}

/** Tells which rulebook is in force, and remembers it for the day on which its file is broken. */
export interface RulebooksInForce {
  /** @throws TransientError `rulebook-unavailable` when the file is refused and no good one of this store was ever seen */
  of(store: Pick<Store, 'id' | 'name'>): Promise<InForce>;
  /** The same without an error: what the configuration has, and null in place of a rulebook where there is none. */
  look(
    store: Pick<Store, 'id' | 'name'>,
  ): Promise<{ readonly inForce: InForce | null } & Pick<SourcedRulebook, 'origin' | 'refused'>>;
  /** Why waivers could not join the store's rulebook if they were granted; null when they can. */
  wouldRefuse(store: Pick<Store, 'id' | 'name'>, waivers: readonly GrantedWaiver[]): Promise<Bilingual | null>;
}

/** The subject of the log of uses for a store's rulebook with granted waivers. That of the store itself has the file as it was written. */
const withWaivers = (store: Pick<Store, 'id'>): string => `waivers:${store.id}`;

/** The subject of the log of uses that stands for all stores without a file of their own. */
const DEFAULT = 'default';

/**
 * The last good rulebook holds while a file is broken: the one that this process has read, else, in a process that was started since,
 * the one that PostgreSQL has as this store's last. Where there is neither, nothing is judged. The built-in rulebook would be something
 * else than the store wants, and whatever it rejected would have been told to developers: a submission that waits is the smaller harm.
 */
export function rulebooksInForce(source: RulebookSource, kept: Rulebooks, granted: GrantedOptions): RulebooksInForce {
  const noted = new Map<string, string>();
  const granting = openGranting(granted);

  const note = async (subjects: readonly string[], good: KeptRulebook): Promise<void> => {
    const { sha256 } = good.rulebook;
    const news = subjects.filter((subject) => noted.get(subject) !== sha256);
    if (news.length === 0) return;
    await kept.use(news, good);
    for (const subject of news) noted.set(subject, sha256);
  };
  /** The store's own rulebook, without what reviewers have granted. */
  const own = async (store: Pick<Store, 'id' | 'name'>) => {
    const { origin, good, refused } = await source.of(store);
    if (good !== null) {
      if (origin !== 'built-in') await note(origin === 'default' ? [store.id, DEFAULT] : [store.id], good);
      const { rulebook, text } = good;
      return { file: { rulebook, text }, origin, refused };
    }
    const last = (await kept.lastUsed(store.id)) ?? (origin === 'own' ? null : await kept.lastUsed(DEFAULT));
    return { file: last, origin, refused };
  };
  const withGranted = async (store: Pick<Store, 'id'>, file: KeptRulebook): Promise<KeptRulebook> => {
    const extended = await granting.extend(store.id, file);
    const subject = withWaivers(store);
    // The log of a store that had waivers also tells that it has none any more.
    if (extended !== file || (await kept.lastUsed(subject)) !== null) await note([subject], extended);
    return extended;
  };
  const look: RulebooksInForce['look'] = async (store) => {
    const { file, origin, refused } = await own(store);
    return { inForce: file && { ...(await withGranted(store, file)), own: file, origin, refused }, origin, refused };
  };
  return {
    look,
    wouldRefuse: async (store, waivers) => {
      const { file, refused } = await own(store);
      if (file === null) return refused?.reason ?? { zh: '没有可用的规则库', en: 'there is no rulebook' };
      return granting.refusal(store.id, file, waivers);
    },
    of: async (store) => {
      const { inForce, refused } = await look(store);
      if (inForce !== null) return inForce;
      throw new TransientError('rulebook-unavailable', {
        zh: `没有可用的规则库：${refused?.reason.zh ?? ''}`,
        en: `There is no rulebook to judge by: ${refused?.reason.en ?? ''}`,
      });
    },
  };
}
