/** The fields of a form that no longer say what they said when it was opened. */
export function touched<Fields extends object>(before: Fields, now: Fields): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(now).filter(([name, value]) => value !== before[name as keyof Fields]),
  ) as Partial<Fields>;
}
