/** Longest texts in characters; the same figures bound the programme file and the database. */
export const LIMITS = {
  key: 80,
  title: 300,
  question: 500,
  text: 10_000,
  name: 200,
  address: 1_000,
} as const;
