import type { ReactElement } from 'react';
import { pathsOf } from '../addresses.js';
import { Page } from '../layout/page.js';
import { useMessages } from '../parts/own-words.js';
import type { PageFrame } from '../parts/frame.js';
import { Loops } from '../parts/loop-strip.js';
import { Contact, Empty } from '../parts/pieces.js';
import { joinedTitle } from '../parts/titles.js';
import type { Language, LoopIndexView } from '../views.js';

export function loopsTitle(view: LoopIndexView, language: Language): string {
  return joinedTitle(useMessages(language)('loops.title'), view.programme, language);
}

/** All learning loops of a programme. */
export function LoopsPage({
  view,
  ...frame
}: PageFrame & { readonly view: LoopIndexView }): ReactElement {
  const { language } = frame;
  const { programme, loops } = view;
  const t = useMessages(language);
  return (
    <Page
      {...frame}
      paths={pathsOf({ page: 'loops', slug: programme.slug })}
      title={loopsTitle(view, language)}
      description={t('loops.lead')}
      programme={programme}
      asOf={view.asOf}
      current={{ section: 'loops', whole: true }}
    >
      <div className="ls-wrap ls-open ls-open--plain">
        <div>
          <h1 className="ls-h1">{t('loops.title')}</h1>
          <p className="ls-lead">{t('loops.lead')}</p>
        </div>
      </div>
      {loops.length > 0 ? (
        <Loops slug={programme.slug} loops={loops} all language={language} />
      ) : null}
      <div className="ls-wrap ls-tail">
        {loops.length === 0 ? (
          <Empty title={t('loops.emptyTitle')} text={t('loops.emptyText')} />
        ) : null}
        <Contact programme={programme} language={language} />
      </div>
    </Page>
  );
}
