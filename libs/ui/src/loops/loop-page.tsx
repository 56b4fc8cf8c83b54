import type { ReactElement } from 'react';
import { loopAddress, loopsAddress, pathsOf } from '../addresses.js';
import { formatPeriod } from '../format.js';
import { Page } from '../layout/page.js';
import { messagesFor } from '../messages/translate.js';
import { Entry } from '../parts/entry.js';
import type { PageFrame } from '../parts/frame.js';
import { LoopCounts, StageBadge } from '../parts/loop-strip.js';
import { Contact, Crumbs, Neighbours } from '../parts/pieces.js';
import { joinedTitle } from '../parts/titles.js';
import type { Language, LoopPageView, LoopView } from '../views.js';

export function loopTitle(view: LoopPageView, language: Language): string {
  return joinedTitle(
    messagesFor(language)('loop.name', { number: view.loop.number }),
    view.programme,
    language,
  );
}

/** One learning loop: where its measures stand and which results are published. */
export function LoopPage({
  view,
  ...frame
}: PageFrame & { readonly view: LoopPageView }): ReactElement {
  const { language } = frame;
  const { programme, loop, successes, previous, next } = view;
  const { slug } = programme;
  const t = messagesFor(language);
  const name = t('loop.name', { number: loop.number });
  const period = formatPeriod(loop, language);
  const neighbour = (one: LoopView, label: string) => ({
    href: loopAddress(slug, one.number, language),
    label,
    name: t('loop.name', { number: one.number }),
  });
  return (
    <Page
      {...frame}
      paths={pathsOf({ page: 'loop', slug, number: loop.number })}
      title={loopTitle(view, language)}
      description={`${name}, ${period}. ${t('loop.measures', { count: loop.total })}. ${t('loops.lead')}`}
      programme={programme}
      asOf={view.asOf}
      current={null}
    >
      <div className="ls-wrap ls-open ls-open--loop">
        <div>
          <Crumbs
            language={language}
            crumbs={[{ href: loopsAddress(slug, language), name: t('nav.loops') }]}
          />
          <h1 className="ls-h1">
            {name} <StageBadge loop={loop} language={language} />
          </h1>
          <p className="ls-lead">{period}</p>
        </div>
        <section className="ls-asof ls-asof--wide" aria-labelledby="measures">
          <h2 className="ls-asof__title" id="measures">
            {t('loop.measuresTitle')}
          </h2>
          <LoopCounts loop={loop} language={language} />
        </section>
      </div>
      <div className="ls-wrap ls-tail">
        {successes.length > 0 ? (
          <div className="ls-entries">
            <p className="ls-entries__count">{t('loop.results', { count: successes.length })}</p>
            {successes.map((success) => (
              <Entry
                key={success.id}
                success={success}
                programme={programme}
                heading="h2"
                language={language}
                withTopic
              />
            ))}
          </div>
        ) : (
          <p className="ls-empty">{t('loop.noSuccesses')}</p>
        )}
        <Neighbours
          label={t('loop.neighbours')}
          previous={previous ? neighbour(previous, t('loop.previous')) : null}
          next={next ? neighbour(next, t('loop.next')) : null}
        />
        <Contact programme={programme} language={language} />
      </div>
    </Page>
  );
}
