import { POLICY_TOPICS } from '../../../shared/domain/facts/policy-understanding.ts';
import { contextInputs, logistic } from '../../../shared/policy/classifier/decide.ts';
import { HEADS, IMPORTANT, RISK } from '../../../shared/policy/classifier/feature-table.ts';
import { CONTEXT_INPUTS, type Decision, type Decisions } from '../../../shared/policy/classifier/model.ts';
import { coherenceOf, presences } from '../../../shared/policy/classifier/neighbours.ts';
import { fitLogistic } from './logistic-regression.ts';
import { randomFrom, shuffle } from './random.ts';
import { bestThreshold, binaryScores, f1, type Tally } from './scores.ts';

/** Sentences that nobody trained on when they were scored, in the order of their file. */
export interface Sequence {
  readonly task: 'topic' | 'important' | 'risk';
  /** `HEADS` a sentence. */
  readonly margins: Float32Array;
  readonly labels: readonly (readonly number[])[];
}

/** What the published classifier reaches on risk; the threshold seeks the same distance from both, in units of how far chance moves each. */
const RISK_GOAL = { micro: 0.92, macro: 0.711, microSpread: 0.005, macroSpread: 0.012 };

/** Finds out how margins become decisions. */
export function fitDecisions(sequences: readonly Sequence[]): Decisions {
  const topics = sequences.filter(({ task }) => task === 'topic');
  return {
    alone: POLICY_TOPICS.map((_, topic) => fitDecision(topics, topic, topic, f1)),
    inContext: fitContext(topics),
    coherence: fitCoherence(topics),
    important: fitDecision(
      sequences.filter(({ task }) => task === 'important'),
      IMPORTANT,
      0,
      (found) => binaryScores(found).micro,
    ),
    risk: fitDecision(
      sequences.filter(({ task }) => task === 'risk'),
      RISK,
      0,
      riskWorth,
    ),
  };
}

function riskWorth(found: Tally): number {
  const { micro, macro } = binaryScores(found);
  return Math.min((micro - RISK_GOAL.micro) / RISK_GOAL.microSpread, (macro - RISK_GOAL.macro) / RISK_GOAL.macroSpread);
}

function fitDecision(sequences: readonly Sequence[], head: number, label: number, worth: (tally: Tally) => number): Decision {
  const margins = sequences.flatMap(({ margins, labels }) => labels.map((_, index) => margins[index * HEADS + head]!));
  const truths = sequences.flatMap(({ labels }) => labels.map((own) => own[label] === 1));
  const [slope = 1, offset = 0] = fitLogistic(Float64Array.from(margins), 1, Uint8Array.from(truths, Number)).map(rounded);
  const probabilities = margins.map((margin) => logistic(slope * margin + offset));
  return { slope, offset, threshold: rounded(bestThreshold(probabilities, truths, worth)) };
}

function fitContext(sequences: readonly Sequence[]): Decisions['inContext'] {
  const total = sequences.reduce((sum, { labels }) => sum + labels.length, 0);
  const inputs = new Float64Array(total * CONTEXT_INPUTS);
  const input = new Float64Array(CONTEXT_INPUTS);
  let at = 0;
  for (const { margins, labels } of sequences) {
    const present = presences(margins, HEADS, labels.length);
    for (let sentence = 0; sentence < labels.length; sentence++, at += CONTEXT_INPUTS) {
      contextInputs(margins, present, labels.length, sentence, input);
      inputs.set(input, at);
    }
  }
  return POLICY_TOPICS.map((_, topic) => {
    const truths = sequences.flatMap(({ labels }) => labels.map((own) => own[topic] === 1));
    const weights = fitLogistic(inputs, CONTEXT_INPUTS, Uint8Array.from(truths, Number)).map(rounded);
    const probabilities = truths.map((_truth, index) => {
      let sum = weights[CONTEXT_INPUTS]!;
      for (let one = 0; one < CONTEXT_INPUTS; one++) sum += weights[one]! * inputs[index * CONTEXT_INPUTS + one]!;
      return logistic(sum);
    });
    return { weights, threshold: rounded(bestThreshold(probabilities, truths, f1)) };
  });
}

/** Half way between the coherence of documents and that of the same sentences shuffled. */
function fitCoherence(sequences: readonly Sequence[]): number {
  const random = randomFrom(5);
  let ordered = 0;
  let shuffled = 0;
  for (const { margins, labels } of sequences) {
    const order = Int32Array.from(labels, (_, index) => index);
    ordered += coherenceOf(presences(margins, HEADS, order.length), order.length) ?? 0;
    shuffle(order, random);
    const mixed = new Float32Array(margins.length);
    order.forEach((from, to) => {
      mixed.set(margins.subarray(from * HEADS, (from + 1) * HEADS), to * HEADS);
    });
    shuffled += coherenceOf(presences(mixed, HEADS, order.length), order.length) ?? 0;
  }
  return rounded((ordered + shuffled) / 2 / Math.max(1, sequences.length));
}

function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
