import type { Language } from '../views.js';
import { callsDe } from './workspace-calls-de.js';
import { callsEn } from './workspace-calls-en.js';
import { guidesDe } from './workspace-guides-de.js';
import { guidesEn } from './workspace-guides-en.js';
import { historyDe } from './workspace-history-de.js';
import { historyEn } from './workspace-history-en.js';
import { workspaceIdeasDe } from './workspace-ideas-de.js';
import { workspaceIdeasEn } from './workspace-ideas-en.js';
import { screensDe } from './workspace-screens-de.js';
import { screensEn } from './workspace-screens-en.js';
import { catalogues, locales } from './translate.js';
import { translatorOf, type Translator } from './translator.js';
import { workspaceDe } from './workspace-de.js';
import { workspaceEn } from './workspace-en.js';

export const workspaceCatalogues = {
  de: {
    ...catalogues.de,
    ...workspaceDe,
    ...screensDe,
    ...callsDe,
    ...guidesDe,
    ...workspaceIdeasDe,
    ...historyDe,
  },
  en: {
    ...catalogues.en,
    ...workspaceEn,
    ...screensEn,
    ...callsEn,
    ...guidesEn,
    ...workspaceIdeasEn,
    ...historyEn,
  },
} as const satisfies Record<Language, Record<string, string>>;

export type WorkspaceMessageKey = keyof (typeof workspaceCatalogues)['de'];

/** Whether the workspace has words under this key. */
export function isWorkspaceMessage(key: string): key is WorkspaceMessageKey {
  return Object.hasOwn(workspaceCatalogues.de, key);
}

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
