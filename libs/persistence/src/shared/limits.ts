/** Longest texts in characters; the same figures bound the programme file and the database. */
export const LIMITS = {
  key: 80,
  title: 300,
  question: 500,
  text: 10_000,
  name: 200,
  address: 1_000,
  /** What a reader asks or says, its answer, and a sentence of thanks. */
  voice: 5_000,
  answer: 4_000,
  thanks: 500,
  /** A programme's own word, and all of its words as they are stored. */
  word: 100,
  words: 10_000,
} as const;
