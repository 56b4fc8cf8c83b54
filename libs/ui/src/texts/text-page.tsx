import type { ReactElement } from 'react';
import { pathsOf } from '../addresses.js';
import { Page } from '../layout/page.js';
import { plainText } from '../markdown.js';
import { useMessages } from '../parts/own-words.js';
import type { PageFrame } from '../parts/frame.js';
import { joinedTitle } from '../parts/titles.js';
import { Prose } from '../parts/words.js';
import type { Language, ProgrammeView, Text } from '../views.js';

export type TextName = 'accessibility' | 'easy' | 'privacy';

export function textTitle(name: TextName, programme: ProgrammeView, language: Language): string {
  return joinedTitle(useMessages(language)(`${name}.title`), programme, language);
}

/** The programme's own text, or the general one of the catalogue. */
function textOf(name: TextName, programme: ProgrammeView, language: Language): Text {
  const { accessibilityText, privacyText, contactAddress, organisation } = programme;
  const own = { accessibility: accessibilityText, easy: null, privacy: privacyText }[name];
  return (
    own ?? {
      text: useMessages(language)(`${name}.text`, {
        contact: contactAddress.replace(/^mailto:/i, ''),
        organisation: organisation.text,
      }),
      language,
    }
  );
}

type Props = PageFrame & { readonly name: TextName; readonly programme: ProgrammeView };

/** Accessibility statement, privacy notice or easy-to-read introduction of a programme. */
export function TextPage({ name, programme, ...frame }: Props): ReactElement {
  const { language } = frame;
  const t = useMessages(language);
  const text = textOf(name, programme, language);
  return (
    <Page
      {...frame}
      paths={pathsOf({ page: name, slug: programme.slug })}
      title={textTitle(name, programme, language)}
      description={plainText(text.text, 200)}
      programme={programme}
      current={null}
    >
      <div className="ls-wrap ls-open ls-open--plain">
        <div>
          <h1 className="ls-h1 ls-h1--question">{t(`${name}.title`)}</h1>
          <Prose
            text={text}
            language={language}
            className={name === 'easy' ? 'ls-prose ls-text ls-text--easy' : 'ls-prose ls-text'}
            headings="h2"
          />
        </div>
      </div>
    </Page>
  );
}
