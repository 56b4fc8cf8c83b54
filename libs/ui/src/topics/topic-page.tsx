import type { ReactElement } from 'react';
import { pathsOf, successesAddress, topicAddress } from '../addresses.js';
import { Page } from '../layout/page.js';
import { plainText } from '../markdown.js';
import { useMessages } from '../parts/own-words.js';
import { Entries, entryId } from '../parts/entry.js';
import type { PageFrame } from '../parts/frame.js';
import { Contact, Crumbs, Neighbours } from '../parts/pieces.js';
import { Rail } from '../parts/rail.js';
import { headingClass, joinedTitle } from '../parts/titles.js';
import { TopicPath } from '../parts/topic-path.js';
import { foreign, Prose, Words } from '../parts/words.js';
import type { Language, TopicPageView } from '../views.js';

export function topicTitle(view: TopicPageView, language: Language): string {
  return joinedTitle(view.topic.title.text, view.programme, language);
}

/** One topic through all its loops, the newest first, nothing folded. */
export function TopicPage({
  view,
  ...frame
}: PageFrame & { readonly view: TopicPageView }): ReactElement {
  const { language } = frame;
  const { programme, topic, previous, next, asOf } = view;
  const { slug } = programme;
  const { successes } = topic;
  const t = useMessages(language);
  const neighbour = (one: NonNullable<TopicPageView['next']>, label: string) => ({
    href: topicAddress(slug, one.key, language),
    label,
    name: <Words text={one.title} language={language} />,
  });
  const words = topic.description ?? successes[0]?.result ?? topic.title;
  const after = (
    <>
      <Neighbours
        label={t('topic.neighbours')}
        previous={previous ? neighbour(previous, t('topic.previous')) : null}
        next={next ? neighbour(next, t('topic.next')) : null}
      />
      <Contact programme={programme} language={language} />
    </>
  );
  return (
    <Page
      {...frame}
      paths={pathsOf({ page: 'topic', slug, key: topic.key })}
      title={topicTitle(view, language)}
      description={plainText(words.text, 200)}
      programme={programme}
      asOf={asOf}
      current={{ section: 'successes' }}
    >
      <div className="ls-wrap ls-open ls-open--plain">
        <div>
          <Crumbs
            language={language}
            crumbs={[
              { href: successesAddress(slug, language), name: t('nav.successes') },
              { name: t('topic.eyebrow') },
            ]}
          />
          <h1 className={headingClass(topic.title.text)} lang={foreign(topic.title, language)}>
            {topic.title.text}
          </h1>
          {topic.description ? (
            <Prose text={topic.description} language={language} className="ls-lead" />
          ) : null}
          <TopicPath slug={slug} path={topic.path} successes={successes} language={language} />
          {successes.length > 0 ? (
            <p className="ls-count">{t('topic.results', { count: successes.length })}</p>
          ) : null}
        </div>
      </div>
      {successes.length > 0 ? (
        <div className="ls-wrap ls-body ls-body--below">
          <Rail
            title={t('rail.questions')}
            items={successes.map((success) => ({
              href: `#${entryId(success)}`,
              name: <Words text={success.question} language={language} />,
              note: t('loop.name', { number: success.loopNumber }),
            }))}
          />
          <div>
            <Entries
              successes={successes}
              programme={programme}
              asOf={asOf}
              under="loop"
              language={language}
            />
            {after}
          </div>
        </div>
      ) : (
        <div className="ls-wrap ls-tail">
          <p className="ls-empty">{t('topic.noSuccesses')}</p>
          {after}
        </div>
      )}
    </Page>
  );
}
