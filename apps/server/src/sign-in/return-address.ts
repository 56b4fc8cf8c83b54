/** Where a sign-in leads when nothing else was asked for. */
export const HOME = '/workspace';
const LONGEST = 1_000;

/**
 * The path to go to after a sign-in, when it is one of this installation's own; else the workspace. Browsers read
 * a backslash as a slash and skip control characters, so a path with either may lead elsewhere.
 */
export function returnAddress(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > LONGEST) return HOME;
  if (!/^\/(?!\/)[^\\\p{Cc}\s]*$/u.test(wanted) || !wanted.isWellFormed()) return HOME;
  const base = 'https://own.invalid';
  const url = URL.parse(wanted, base);
  // Dots are resolved by now, and may have left two slashes at the front.
  if (url?.origin !== base || url.pathname.startsWith('//')) return HOME;
  return url.pathname + url.search + url.hash;
}
