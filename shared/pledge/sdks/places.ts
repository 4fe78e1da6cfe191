import { readRows } from '../../checks/sdk-rows.ts';
import type { PolicyFacts, SdkMention, SdkRow } from '../../domain/facts/policy.ts';
import type { Range } from '../../domain/text.ts';
import type { Knowledge } from '../../knowledge/types.ts';
import type { Report } from '../report.ts';
import { shortened } from '../visible.ts';

type Place = Report['sdks'][number]['policyPlaces'][number];

/** Places of one SDK that a report repeats, and the longest text of each and of a cell, in UTF-16 code units. */
const MOST = 3;
const LONGEST = 300;
/** How far a sentence is looked for on either side of a name. */
const AROUND = 150;

/** Where a policy names an SDK: rows of lists first, then sentences, the surest first. */
export type PlacesOf = (sdk: string) => Place[];

/** Rows as the rules read them: those that name an SDK, then those that mean it by company and purpose. */
export function policyPlaces(policy: PolicyFacts, knowledge: Knowledge): PlacesOf {
  const rows = new Map<string, SdkRow[]>();
  const read = readRows(policy, knowledge);
  for (const { row, named } of read) for (const { id } of named) push(rows, id, row);
  for (const { row, meant } of read) for (const { id } of meant) push(rows, id, row);
  const mentions = new Map<string, SdkMention[]>();
  for (const mention of policy.sdkMentions) push(mentions, mention.sdk, mention);
  return (id) => {
    const own = rows.get(id) ?? [];
    const outside = (mentions.get(id) ?? [])
      .filter(({ range }) => !own.some((row) => row.range[0] <= range[0] && range[1] <= row.range[1]))
      .sort((a, b) => b.confidence - a.confidence || a.range[0] - b.range[0]);
    const places = [...own.map((row) => ofRow(policy.text, row)), ...outside.map(({ range }) => ofSentence(policy.text, range))];
    const seen = new Set<string>();
    return places.filter(({ range }) => !seen.has(`${range}`) && seen.add(`${range}`)).slice(0, MOST);
  };
}

function push<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function ofRow(text: string, { range: [start, end], name, operator, purpose, types, link }: SdkRow): Place {
  const row = {
    name: shortened(name, LONGEST),
    operator: shortened(operator, LONGEST),
    purpose: shortened(purpose, LONGEST),
    types: shortened(types, LONGEST),
    link: shortened(link, LONGEST),
  };
  return { kind: 'row', range: [start, end], excerpt: shortened(text.slice(start, end), LONGEST), row };
}

/** The sentence that holds the name, as far as it is not endless. */
function ofSentence(text: string, [from, to]: Range): Place {
  const before = text.slice(Math.max(0, from - AROUND), from);
  const after = text.slice(to, to + AROUND);
  const start = from - before.length + Math.max(-1, ...[...'。；！？\n'].map((mark) => before.lastIndexOf(mark))) + 1;
  const end = to + (/[。；！？\n]/.exec(after)?.index ?? after.length);
  return { kind: 'sentence', range: [start, end], excerpt: shortened(text.slice(start, end), LONGEST), row: null };
}
