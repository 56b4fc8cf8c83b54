import { IntlMessageFormat } from 'intl-messageformat';
import { createElement, Fragment, type ReactNode } from 'react';

export type PlainValues = Readonly<Record<string, string | number>>;
type RichValue = string | number | ReactNode | ((chunks: ReactNode) => ReactNode);

/** Says a message of a catalogue in one language. */
export type Translator<Key extends string> = {
  (key: Key, values?: PlainValues): string;
  /** As above, with elements as values and functions for the tags of the message. */
  rich(key: Key, values: Readonly<Record<string, RichValue>>): ReactNode;
};

/** A translator over one catalogue. Each message is parsed once, at its first use. */
export function translatorOf<Key extends string>(
  catalogue: Readonly<Record<Key, string>>,
  locale: string,
): Translator<Key> {
  const parsed = new Map<Key, IntlMessageFormat>();
  const messageOf = (key: Key): IntlMessageFormat => {
    let message = parsed.get(key);
    if (!message) {
      message = new IntlMessageFormat(catalogue[key], locale);
      parsed.set(key, message);
    }
    return message;
  };

  const say = (key: Key, values?: PlainValues): string => String(messageOf(key).format(values));
  const rich = (key: Key, values: Readonly<Record<string, RichValue>>): ReactNode => {
    const ready = Object.entries(values).map(
      ([name, value]): [string, RichValue | ((chunks: ReactNode[]) => ReactNode)] => [
        name,
        // As children of an element of their own, the chunks need no keys.
        typeof value === 'function'
          ? (chunks: ReactNode[]): ReactNode => value(createElement(Fragment, null, ...chunks))
          : value,
      ],
    );
    const parts: ReactNode | ReactNode[] = messageOf(key).format<ReactNode>(
      Object.fromEntries(ready),
    );
    return createElement(Fragment, null, ...(Array.isArray(parts) ? parts : [parts]));
  };
  return Object.assign(say, { rich });
}
