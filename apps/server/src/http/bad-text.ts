import { BadRequestException } from '@nestjs/common';

/** Why PostgreSQL can't hold a text, or why it would not read back as it came; null when all is well. */
export function badTextOf(text: string, name: string): string | null {
  if (text.includes('\u0000')) return `${name}: holds the character U+0000, which can't be stored.`;
  return text.isWellFormed() ? null : `${name}: holds half of a surrogate pair, which is no text.`;
}

/**
 * Refuses text that PostgreSQL can't hold or that would not read back as it came; names where it stands.
 * `value` may be nested; lists and objects are looked through.
 */
export function refuseBadText(value: unknown, name: string): void {
  if (typeof value === 'string') {
    const bad = badTextOf(value, name);
    if (bad !== null) throw new BadRequestException(bad);
  } else if (Array.isArray(value)) value.forEach((one, at) => refuseBadText(one, `${name}[${at}]`));
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value))
      refuseBadText(one, name === '' ? key : `${name}.${key}`);
}
