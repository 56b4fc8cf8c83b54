import type { ReactElement } from 'react';
import {
  ideasAddress,
  joinAddress,
  pathsOf,
  queryOf,
  successesAddress,
  topicAddress,
} from '../addresses.js';
import { formatDayOf, formatRow } from '../format.js';
import { Page } from '../layout/page.js';
import { plainText } from '../markdown.js';
import { useMessages } from '../parts/own-words.js';
import { Entry, FoldedEntry } from '../parts/entry.js';
import { InTurn } from '../parts/in-turn.js';
import { FilterForm, filterId } from '../parts/filter-form.js';
import type { PageFrame } from '../parts/frame.js';
import { Loops } from '../parts/loop-strip.js';
import { Contact, Empty } from '../parts/pieces.js';
import { Rail } from '../parts/rail.js';
import { headingClass, joinedTitle } from '../parts/titles.js';
import { TopicPath } from '../parts/topic-path.js';
import { foreign, Prose, Words } from '../parts/words.js';
import type { Language, LoopView, ProgrammeView, SuccessesPageView, TopicView } from '../views.js';
import { VoicesOfProgramme } from '../voices/voices.js';

export function successesTitle(view: SuccessesPageView, language: Language): string {
  const filtered = queryOf(view.filter) !== '';
  const page = useMessages(language)(filtered ? 'successes.titleFiltered' : 'successes.title');
  return joinedTitle(page, view.programme, language);
}

const topicId = (topic: Pick<TopicView, 'key'>): string => `t-${topic.key}`;

function loopState(loops: readonly LoopView[], language: Language): string {
  const t = useMessages(language);
  const loop = loops.findLast(({ stage }) => stage === 'RUNNING' || stage === 'REVIEW');
  if (!loop) return t('loop.noneRunning');
  const name = t('loop.name', { number: loop.number });
  if (loop.total === 0) return t('loop.stateEmpty', { loop: name });
  const countOf = (phase: string): number =>
    loop.counts.find((one) => one.phase === phase)?.count ?? 0;
  return t('loop.state', {
    loop: language === 'en' ? name.toLowerCase() : name,
    done: countOf('DONE'),
    checked: countOf('CHECK'),
    total: loop.total,
  });
}

