import type { ReactElement } from 'react';
import { pathsOf, successAddress, successesAddress, thanksAddress } from '../addresses.js';
import { FaultSummary, LongField } from '../forms/fields.js';
import { ToldBox } from '../forms/told-box.js';
import { Page } from '../layout/page.js';
import type { Translate } from '../messages/translate.js';
import type { PageFrame } from '../parts/frame.js';
import { useMessages } from '../parts/own-words.js';
import { Crumbs } from '../parts/pieces.js';
import { joinedTitle } from '../parts/titles.js';
import { DayOf, Words } from '../parts/words.js';
import { signInAddress, SignOutForm } from '../sign-in/sign-in-frame.js';
import type { Language } from '../views.js';
import { THANKS_LONGEST, thanksFields, type ThanksPageView } from './thanks-view.js';

type Part = { readonly view: ThanksPageView; readonly language: Language };

/** What is wrong with the sentence, and what would be right; null when nothing is. */
function faultText({ fault }: ThanksPageView, t: Translate): string | null {
  if (fault === null) return null;
  return fault === 'MISSING'
    ? t('thanks.fault.MISSING')
    : t(`join.fault.${fault}`, { limit: THANKS_LONGEST });
}

/** What is told before all else: what came of what was just done, or why it wasn't. */
function Told({ view, language }: Part): ReactElement | null {
  const t = useMessages(language);
  const { note, problem } = view;
  const text = faultText(view, t);
  if (text !== null)
    return <FaultSummary faults={[{ target: 'text', text }]} language={language} />;
  const told = problem === null ? note : problem;
  if (told === null) return null;
  return (
    <ToldBox kind={problem === null ? 'success' : 'warning'} title={t(`thanks.${told}.title`)}>
      <p className="kern-body">{t(`thanks.${told}.text`)}</p>
    </ToldBox>
  );
}

function Give({ view, language }: Part): ReactElement {
  const t = useMessages(language);
  const { programme, key, text } = view;
  return (
    <form
      className="ls-form"
      method="post"
      action={thanksAddress(programme.slug, key, language)}
      acceptCharset="utf-8"
      noValidate
    >
      <LongField
        id="text"
        name={thanksFields.text}
        label={t('thanks.text')}
        hint={t('thanks.text.hint')}
        fault={faultText(view, t)}
        optional={null}
        longest={THANKS_LONGEST}
        value={text}
      />
      <div>
        <button
          className="kern-btn kern-btn--primary"
          type="submit"
          name={thanksFields.intent}
          value="give"
        >
          <span className="kern-label">{t('thanks.submit')}</span>
        </button>
      </div>
    </form>
  );
}

/** The form for whoever may thank, or has just sent it; else how one may. */
function Write({ view, language }: Part): ReactElement {
  const t = useMessages(language);
  const { programme, key, own, sent, signedIn, signIn } = view;
  const here = thanksAddress(programme.slug, key, language);
  return (
    <section aria-labelledby="write">
      <h2 className="ls-h2" id="write">
        {t('thanks.form.title')}
      </h2>
      <p>{t(own !== null ? 'thanks.who' : signedIn ? 'thanks.notYou' : 'thanks.onlySignedIn')}</p>
      {signedIn || !signIn ? null : (
        <p>
          <a
            className="kern-btn kern-btn--primary"
            href={signInAddress('/sign-in', language, here)}
          >
            <span className="kern-label">{t('ideas.form.toSignIn')}</span>
          </a>
        </p>
      )}
      {own !== null || sent ? <Give view={view} language={language} /> : null}
    </section>
  );
}

/** The own sentences, each with the way to take it back. */
function Own({ view, language }: Part): ReactElement | null {
  const t = useMessages(language);
  const { programme, key, own } = view;
  if (own === null || own.length === 0) return null;
  return (
    <section aria-labelledby="own">
      <h2 className="ls-h2" id="own">
        {t('thanks.own')}
      </h2>
      <ul className="ls-list">
        {own.map(({ id, text, at }) => (
          <li className="ls-voice" key={id}>
            <p className="ls-muted">
              <DayOf instant={at} timeZone={programme.timeZone} language={language} />
            </p>
            <p className="ls-voice__text" id={`thanks-${id}`}>
              {text}
            </p>
            <form method="post" action={thanksAddress(programme.slug, key, language)}>
              <input type="hidden" name={thanksFields.thanks} value={id} />
              <button
                className="kern-btn kern-btn--secondary"
                type="submit"
                name={thanksFields.intent}
                value="take-back"
                aria-describedby={`thanks-${id}`}
              >
                <span className="kern-label">{t('thanks.takeBack')}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where whoever is someone in the programme thanks the people of a success; complete without script. */
export function ThanksPage({
  view,
  ...frame
}: PageFrame & { readonly view: ThanksPageView }): ReactElement {
  const { language } = frame;
  const t = useMessages(language);
  const { programme, key, question, measureTitle, fault, signedIn } = view;
  return (
    <Page
      {...frame}
      paths={pathsOf({ page: 'thanks', slug: programme.slug, measureKey: key })}
      title={joinedTitle(
        t(fault === null ? 'thanks.title' : 'thanks.titleFaulty'),
        programme,
        language,
      )}
      description={t('thanks.description')}
      programme={programme}
      current={{ section: 'successes' }}
      noindex
    >
      <div className="ls-wrap ls-open ls-open--plain">
        <div>
          <Crumbs
            language={language}
            crumbs={[
              { href: successesAddress(programme.slug, language), name: t('nav.successes') },
              {
                href: successAddress(programme.slug, key, language),
                name: <Words text={question} language={language} />,
              },
            ]}
          />
          <h1 className="ls-h1 ls-h1--question">{t('thanks.title')}</h1>
          <p className="ls-lead">
            {t.rich('thanks.lead', { measure: <Words text={measureTitle} language={language} /> })}
          </p>
        </div>
      </div>
      <div className="ls-wrap">
        <Told view={view} language={language} />
      </div>
      <div className="ls-wrap ls-call">
        <div className="ls-call__text">
          <Write view={view} language={language} />
          <Own view={view} language={language} />
          {signedIn ? (
            <div className="ls-signed-in">
              <SignOutForm language={language} />
            </div>
          ) : null}
        </div>
      </div>
    </Page>
  );
}
