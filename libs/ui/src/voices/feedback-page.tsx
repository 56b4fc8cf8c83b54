import type { ReactElement, ReactNode } from 'react';
import { feedbackAddress, pathsOf, successAddress, successesAddress } from '../addresses.js';
import { Fault, FaultSummary, LongField, TextField } from '../forms/fields.js';
import { ToldBox } from '../forms/told-box.js';
import { Page } from '../layout/page.js';
import { catalogues, type MessageKey, type Translate } from '../messages/translate.js';
import type { PageFrame } from '../parts/frame.js';
import { useMessages } from '../parts/own-words.js';
import { contactHref, Crumbs } from '../parts/pieces.js';
import { joinedTitle } from '../parts/titles.js';
import { Words } from '../parts/words.js';
import type { Language } from '../views.js';
import {
  FEEDBACK_LIMITS,
  feedbackFields,
  type FeedbackFault,
  type FeedbackField,
  type FeedbackPageView,
} from './voice-view.js';

type Part = { readonly view: FeedbackPageView; readonly language: Language };

/** What is wrong in a field and what would be right; what is true of any field, forms of calls say as well. */
function faultText({ field, problem, limit }: FeedbackFault, t: Translate): string {
  const own = `feedback.fault.${field}.${problem}`;
  const general = `join.fault.${problem}`;
  const key = [own, general].find((one) => Object.hasOwn(catalogues.de, one));
  return t((key ?? 'join.fault.OTHER') as MessageKey, { limit: limit ?? 0 });
}

function Told({ view, language }: Part): ReactElement | null {
  const t = useMessages(language);
  const { faults, waitMinutes } = view;
  if (faults.length > 0)
    return (
      <FaultSummary
        faults={faults.map((fault) => ({ target: fault.field, text: faultText(fault, t) }))}
        language={language}
      />
    );
  if (waitMinutes === null) return null;
  return (
    <Warning
      title={t('feedback.throttled.title')}
      text={t('feedback.throttled.text', { minutes: waitMinutes })}
    />
  );
}

function Warning({ title, text }: { readonly title: string; readonly text: string }): ReactElement {
  return (
    <ToldBox kind="warning" title={title}>
      <p className="kern-body">{text}</p>
    </ToldBox>
  );
}

function FeedbackForm({ view, language }: Part): ReactElement {
  const t = useMessages(language);
  const { programme, key, fields, consentVersion } = view;
  const faultOf = (field: FeedbackField): string | null => {
    const found = view.faults.find((fault) => fault.field === field);
    return found ? faultText(found, t) : null;
  };
  const consentFault = faultOf('consent');
  return (
    <form
      className="ls-form"
      method="post"
      action={feedbackAddress(programme.slug, key, language)}
      acceptCharset="utf-8"
      noValidate
    >
      <fieldset className="kern-fieldset">
        <legend className="kern-label">{t('feedback.kind')}</legend>
        {(['QUESTION', 'FEEDBACK'] as const).map((kind) => (
          <div className="kern-form-check" key={kind}>
            <input
              className="kern-form-check__radio"
              type="radio"
              id={`kind-${kind}`}
              name={feedbackFields.kind}
              value={kind}
              defaultChecked={fields.kind === kind}
            />
            <label className="kern-label" htmlFor={`kind-${kind}`}>
              {t(`feedback.kind.${kind}`)}
            </label>
          </div>
        ))}
      </fieldset>
      <LongField
        id="text"
        name={feedbackFields.text}
        label={t('feedback.text')}
        hint={t('feedback.text.hint')}
        fault={faultOf('text')}
        optional={null}
        longest={FEEDBACK_LIMITS.text}
        value={fields.text}
      />
      <TextField
        id="email"
        name={feedbackFields.email}
        type="email"
        label={t('feedback.email')}
        hint={t('feedback.email.hint')}
        fault={faultOf('email')}
        optional={t('join.form.optional')}
        longest={FEEDBACK_LIMITS.email}
        value={fields.email}
      />
      <fieldset className={`kern-fieldset${consentFault === null ? '' : ' kern-fieldset--error'}`}>
        <legend className="kern-label">
          {t('feedback.consent')}{' '}
          <span className="kern-label__optional">– {t('join.form.optional')}</span>
        </legend>
        <div className="kern-form-check">
          <input
            className={`kern-form-check__checkbox${consentFault === null ? '' : ' kern-form-check__checkbox--error'}`}
            type="checkbox"
            id="consent"
            name={feedbackFields.consent}
            value={consentVersion}
            defaultChecked={fields.agrees}
            {...(consentFault === null
              ? {}
              : { 'aria-invalid': 'true' as const, 'aria-describedby': 'consent-fault' })}
          />
          <label className="kern-label" htmlFor="consent">
            {t(`consent.${consentVersion}`)}
          </label>
        </div>
        <Fault id="consent-fault" text={consentFault} />
      </fieldset>
      <div className="ls-trap" aria-hidden="true">
        <label htmlFor="website">{t('join.form.trap')}</label>
        <input
          id="website"
          name={feedbackFields.trap}
          type="text"
          tabIndex={-1}
          autoComplete="off"
        />
      </div>
      <div>
        <button className="kern-btn kern-btn--primary" type="submit">
          <span className="kern-label">{t('feedback.submit')}</span>
        </button>
      </div>
    </form>
  );
}

