import type { GraphQLError } from 'graphql';

/** Enough to find a name in; a longer stretch would cost time for nothing. */
const LOOKED_AT = 2_000;
/** The name before a text that has no end yet: of an argument, a field of an input, or a variable with a default. */
const NAME_BEFORE_TEXT =
  /(?:(?<!\w)([A-Za-z_]\w*)\s*:|\$([A-Za-z_]\w*)\s*:[\s\w!\[\]]+=)\s*(?:\[[^[\]{}()]*)?(?:"")?"(?:[^"\\]|\\.)*$/;

/**
 * The argument in whose text the parser stopped; null when it stopped elsewhere. A text that is no text, such as half
 * of a surrogate pair, ends the parsing before there are arguments to look at.
 */
export function argumentAt({ message, source, positions }: GraphQLError): string | null {
  if (!/within String|escape sequence|Unterminated string/.test(message)) return null;
  const [position = 0] = positions ?? [];
  const before = source?.body.slice(Math.max(0, position - LOOKED_AT), position) ?? '';
  const names = NAME_BEFORE_TEXT.exec(before);
  return names?.[1] ?? names?.[2] ?? null;
}
