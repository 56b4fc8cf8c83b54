import { createContext, use } from 'react';
import { withOwnWords, type OwnWords } from '../messages/own-words.js';
import { messagesFor, type Translate } from '../messages/translate.js';
import type { Language } from '../views.js';

/** The words of the programme whose page this is, in the reader's language; see `wordsIn`. */
export const OwnWordsContext = createContext<OwnWords>({});

/** The messages of a page, with the words of its programme. While a component is rendered, anywhere in it. */
export function useMessages(language: Language): Translate {
  return withOwnWords(messagesFor(language), language, use(OwnWordsContext));
}
