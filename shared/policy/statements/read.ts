import type { Statement } from '../../domain/facts/policy-understanding.ts';
import { insideOf } from '../extract/inside.ts';
import type { PolicyText } from '../text/policy-text.ts';
import { accountClosing } from './account-closing.ts';
import { children } from './children.ts';
import { complaints } from './complaints.ts';
import { consent } from './consent.ts';
import { crossBorder } from './cross-border.ts';
import { generativeAi } from './generative-ai.ts';
import { marketing, recommendation } from './personalised.ts';
import { recipients } from './recipients.ts';
import { retention } from './retention.ts';
import { BARE, rights } from './rights.ts';
import type { Found, Known, Place, StatementReader } from './statement.ts';
import { storagePlace } from './storage-place.ts';

const READERS: readonly StatementReader[] = [
  retention,
  storagePlace,
  crossBorder,
  recipients,
  rights,
  accountClosing,
  recommendation,
  marketing,
  children,
  generativeAi,
  complaints,
  consent,
];
/** Places kept of the same meaning; the surest are kept. */
const MOST = 5;
const LONGEST_DETAIL = 120;
/** Sentences below this length say nothing of their own. */
const SHORTEST = 5;
/** A list that a line introduces is over after so many lines, if no heading ended it before. */
const LONGEST_LIST = 15;

/** Statements of the whole text in its order, at most five places of each meaning. Rows of SDK tables are told elsewhere. */
export function readStatements(text: PolicyText, known: Known): Statement[] {
  const kept = new Map<string, Statement[]>();
  const ofSdks = insideOf(known.sdkRows);
  const surroundings = new Surroundings(text);
  for (const [index, sentence] of text.sentences.entries()) {
    const { heading, lead } = surroundings.at(index);
    if (sentence.lower.length < SHORTEST || sentence.lower.endsWith('?') || ofSdks(sentence.start)) continue;
    const place: Place = { text, known, index, sentence, lower: sentence.lower, heading, lead };
    for (const reader of READERS) {
      if (!reader.cue.test(sentence.lower)) continue;
      for (const found of reader.read(place)) keep(kept, statement(place, found), JSON.stringify(found.means));
    }
  }
  dropBareRights(kept);
  return [...kept.values()].flat().sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}

/** A right that is only named says nothing where the text gives a way for it elsewhere. A refusal stays. */
function dropBareRights(kept: Map<string, Statement[]>): void {
  const withWay = new Set<string>();
  for (const said of kept.values())
    for (const each of said) if (each.kind === 'right' && each.way !== 'none') withWay.add(each.right);
  for (const [meaning, said] of kept) {
    const left = said.filter(
      (each) => each.kind !== 'right' || each.way !== 'none' || each.confidence > BARE || !withWay.has(each.right),
    );
    kept.set(meaning, left);
  }
}

function statement({ text, sentence }: Place, { means, at, length, confidence }: Found): Statement {
  const start = sentence.start + at;
  const end = Math.min(sentence.start + at + length, sentence.end);
  return { ...means, range: [start, end], confidence, detail: text.text.slice(start, Math.min(end, start + LONGEST_DETAIL)) };
}

function keep(kept: Map<string, Statement[]>, said: Statement, meaning: string): void {
  const same = kept.get(meaning) ?? [];
  kept.set(meaning, same);
  if (same.length < MOST) {
    same.push(said);
    return;
  }
  const weakest = same.reduce((a, b) => (b.confidence < a.confidence ? b : a));
  if (weakest.confidence < said.confidence) same[same.indexOf(weakest)] = said;
}

/** Follows the sentences in order and tells the heading and the introduction of the list that each stands under. */
class Surroundings {
  private readonly text: PolicyText;
  private heading = '';
  private lead = '';
  private leadLine = 0;

  constructor(text: PolicyText) {
    this.text = text;
  }

  at(index: number): { heading: string; lead: string } {
    const { lower, line } = this.text.sentences[index]!;
    const kind = this.text.lines[line]!.kind;
    if (kind === 'heading') {
      this.heading = lower;
      this.lead = '';
    }
    if (line - this.leadLine > LONGEST_LIST) this.lead = '';
    const lead = line > this.leadLine ? this.lead : '';
    if (lower.endsWith(':')) {
      this.lead = lower;
      this.leadLine = line;
    }
    return { heading: this.heading, lead };
  }
}
