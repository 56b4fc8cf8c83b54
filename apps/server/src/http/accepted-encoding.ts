import Negotiator from 'negotiator';

export type Encoding = 'br' | 'gzip' | 'identity';

const BEST_FIRST: Encoding[] = ['br', 'gzip', 'identity'];
/** Browsers send a handful of different headers; more than this is somebody playing. */
const MOST_REMEMBERED = 100;
const remembered = new Map<string, Encoding>();

/**
 * How an answer is to be sent, by the header Accept-Encoding: its weights count, and among equals the smallest wins.
 * `identity` is also the answer to who takes nothing. The same few headers come with every request, so what they mean
 * is remembered.
 */
export function acceptedEncoding(header = ''): Encoding {
  const known = remembered.get(header);
  if (known !== undefined) return known;
  const encoding =
    new Negotiator({ headers: { 'accept-encoding': header } }).encoding(BEST_FIRST, {
      preferred: BEST_FIRST,
    }) ?? 'identity';
  if (remembered.size < MOST_REMEMBERED && header.length < 200) remembered.set(header, encoding);
  return encoding;
}
