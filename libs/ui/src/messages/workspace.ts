import type { Language } from '../views.js';
import { screensDe } from './workspace-screens-de.js';
import { screensEn } from './workspace-screens-en.js';
import { catalogues, locales } from './translate.js';
import { translatorOf, type Translator } from './translator.js';
import { workspaceDe } from './workspace-de.js';
import { workspaceEn } from './workspace-en.js';

export const workspaceCatalogues = {
  de: { ...catalogues.de, ...workspaceDe, ...screensDe },
  en: { ...catalogues.en, ...workspaceEn, ...screensEn },
} as const satisfies Record<Language, Record<string, string>>;

export type WorkspaceMessageKey = keyof (typeof workspaceCatalogues)['de'];

/** Says a message of the workspace, or of the public pages, in one language. */
export type WorkspaceTranslate = Translator<WorkspaceMessageKey>;

const known = new Map<Language, WorkspaceTranslate>();

/** The messages of the workspace in a language. */
export function workspaceMessagesFor(language: Language): WorkspaceTranslate {
  let translate = known.get(language);
  if (!translate) {
    translate = translatorOf(workspaceCatalogues[language], locales[language]);
    known.set(language, translate);
  }
  return translate;
}
