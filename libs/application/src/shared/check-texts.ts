import { isWritten } from '#domain/shared/text.js';
import type { InputFault } from './refusals.js';

/** A text of an input, the most characters that it may hold, and whether it must say something. */
export type TextRule = {
  readonly field: string;
  readonly text: string | null | undefined;
  readonly longest: number;
  readonly required?: boolean;
};

/** Every fault of the texts; one that was left out of the input (undefined) has none. */
export function textFaults(...rules: readonly TextRule[]): InputFault[] {
  return rules.flatMap(({ field, text, longest, required = false }): InputFault[] => {
    if (text === undefined) return [];
    if (!isWritten(text)) return required ? [{ field, problem: 'MISSING' }] : [];
    // PostgreSQL counts characters, JavaScript counts halves of some of them.
    const length = text.length <= longest ? 0 : Array.from(text).length;
    return length > longest ? [{ field, problem: 'TOO_LONG', limit: longest }] : [];
  });
}

/** An optional text as it is stored: null for a blank one; undefined stays what it is. */
export function textOrNull(text: string | null | undefined): string | null | undefined {
  return text === undefined ? undefined : isWritten(text) ? text : null;
}

/** The fields that an input names; those that it leaves out stay as they are. */
export function given<Fields extends object>(
  fields: Fields,
): {
  [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
} {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as never;
}
