import { BadRequestException } from '@nestjs/common';

/**
 * Refuses text that PostgreSQL can't hold or that would not read back as it came; names where it stands.
 * `value` may be nested; lists and objects are looked through.
 */
export function refuseBadText(value: unknown, name: string): void {
  if (typeof value === 'string') {
    if (value.includes('\u0000'))
      throw new BadRequestException(`${name}: holds the character U+0000, which can't be stored.`);
    if (!value.isWellFormed())
      throw new BadRequestException(`${name}: holds half of a surrogate pair, which is no text.`);
  } else if (Array.isArray(value)) value.forEach((one, at) => refuseBadText(one, `${name}[${at}]`));
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value))
      refuseBadText(one, name === '' ? key : `${name}.${key}`);
}
