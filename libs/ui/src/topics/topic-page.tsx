import type { ReactElement } from 'react';
import { pathsOf, successesAddress, topicAddress } from '../addresses.js';
import { Page } from '../layout/page.js';
import { plainText } from '../markdown.js';
import { messagesFor } from '../messages/translate.js';
import { Entry } from '../parts/entry.js';
import type { PageFrame } from '../parts/frame.js';
import { Contact, Crumbs, Neighbours } from '../parts/pieces.js';
import { joinedTitle } from '../parts/titles.js';
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
  const { programme, topic, previous, next } = view;
  const { slug } = programme;
  const t = messagesFor(language);
  const neighbour = (one: NonNullable<TopicPageView['next']>, label: string) => ({
    href: topicAddress(slug, one.key, language),
    label,
    name: <Words text={one.title} language={language} />,
  });
  const words = topic.description ?? topic.successes[0]?.result ?? topic.title;
  return (
    <Page
      {...frame}
      paths={pathsOf({ page: 'topic', slug, key: topic.key })}
      title={topicTitle(view, language)}
      description={plainText(words.text, 200)}
      programme={programme}
      asOf={view.asOf}
      current={null}
    >
      <div className="ls-wrap ls-open ls-open--plain">
        <div>
          <Crumbs
            language={language}
            crumbs={[{ href: successesAddress(slug, language), name: t('nav.successes') }]}
          />
          <p className="ls-eyebrow">{t('topic.eyebrow')}</p>
          <h1 className="ls-h1" lang={foreign(topic.title, language)}>
            {topic.title.text}
          </h1>
          {topic.description ? (
            <Prose text={topic.description} language={language} className="ls-lead" />
          ) : null}
          <TopicPath
            slug={slug}
            path={topic.path}
            successes={topic.successes}
            language={language}
          />
        </div>
      </div>
      <div className="ls-wrap ls-tail">
        {topic.successes.length > 0 ? (
          <div className="ls-entries">
            <p className="ls-entries__count">{t('topic.results')}</p>
            {topic.successes.map((success) => (
              <Entry
                key={success.id}
                success={success}
                programme={programme}
                heading="h2"
                language={language}
              />
            ))}
          </div>
        ) : (
          <p className="ls-empty">{t('topic.noSuccesses')}</p>
        )}
        <Neighbours
          label={t('topic.neighbours')}
          previous={previous ? neighbour(previous, t('topic.previous')) : null}
          next={next ? neighbour(next, t('topic.next')) : null}
        />
        <Contact programme={programme} language={language} />
      </div>
    </Page>
  );
}
