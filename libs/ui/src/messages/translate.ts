import { IntlMessageFormat } from 'intl-messageformat';
import { createElement, Fragment, type ReactNode } from 'react';
import type { Language } from '../views.js';
import { de, type MessageKey } from './de.js';
import { en } from './en.js';

export const catalogues: Record<Language, Record<MessageKey, string>> = { de, en };

export const locales: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };

type PlainValues = Readonly<Record<string, string | number>>;
type RichValue = string | number | ReactNode | ((chunks: ReactNode) => ReactNode);

/** Says a message in one language. */
export type Translate = {
  (key: MessageKey, values?: PlainValues): string;
  /** As above, with elements as values and functions for the tags of the message. */
  rich(key: MessageKey, values: Readonly<Record<string, RichValue>>): ReactNode;
};

const known = new Map<Language, Translate>();

/** The messages of a language. Each message is parsed once, at its first use. */
export function messagesFor(language: Language): Translate {
  const before = known.get(language);
  if (before) return before;

  const catalogue = catalogues[language];
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  const messageOf = (key: MessageKey): IntlMessageFormat => {
    let message = parsed.get(key);
    if (!message) {
      message = new IntlMessageFormat(catalogue[key], locales[language]);
      parsed.set(key, message);
    }
    return message;
  };

  const say = (key: MessageKey, values?: PlainValues): string =>
    String(messageOf(key).format(values));
  const rich = (key: MessageKey, values: Readonly<Record<string, RichValue>>): ReactNode => {
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
  const translate: Translate = Object.assign(say, { rich });
  known.set(language, translate);
  return translate;
}
