import type { ReactElement } from 'react';
import { pathsOf, successesAddress } from '../addresses.js';
import { Page } from '../layout/page.js';
import { plainText } from '../markdown.js';
import { useMessages } from '../parts/own-words.js';
import type { PageFrame } from '../parts/frame.js';
import { Empty } from '../parts/pieces.js';
import { joinedTitle } from '../parts/titles.js';
import { foreign, Words } from '../parts/words.js';
import type { Language, ProgrammesPageView } from '../views.js';

export function programmesTitle(language: Language): string {
  // On the page the word may be broken; a browser's tab has no lines.
  const page = useMessages(language)('programmes.title').replaceAll('\u00ad', '');
  return joinedTitle(page, null, language);
}

/** The programmes that this installation shows. */
export function ProgrammesPage({
  view,
  ...frame
}: PageFrame & { readonly view: ProgrammesPageView }): ReactElement {
  const { language } = frame;
  const t = useMessages(language);
  return (
    <Page
      {...frame}
      paths={pathsOf({ page: 'programmes' })}
      title={programmesTitle(language)}
      description={t('programmes.lead')}
      programme={null}
      responsible={view.programmes.length === 1 ? (view.programmes[0] ?? null) : null}
      current={{ section: 'programmes', whole: true }}
    >
      <div className="ls-wrap ls-open ls-open--plain">
        <div>
          <h1 className="ls-h1">{t('programmes.title')}</h1>
          <p className="ls-lead">{t('programmes.lead')}</p>
        </div>
      </div>
      <div className="ls-wrap ls-tail">
        {view.programmes.length === 0 ? (
          <Empty title={t('programmes.emptyTitle')} text={t('programmes.emptyText')} />
        ) : null}
        {view.programmes.length > 0 ? (
          <ul className="ls-list ls-programmes">
            {view.programmes.map((programme) => (
              <li key={programme.id}>
                <p className="ls-eyebrow">
                  <Words text={programme.organisation} language={language} />
                </p>
                <h2 className="ls-programmes__title" lang={foreign(programme.title, language)}>
                  <a href={successesAddress(programme.slug, language)}>{programme.title.text}</a>
                </h2>
                <p className="ls-programmes__purpose" lang={foreign(programme.purpose, language)}>
                  {plainText(programme.purpose.text, 280)}
                </p>
                <p className="ls-small ls-muted">
                  {t('programmes.facts', {
                    successes: programme.successCount,
                    loops: programme.loopCount,
                  })}
                </p>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </Page>
  );
}
