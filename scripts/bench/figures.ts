/** The middle of the values; of an even number of them the mean of the two in the middle. NaN without any. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

/** The smallest value that at least `share` (0 to 1) of the values don't exceed. NaN without any. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

/** Three digits that count, at most: 12,345 · 123 · 12.3 · 1.23 · 0.0123. */
export function figure(value: number): string {
  if (Number.isNaN(value)) return '–';
  if (value === 0) return '0';
  return Math.abs(value) >= 100
    ? Math.round(value).toLocaleString('en')
    : value.toLocaleString('en', { maximumSignificantDigits: 3 });
}

/** The median, and of several different values the lowest and highest. */
export function medianAndRange(values: readonly number[]): string {
  if (values.length === 0) return '–';
  const [low, high] = [figure(Math.min(...values)), figure(Math.max(...values))];
  return low === high ? low : `${figure(median(values))} (${low}–${high})`;
}

/** The power of `n` with which a cost grows: 0 for one that stays, 1 for one that grows as `n` does. */
export function growth(
  from: { readonly n: number; readonly cost: number },
  to: { readonly n: number; readonly cost: number },
): number {
  return Math.log(to.cost / from.cost) / Math.log(to.n / from.n);
}
