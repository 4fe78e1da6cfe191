import { POLICY_TOPICS, type PolicyTopic } from '../../domain/facts/policy-understanding.ts';
import { HEADS, IMPORTANT, RISK } from './feature-table.ts';
import { CONTEXT_INPUTS, type Decision, type Decisions } from './model.ts';
import { coherenceOf, presences, surroundings } from './neighbours.ts';

/** What is said of one sentence. Scores are probabilities, roughly; each topic has its own threshold. */
export interface SentenceLabels {
  /** In the order of `POLICY_TOPICS`; empty where the sentence is about none of them. */
  readonly topics: readonly PolicyTopic[];
  /** It says something about how personal information is handled. */
  readonly important: boolean;
  /** It may cost the person something: much is taken, little is promised. */
  readonly risk: boolean;
  readonly scores: { readonly topics: readonly number[]; readonly important: number; readonly risk: number };
}

const TOPICS = POLICY_TOPICS.length;

/**
 * Turns margins (`HEADS` a sentence) into labels. Sentences that come in a document's order are looked at together with their neighbours.
 * @param order `document`: they do; `none`: they do not; `judge`: their topics tell
 */
export function decide(margins: Float32Array, decisions: Decisions, order: 'document' | 'none' | 'judge'): SentenceLabels[] {
  const count = margins.length / HEADS;
  const present = presences(margins, HEADS, count);
  const together = order === 'document' || (order === 'judge' && inOrder(present, count, decisions));
  const inputs = new Float64Array(CONTEXT_INPUTS);
  const labels: SentenceLabels[] = [];
  for (let sentence = 0; sentence < count; sentence++) {
    const at = sentence * HEADS;
    const scores: number[] = [];
    const topics: PolicyTopic[] = [];
    if (together) contextInputs(margins, present, count, sentence, inputs);
    for (let topic = 0; topic < TOPICS; topic++) {
      const alone = decisions.alone[topic]!;
      const context = decisions.inContext[topic]!;
      const score = together ? weighed(inputs, context.weights) : probability(margins[at + topic]!, alone);
      scores.push(score);
      if (score >= (together ? context.threshold : alone.threshold)) topics.push(POLICY_TOPICS[topic]!);
    }
    const important = probability(margins[at + IMPORTANT]!, decisions.important);
    const risk = probability(margins[at + RISK]!, decisions.risk);
    labels.push({
      topics,
      important: important >= decisions.important.threshold,
      risk: risk >= decisions.risk.threshold,
      scores: { topics: scores, important, risk },
    });
  }
  return labels;
}

/** Sentences so alike to their neighbours that they must come in a document's order. */
function inOrder(present: Float32Array, count: number, { coherence }: Decisions): boolean {
  const found = coherenceOf(present, count);
  return found !== null && found >= coherence;
}

/** Writes what the second look at a sentence sees: its margins, then what surrounds it. */
export function contextInputs(
  margins: Float32Array,
  present: Float32Array,
  count: number,
  sentence: number,
  into: Float64Array,
): void {
  for (let topic = 0; topic < TOPICS; topic++) into[topic] = margins[sentence * HEADS + topic]!;
  surroundings(present, count, sentence, into, TOPICS);
}

function weighed(inputs: Float64Array, weights: readonly number[]): number {
  let sum = weights[inputs.length]!;
  for (let input = 0; input < inputs.length; input++) sum += inputs[input]! * weights[input]!;
  return logistic(sum);
}

function probability(margin: number, { slope, offset }: Decision): number {
  return logistic(slope * margin + offset);
}

export function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
