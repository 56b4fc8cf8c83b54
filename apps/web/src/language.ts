import type { Language } from '#ui/views.js';
import { withOwnWords } from '#ui/messages/own-words.js';
import { workspaceMessagesFor, type WorkspaceTranslate } from '#ui/messages/workspace.js';
import { OwnWordsContext } from '#ui/parts/own-words.js';
import { createContext, useContext } from 'react';

/** The language that the address names. */
export const LanguageContext = createContext<Language>('de');

export const useLanguage = (): Language => useContext(LanguageContext);

/** The words of the workspace in the reader's language, with those of the programme inside of its frame. */
export function useWords(): WorkspaceTranslate {
  const language = useLanguage();
  return withOwnWords(workspaceMessagesFor(language), language, useContext(OwnWordsContext));
}