function Opening({
  view,
  language,
}: {
  readonly view: SuccessesPageView;
  readonly language: Language;
}): ReactElement {
  const t = useMessages(language);
  const { programme, asOf, loops } = view;
  const day = <time dateTime={asOf}>{formatDayOf(asOf, programme.timeZone, language)}</time>;
  return (
    <div className="ls-wrap ls-open">
      <div>
        <p className="ls-eyebrow">{t('successes.eyebrow')}</p>
        <h1
          className={headingClass(programme.title.text)}
          lang={foreign(programme.title, language)}
        >
          {programme.title.text}
        </h1>
        <Prose text={programme.purpose} language={language} className="ls-lead" />
      </div>
      <div className="ls-asof">
        <p>
          <strong>{t.rich('asOf.label', { day })}</strong>
          {loopState(loops, language)}
        </p>
        {programme.callOpen ? (
          <p className="ls-invitation">
            {t('join.invitation')}{' '}
            <a href={joinAddress(programme.slug, language)}>{t('join.invitation.go')}</a>
          </p>
        ) : null}
        {programme.ideasOpen ? (
          <p className="ls-invitation">
            {t('ideas.invitation')}{' '}
            <a href={ideasAddress(programme.slug, language)}>{t('ideas.invitation.go')}</a>
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** "Lernschleifen 1 bis 3 und 5": the loops that took a topic up. */
function loopsOf(topic: TopicView, language: Language): string | null {
  const numbers = topic.path
    .filter(({ state }) => state !== 'none')
    .map(({ loopNumber }) => loopNumber);
  return numbers.length === 0
    ? null
    : useMessages(language)('loop.list', {
        count: numbers.length,
        list: formatRow(numbers, language),
      });
}

function Topic({
  topic,
  programme,
  asOf,
  language,
}: {
  readonly topic: TopicView;
  readonly programme: ProgrammeView;
  readonly asOf: string;
  readonly language: Language;
}): ReactElement {
  const t = useMessages(language);
  const [newest, ...earlier] = topic.successes;
  const context = { programme, asOf, language };
  return (
    <section className="ls-topic" id={topicId(topic)} aria-labelledby={`${topicId(topic)}-title`}>
      <div className="ls-topic__head">
        <h2
          className="ls-topic__name"
          id={`${topicId(topic)}-title`}
          lang={foreign(topic.title, language)}
        >
          <a href={topicAddress(programme.slug, topic.key, language)}>{topic.title.text}</a>
        </h2>
        <TopicPath
          slug={programme.slug}
          path={topic.path}
          successes={topic.successes}
          language={language}
        />
      </div>
      {newest ? <Entry success={newest} heading="h3" {...context} /> : null}
      {earlier.length > 0 ? (
        <div className="ls-earlier">
          {earlier.map((success) => (
            <FoldedEntry key={success.id} success={success} {...context} />
          ))}
        </div>
      ) : null}
      {topic.more > 0 ? (
        <p className="ls-entry__foot">
          <a href={topicAddress(programme.slug, topic.key, language)}>
            {t('successes.moreOfTopic', { count: topic.more })}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Topics({
  view,
  language,
}: {
  readonly view: SuccessesPageView;
  readonly language: Language;
}): ReactElement {
  const t = useMessages(language);
  const { programme, asOf, topics, filter, nextAfter, after } = view;
  const address = successesAddress(programme.slug, language);
  if (topics.length === 0) {
    const filtered = queryOf(filter) !== '';
    return (
      <div className="ls-body ls-body--alone">
        {filtered ? (
          <Empty
            title={t('successes.noMatchTitle')}
            text={t('successes.noMatchText')}
            link={{ href: address, label: t('successes.noMatchClear') }}
          />
        ) : (
          <Empty title={t('successes.emptyTitle')} text={t('successes.emptyText')} />
        )}
        <Contact programme={programme} language={language} />
      </div>
    );
  }
  return (
    <div className="ls-body">
      <Rail
        title={t('successes.topics')}
        items={topics.map((topic) => ({
          href: `#${topicId(topic)}`,
          name: <Words text={topic.title} language={language} />,
          note: loopsOf(topic, language),
        }))}
      />
      <div>
        {topics.map((topic) => (
          <InTurn key={topic.id}>
            <Topic topic={topic} programme={programme} asOf={asOf} language={language} />
          </InTurn>
        ))}
        {nextAfter || after ? (
          <p className="ls-more">
            {nextAfter ? (
              <a
                className="kern-btn kern-btn--secondary"
                href={`${address}${queryOf(filter, nextAfter)}#${filterId}`}
                rel="next"
              >
                <span className="kern-label">{t('successes.more')}</span>
              </a>
            ) : null}
            {after ? (
              <a href={`${address}${queryOf(filter)}#${filterId}`}>{t('successes.first')}</a>
            ) : null}
          </p>
        ) : null}
        <VoicesOfProgramme {...view.voices} programme={programme} language={language} />
        <Contact programme={programme} language={language} />
      </div>
    </div>
  );
}

type Props = PageFrame & { readonly view: SuccessesPageView };

/** The successes of a programme: its loops, its filter, its topics with the newest result open. */
export function SuccessesPage({ view, ...frame }: Props): ReactElement {
  const { language } = frame;
  const { programme, filter } = view;
  const nothingYet = view.topics.length === 0 && queryOf(filter) === '';
  return (
    <Page
      {...frame}
      paths={pathsOf({ page: 'successes', slug: programme.slug })}
      query={queryOf(filter)}
      title={successesTitle(view, language)}
      description={plainText(programme.purpose.text, 200)}
      programme={programme}
      asOf={view.asOf}
      current={{ section: 'successes', whole: true }}
    >
      <Opening view={view} language={language} />
      {view.loops.length > 0 ? (
        <Loops slug={programme.slug} loops={view.loops} language={language} />
      ) : null}
      <div className="ls-wrap">
        {nothingYet ? null : <FilterForm view={view} language={language} />}
        <Topics view={view} language={language} />
      </div>
    </Page>
  );
}
