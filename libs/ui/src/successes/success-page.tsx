import type { ReactElement } from 'react';
import {
  loopAddress,
  pathsOf,
  successAddress,
  successesAddress,
  topicAddress,
} from '../addresses.js';
import { Page } from '../layout/page.js';
import { plainText } from '../markdown.js';
import { useMessages } from '../parts/own-words.js';
import { EntryFacts, EntryFoot, EntryMeta, entryId } from '../parts/entry.js';
import type { PageFrame } from '../parts/frame.js';
import { Contact, Crumbs, Neighbours } from '../parts/pieces.js';
import { joinedTitle } from '../parts/titles.js';
import { foreign, Words } from '../parts/words.js';
import type { Language, SuccessPageView } from '../views.js';
import { ThanksLink, VoicesOfSuccess } from '../voices/voices.js';

export function successTitle(view: SuccessPageView, language: Language): string {
  return joinedTitle(view.success.question.text, view.programme, language);
}

/** One result on a page of its own: the permanent address. */
export function SuccessPage({
  view,
  ...frame
}: PageFrame & { readonly view: SuccessPageView }): ReactElement {
  const { language } = frame;
  const { programme, success, previous, next, voices, asOf } = view;
  const { slug } = programme;
  const t = useMessages(language);
  const neighbour = (one: NonNullable<SuccessPageView['next']>, label: string) => ({
    href: successAddress(slug, one.key, language),
    label,
    name: <Words text={one.question} language={language} />,
  });
  return (
    <Page
      {...frame}
      paths={pathsOf({ page: 'success', slug, measureKey: success.key })}
      title={successTitle(view, language)}
      description={plainText(success.result.text, 200)}
      programme={programme}
      asOf={asOf}
      current={{ section: 'successes' }}
    >
      <div className="ls-wrap ls-single">
        <Crumbs
          language={language}
          crumbs={[
            { href: successesAddress(slug, language), name: t('nav.successes') },
            {
              href: loopAddress(slug, success.loopNumber, language),
              name: t('loop.name', { number: success.loopNumber }),
            },
            {
              href: topicAddress(slug, success.topicKey, language),
              name: <Words text={success.topicTitle} language={language} />,
            },
          ]}
        />
        <article className="ls-entry" aria-labelledby={`${entryId(success)}-q`}>
          <EntryMeta success={success} programme={programme} language={language} withLoop={false} />
          <h1
            className="ls-h1 ls-h1--question"
            id={`${entryId(success)}-q`}
            lang={foreign(success.question, language)}
          >
            {success.question.text}
          </h1>
          <EntryFacts success={success} programme={programme} asOf={asOf} language={language} />
          <EntryFoot
            success={success}
            programme={programme}
            language={language}
            withTopic
            withFeedback={false}
          />
        </article>
        <VoicesOfSuccess
          voices={voices}
          measureKey={success.key}
          programme={programme}
          language={language}
        />
        <ThanksLink measureKey={success.key} programme={programme} language={language} />
        <Neighbours
          label={t('entry.neighbours')}
          previous={previous ? neighbour(previous, t('entry.previous')) : null}
          next={next ? neighbour(next, t('entry.newer')) : null}
        />
        <Contact programme={programme} language={language} />
      </div>
    </Page>
  );
}
