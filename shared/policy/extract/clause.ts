/** Start of the clause that holds `at`: after the nearest comma, colon or sentence end before it. */
export function clauseStart(sentence: string, at: number): number {
  for (let i = at - 1; i >= 0; i--) if (',:;。!?('.includes(sentence[i]!)) return i + 1;
  return 0;
}

/** End of the clause that holds `at`: the nearest comma, colon or sentence end from it on. */
export function clauseEnd(sentence: string, at: number): number {
  for (let i = at; i < sentence.length; i++) if (',:;。!?)'.includes(sentence[i]!)) return i;
  return sentence.length;
}
