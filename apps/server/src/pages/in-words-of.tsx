import type { ReactElement } from 'react';
import type { Programme } from '#application/published/programme-reader.js';
import { wordsIn } from '#ui/messages/own-words.js';
import { OwnWordsContext } from '#ui/parts/own-words.js';
import type { Language } from '#ui/views.js';

/** A page that says the words of its programme. */
export function inWordsOf(
  programme: Programme,
  language: Language,
  page: ReactElement,
): ReactElement {
  return <OwnWordsContext value={wordsIn(language, programme)}>{page}</OwnWordsContext>;
}