/** Who reads it, and what happens with an address. */
function Explained({ view, language }: Part): ReactElement {
  const t = useMessages(language);
  const { contactAddress } = view.programme;
  const href = contactHref(contactAddress);
  return (
    <aside className="ls-facts-box ls-facts-box--text" aria-label={t('feedback.who.title')}>
      <dl>
        <div>
          <dt>{t('feedback.to')}</dt>
          <dd>
            <Words text={view.measureTitle} language={language} />
          </dd>
        </div>
        <div>
          <dt>{t('feedback.who.title')}</dt>
          <dd>{t('feedback.who.text')}</dd>
        </div>
        <div>
          <dt>{t('feedback.data.title')}</dt>
          <dd>{t('feedback.data.text')}</dd>
        </div>
      </dl>
      {href === null ? null : (
        <p className="ls-facts-box__go">
          {t.rich('feedback.withdraw', {
            contact: <a href={href}>{contactAddress.replace(/^mailto:/i, '')}</a>,
          })}
        </p>
      )}
    </aside>
  );
}

type Props = PageFrame & { readonly view: FeedbackPageView };
type Frame = PageFrame & {
  readonly view: Pick<FeedbackPageView, 'programme' | 'key' | 'question'>;
  readonly title: string;
  readonly query?: string;
  readonly children: ReactNode;
};

/** What the form, its thanks and its end have in common. */
function FeedbackFrame({ view, title, query, children, ...frame }: Frame): ReactElement {
  const { language } = frame;
  const t = useMessages(language);
  const { programme, key } = view;
  return (
    <Page
      {...frame}
      paths={pathsOf({ page: 'feedback', slug: programme.slug, measureKey: key })}
      {...(query === undefined ? {} : { query })}
      title={joinedTitle(title, programme, language)}
      description={t('feedback.description')}
      programme={programme}
      current={{ section: 'successes' }}
      noindex
    >
      {children}
    </Page>
  );
}

/** The way back to the success, and the heading. */
function Opening({
  view,
  title,
  language,
  children,
}: Pick<Frame, 'view' | 'title'> & {
  readonly language: Language;
  readonly children?: ReactNode;
}): ReactElement {
  const t = useMessages(language);
  const { programme, key, question } = view;
  return (
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
        <h1 className="ls-h1 ls-h1--question">{title}</h1>
        {children}
      </div>
    </div>
  );
}

/** The form by which a reader asks or says something of a success; complete without script. */
export function FeedbackPage({ view, ...frame }: Props): ReactElement {
  const { language } = frame;
  const t = useMessages(language);
  return (
    <FeedbackFrame
      {...frame}
      view={view}
      title={t(view.faults.length > 0 ? 'feedback.titleFaulty' : 'feedback.title')}
    >
      <Opening view={view} title={t('feedback.heading')} language={language} />
      <div className="ls-wrap">
        <Told view={view} language={language} />
      </div>
      <div className="ls-wrap ls-call">
        <Explained view={view} language={language} />
        <div className="ls-call__text">
          <FeedbackForm view={view} language={language} />
        </div>
      </div>
    </FeedbackFrame>
  );
}

/** After it was sent. */
export function FeedbackSentPage({
  view,
  ...frame
}: PageFrame & { readonly view: Frame['view'] }): ReactElement {
  const { language } = frame;
  const t = useMessages(language);
  return (
    <FeedbackFrame {...frame} view={view} title={t('feedback.sent.title')} query="?done=sent">
      <Opening view={view} title={t('feedback.sent.title')} language={language}>
        <p className="ls-lead">{t('feedback.sent.text')}</p>
        <p className="ls-request">{t('feedback.sent.answer')}</p>
        <p className="ls-more">
          <a
            className="kern-btn kern-btn--secondary"
            href={successAddress(view.programme.slug, view.key, language)}
          >
            <span className="kern-label">{t('feedback.sent.back')}</span>
          </a>
        </p>
      </Opening>
    </FeedbackFrame>
  );
}

/** The programme takes no feedback any more: what was written meanwhile can be kept. */
export function FeedbackClosedPage({ view, ...frame }: Props): ReactElement {
  const { language } = frame;
  const t = useMessages(language);
  return (
    <FeedbackFrame {...frame} view={view} title={t('feedback.closed.title')}>
      <Opening view={view} title={t('feedback.closed.title')} language={language}>
        <p className="ls-lead">{t('feedback.closed.text')}</p>
      </Opening>
      <div className="ls-wrap ls-call">
        <section className="ls-call__text" aria-labelledby="written">
          <h2 className="ls-h2" id="written">
            {t('feedback.closed.written')}
          </h2>
          <p className="ls-voice__text">{view.fields.text}</p>
        </section>
      </div>
    </FeedbackFrame>
  );
}
