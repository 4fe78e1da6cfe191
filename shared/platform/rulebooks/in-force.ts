import { TransientError } from '../../domain/errors.ts';
import type { KeptRulebook, Rulebooks, Store } from '../database/repositories.ts';
import type { Refusal } from './rulebook-file.ts';
import type { RulebookOrigin, RulebookSource, SourcedRulebook } from './rulebook-source.ts';

/** The rulebook that a store's submissions are judged by from now on. */
export interface InForce extends KeptRulebook {
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
}

/** The subject of the log of uses that stands for all stores without a file of their own. */
const DEFAULT = 'default';

/**
 * The last good rulebook holds while a file is broken: the one that this process has read, else, in a process that was started since,
 * the one that PostgreSQL has as this store's last. Where there is neither, nothing is judged. The built-in rulebook would be something
 * else than the store wants, and whatever it rejected would have been told to developers: a submission that waits is the smaller harm.
 */
export function rulebooksInForce(source: RulebookSource, kept: Rulebooks): RulebooksInForce {
  const noted = new Map<string, string>();

  const note = async (store: Pick<Store, 'id'>, origin: RulebookOrigin, good: KeptRulebook): Promise<void> => {
    const subjects = origin === 'default' ? [store.id, DEFAULT] : [store.id];
    const { sha256 } = good.rulebook;
    const news = subjects.filter((subject) => noted.get(subject) !== sha256);
    if (news.length === 0) return;
    await kept.use(news, good);
    for (const subject of news) noted.set(subject, sha256);
  };
  const look: RulebooksInForce['look'] = async (store) => {
    const { origin, good, refused } = await source.of(store);
    if (good !== null) {
      if (origin !== 'built-in') await note(store, origin, good);
      return { inForce: { rulebook: good.rulebook, text: good.text, origin, refused }, origin, refused };
    }
    const last = (await kept.lastUsed(store.id)) ?? (origin === 'own' ? null : await kept.lastUsed(DEFAULT));
    return { inForce: last && { ...last, origin, refused }, origin, refused };
  };
  return {
    look,
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
