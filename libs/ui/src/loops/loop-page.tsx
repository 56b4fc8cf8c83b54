import type { ReactElement } from 'react';
import { loopAddress, loopsAddress, pathsOf } from '../addresses.js';
import { formatPeriod } from '../format.js';
import { Page } from '../layout/page.js';
import { useMessages } from '../parts/own-words.js';
import { Entries, entryId } from '../parts/entry.js';
import type { PageFrame } from '../parts/frame.js';
import { LoopCounts, StageBadge } from '../parts/loop-strip.js';
import { Contact, Crumbs, Neighbours } from '../parts/pieces.js';
import { Rail } from '../parts/rail.js';
import { joinedTitle } from '../parts/titles.js';
import { Words } from '../parts/words.js';
import type { Language, LoopPageView, LoopView } from '../views.js';

export function loopTitle(view: LoopPageView, language: Language): string {
  return joinedTitle(
    useMessages(language)('loop.name', { number: view.loop.number }),
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
  const { programme, loop, successes, previous, next, asOf } = view;
  const { slug } = programme;
  const t = useMessages(language);
  const name = t('loop.name', { number: loop.number });
  const period = formatPeriod(loop, language);
  const neighbour = (one: LoopView, label: string) => ({
    href: loopAddress(slug, one.number, language),
    label,
    name: t('loop.name', { number: one.number }),
  });
  const after = (
    <>
      <Neighbours
        label={t('loop.neighbours')}
        previous={previous ? neighbour(previous, t('loop.previous')) : null}
        next={next ? neighbour(next, t('loop.next')) : null}
      />
      <Contact programme={programme} language={language} />
    </>
  );
  return (
    <Page
      {...frame}
      paths={pathsOf({ page: 'loop', slug, number: loop.number })}
      title={loopTitle(view, language)}
      description={[
        period === null ? name : `${name}, ${period}`,
        t('loop.measures', { count: loop.total }),
        t('loops.lead'),
      ].join('. ')}
      programme={programme}
      asOf={asOf}
      current={{ section: 'loops' }}
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
          {period === null ? null : <p className="ls-lead">{period}</p>}
          {successes.length > 0 ? (
            <p className="ls-count">{t('loop.results', { count: successes.length })}</p>
          ) : null}
        </div>
        <section className="ls-asof" aria-labelledby="measures">
          <h2 className="ls-asof__title" id="measures">
            {t('loop.measuresTitle')}
          </h2>
          <LoopCounts loop={loop} language={language} />
        </section>
      </div>
      {successes.length > 0 ? (
        <div className="ls-wrap ls-body ls-body--below">
          <Rail
            title={t('rail.questions')}
            items={successes.map((success) => ({
              href: `#${entryId(success)}`,
              name: <Words text={success.question} language={language} />,
              note: <Words text={success.topicTitle} language={language} />,
            }))}
          />
          <div>
            <Entries
              successes={successes}
              programme={programme}
              asOf={asOf}
              under="topic"
              language={language}
            />
            {after}
          </div>
        </div>
      ) : (
        <div className="ls-wrap ls-tail">
          <p className="ls-empty">{t('loop.noSuccesses')}</p>
          {after}
        </div>
      )}
    </Page>
  );
}
