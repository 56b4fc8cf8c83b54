import type { Language } from '#ui/views.js';
import { workspaceMessagesFor, type WorkspaceTranslate } from '#ui/messages/workspace.js';
import { createContext, useContext } from 'react';

/** The language that the address names. */
export const LanguageContext = createContext<Language>('de');

export const useLanguage = (): Language => useContext(LanguageContext);

/** The words of the workspace in the reader's language. */
export const useWords = (): WorkspaceTranslate => workspaceMessagesFor(useLanguage());
