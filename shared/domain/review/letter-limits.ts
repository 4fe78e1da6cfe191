/** How much a letter holds, in UTF-16 code units and pieces: what fits on paper, with room for a person's own words. */
export const LETTER_LIMITS = {
  title: 200,
  name: 300,
  paragraph: 6_000,
  line: 1_000,
  lines: 40,
  items: 100,
} as const;
