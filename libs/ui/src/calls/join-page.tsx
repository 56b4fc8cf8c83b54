import type { ReactElement, ReactNode } from 'react';
import { ToldBox } from '../forms/told-box.js';
import { joinAddress, pathsOf, privacyAddress } from '../addresses.js';
import { formatDay, formatRow } from '../format.js';
import { Page } from '../layout/page.js';
import { plainText } from '../markdown.js';
import type { PageFrame } from '../parts/frame.js';
import { ownDataAddress } from '../own-data/own-data-frame.js';
import { useMessages } from '../parts/own-words.js';
import { contactHref } from '../parts/pieces.js';
import { headingClass, joinedTitle } from '../parts/titles.js';
import { Day, DayOf, foreign, Prose } from '../parts/words.js';
import { signInAddress, SignOutForm } from '../sign-in/sign-in-frame.js';
import type { Language, ProgrammeView } from '../views.js';
import { JoinFaults, JoinForm, Written } from './join-form.js';
import {
  joinFields,
  type ApplicationView,
  type CallView,
  type JoinPageView,
  type ToConfirmView,
} from './join-view.js';

type Part = { readonly view: JoinPageView; readonly language: Language };
type WithCall = Part & { readonly call: CallView };

function Facts({ view, call, language }: WithCall): ReactElement {
  const t = useMessages(language);
  const { programme, open } = view;
  const { firstLoop, minimumTerm, seats, closesOn } = call;
  const loops = Array.from({ length: minimumTerm }, (_one, at) => firstLoop + at);
  const contact = contactHref(programme.contactAddress);
  const lines: (readonly [string, ReactNode])[] = [
    [
      t(open ? 'join.facts.until' : 'join.facts.since'),
      <span className="ls-facts-box__big">
        <Day day={closesOn} language={language} />
      </span>,
    ],
    [t('join.facts.seats'), t('guides.count', { count: seats })],
    [
      t('join.facts.term'),
      t('loop.list', { count: loops.length, list: formatRow(loops, language) }),
    ],
    [t('join.facts.who'), t('join.facts.who.text')],
    [t('join.facts.answer'), t('join.facts.answer.text')],
  ];
  if (contact)
    lines.push([
      t('join.facts.questions'),
      <a href={contact}>{programme.contactAddress.replace(/^mailto:/i, '')}</a>,
    ]);
  return (
    <aside className="ls-facts-box" aria-label={t('join.facts')}>
      <dl>
        {lines.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {open ? (
        <p className="ls-facts-box__go">
          {view.toConfirm && !view.sent ? (
            <a href="#confirm">{t('join.confirm.title')}</a>
          ) : (
            <a href="#apply">{t(view.application ? 'join.own.title' : 'join.facts.go')}</a>
          )}
        </p>
      ) : null}
    </aside>
  );
}

/** What is told before all else: what came of what was just done, or why it wasn't. */
function Told({ view, language }: Part): ReactElement | null {
  const t = useMessages(language);
  const { note, problem, faults } = view;
  if (faults.length > 0) return <JoinFaults faults={faults} language={language} />;
  if (problem)
    return (
      <ToldBox kind="warning" title={t(`join.problem.${problem.code}.title`)}>
        <p className="kern-body">
          {t(`join.problem.${problem.code}.text`, { minutes: problem.minutes ?? 0 })}
        </p>
      </ToldBox>
    );
  if (note === null) return null;
  return (
    <ToldBox kind="success" title={t(`join.note.${note}.title`)}>
      <p className="kern-body">{t(`join.note.${note}.text`)}</p>
    </ToldBox>
  );
}

function Explained({ view, call, language }: WithCall): ReactElement {
  const t = useMessages(language);
  const { programme, retentionDays } = view;
  return (
    <>
      <Prose text={call.text} language={language} headings="h2" />
      <section aria-labelledby="does">
        <h2 className="ls-h2" id="does">
          {t('join.does.title')}
        </h2>
        <div className="ls-prose">
          <p>{t('join.does.text')}</p>
          <p>{t('join.does.term', { count: call.minimumTerm })}</p>
        </div>
      </section>
      <section aria-labelledby="data">
        <h2 className="ls-h2" id="data">
          {t('join.data.title')}
        </h2>
        <div className="ls-prose">
          <p>{t('join.data.who')}</p>
          <p>{t('join.data.change')}</p>
          <p>
            {t('join.data.days', { days: retentionDays })}{' '}
            <a href={privacyAddress(programme.slug, language)}>{t('join.data.more')}</a>
          </p>
          <p>
            <a href={ownDataAddress('', language)}>{t('join.data.own')}</a>
          </p>
        </div>
      </section>
    </>
  );
}

function Withdraw({ view, language }: Part): ReactElement {
  const t = useMessages(language);
  return (
    <details className="ls-withdraw">
      <summary>{t('join.withdraw.title')}</summary>
      <form method="post" action={joinAddress(view.programme.slug, language)}>
        <p>
          {t('join.withdraw.text')} {view.open ? t('join.withdraw.again') : null}
        </p>
        <button
          className="kern-btn kern-btn--secondary"
          type="submit"
          name={joinFields.intent}
          value="withdraw"
        >
          <span className="kern-label">{t('join.withdraw.submit')}</span>
        </button>
      </form>
    </details>
  );
}

/** The own application: where it stands, what it says, and the way out of it. */
function Own({
  view,
  application,
  language,
}: Part & { readonly application: ApplicationView }): ReactElement {
  const t = useMessages(language);
  const { programme, call, open } = view;
  const { state, receivedAt, reason, mayChange, email, lastLoop } = application;
  const day = <DayOf instant={receivedAt} timeZone={programme.timeZone} language={language} />;
  return (
    <>
      <div className="ls-prose">
        <p>
          {t(state === 'WITHDRAWN' && !open ? 'join.own.WITHDRAWN.over' : `join.own.${state}`)}
          {mayChange && call ? (
            <> {t('join.own.change', { day: formatDay(call.closesOn, language) })}</>
          ) : null}
        </p>
        {reason === null ? null : (
          <p>
            {t('join.own.reason')}: {reason}
          </p>
        )}
        {state === 'WITHDRAWN' ? null : (
          <p className="ls-muted">
            {t.rich('join.own.receivedAt', { day })} · {email}
          </p>
        )}
      </div>
      {state === 'WITHDRAWN' || mayChange ? null : (
        <>
          <Written view={view} language={language} />
          {lastLoop === null ? null : (
            <p>
              {t('join.own.lastLoop')}: {t('loop.name', { number: lastLoop })}
            </p>
          )}
        </>
      )}
    </>
  );
}

/** What somebody has written under the reader's address, and the two things to say of it. */
function ToConfirm({
  view,
  waiting,
  language,
}: Part & { readonly waiting: ToConfirmView }): ReactElement {
  const t = useMessages(language);
  const { programme } = view;
  const { id, version, email, receivedAt, fields } = waiting;
  const day = <DayOf instant={receivedAt} timeZone={programme.timeZone} language={language} />;
  const lastLoop = Number(fields.lastLoop);
  return (
    <section aria-labelledby="confirm">
      <h2 className="ls-h2" id="confirm">
        {t('join.confirm.title')}
      </h2>
      <div className="ls-prose">
        <p>{t.rich('join.confirm.text', { day, email })}</p>
      </div>
      <Written view={{ ...view, fields, application: null }} language={language} />
      {fields.lastLoop === '' ? null : (
        <p>
          {t('join.own.lastLoop')}: {t('loop.name', { number: lastLoop })}
        </p>
      )}
      <p>{t(`consent.${view.consentVersion}`)}</p>
      <form method="post" action={joinAddress(programme.slug, language)}>
        <input type="hidden" name={joinFields.application} value={id} />
        <input type="hidden" name={joinFields.version} value={version} />
        <p className="ls-more">
          <button
            className="kern-btn kern-btn--primary"
            type="submit"
            name={joinFields.intent}
            value="confirm"
          >
            <span className="kern-label">{t('join.confirm.submit')}</span>
          </button>
          <button
            className="kern-btn kern-btn--secondary"
            type="submit"
            name={joinFields.intent}
            value="discard"
          >
            <span className="kern-label">{t('join.confirm.discard')}</span>
          </button>
        </p>
      </form>
    </section>
  );
}

function SignedIn({ view, language }: Part): ReactElement | null {
  const t = useMessages(language);
  if (view.applicant === null) return null;
  return (
    <div className="ls-signed-in">
      <p>{t('join.signedInAs', { email: view.applicant.email })}</p>
      <SignOutForm language={language} />
    </div>
  );
}

/** What one can do: apply, change or withdraw the own application, or sign in first. */
function Apply({ view, call, language }: WithCall): ReactElement {
  const t = useMessages(language);
  const { application, applicant, byEmail, programme, toConfirm, sent } = view;
  if (toConfirm && !sent)
    return (
      <>
        <ToConfirm view={view} waiting={toConfirm} language={language} />
        <SignedIn view={view} language={language} />
      </>
    );
  const own = application !== null && application.state !== 'WITHDRAWN';
  const href = signInAddress('/sign-in', language, joinAddress(programme.slug, language));
  return (
    <section aria-labelledby="apply">
      <h2 className="ls-h2" id="apply">
        {t(own ? 'join.own.title' : 'join.form.title')}
      </h2>
      {application ? <Own view={view} application={application} language={language} /> : null}
      {applicant || byEmail ? (
        <JoinForm view={view} call={call} language={language} />
      ) : (
        <>
          <p>{t('join.form.onlySignedIn')}</p>
          <p>
            <a className="kern-btn kern-btn--primary" href={href}>
              <span className="kern-label">{t('join.form.toSignIn')}</span>
            </a>
          </p>
        </>
      )}
      {application?.mayWithdraw ? <Withdraw view={view} language={language} /> : null}
      <SignedIn view={view} language={language} />
    </section>
  );
}

/** After the call: the own application, what could not be sent any more, or the way to sign in. */
function Over({ view, language }: Part): ReactElement {
  const t = useMessages(language);
  const { application, applicant, sent, signIn, programme, toConfirm } = view;
  const href = signInAddress('/sign-in', language, joinAddress(programme.slug, language));
  return (
    <>
      {application ? (
        <section aria-labelledby="apply">
          <h2 className="ls-h2" id="apply">
            {t('join.own.title')}
          </h2>
          <Own view={view} application={application} language={language} />
          {application.mayWithdraw ? <Withdraw view={view} language={language} /> : null}
          <SignedIn view={view} language={language} />
        </section>
      ) : null}
      {toConfirm ? <ToConfirm view={view} waiting={toConfirm} language={language} /> : null}
      {sent && application === null ? (
        <section aria-labelledby="written">
          <h2 className="ls-h2" id="written">
            {t('join.over.written')}
          </h2>
          <Written view={view} language={language} />
        </section>
      ) : null}
      {applicant === null && signIn ? (
        <section aria-labelledby="sign-in">
          <h2 className="ls-h2" id="sign-in">
            {t('join.over.signIn')}
          </h2>
          <p>{t('join.over.signIn.text')}</p>
          <p>
            <a className="kern-btn kern-btn--secondary" href={href}>
              <span className="kern-label">{t('join.form.toSignIn')}</span>
            </a>
          </p>
        </section>
      ) : null}
    </>
  );
}

function Opening({ view, language }: Part): ReactElement {
  const t = useMessages(language);
  const { call, open, sent } = view;
  const title = t('join.over.title');
  if (open && call)
    return (
      <>
        <p className="ls-eyebrow">{t('join.eyebrow')}</p>
        <h1 className={headingClass(call.title.text)} lang={foreign(call.title, language)}>
          {call.title.text}
        </h1>
      </>
    );
  const day = call ? <Day day={call.closesOn} language={language} /> : null;
  return (
    <>
      {call ? (
        <p className="ls-eyebrow" lang={foreign(call.title, language)}>
          {call.title.text}
        </p>
      ) : null}
      <h1 className={headingClass(title)}>{title}</h1>
      <p className="ls-lead">
        {day ? t.rich('join.over.text', { day }) : t('join.over.textOfNone')}
      </p>
      {sent ? <p className="ls-lead">{t('join.over.meanwhile')}</p> : null}
    </>
  );
}

type Props = PageFrame & { readonly view: JoinPageView };

/** A volunteer call with the form that answers it; the own application for whoever has answered. */
export function JoinPage({ view, ...frame }: Props): ReactElement {
  const { language } = frame;
  const t = useMessages(language);
  const { programme, call, open, faults } = view;
  return (
    <Page
      {...frame}
      paths={pathsOf({ page: 'join', slug: programme.slug })}
      title={joinedTitle(
        t(faults.length > 0 ? 'join.titleFaulty' : 'join.title'),
        programme,
        language,
      )}
      description={open && call ? plainText(call.text.text, 200) : t('join.description')}
      programme={programme}
      current={{ section: 'join', whole: true }}
      noindex={!open || frame.noindex === true}
    >
      <div className="ls-wrap ls-open ls-open--plain">
        <div>
          <Opening view={view} language={language} />
        </div>
      </div>
      <div className="ls-wrap">
        <Told view={view} language={language} />
      </div>
      <div className="ls-wrap ls-call">
        {call ? <Facts view={view} call={call} language={language} /> : null}
        <div className="ls-call__text">
          {open && call ? (
            <>
              <Explained view={view} call={call} language={language} />
              <Apply view={view} call={call} language={language} />
            </>
          ) : (
            <Over view={view} language={language} />
          )}
        </div>
      </div>
    </Page>
  );
}

type SentProps = PageFrame & {
  readonly programme: ProgrammeView;
  /** How long the link is good. */
  readonly days: number;
  /** Whether mails are shown on a page instead of being sent. */
  readonly mailsShown: boolean;
};

/** After an application by e-mail, whatever came of it: it counts once the link is opened. */
export function JoinSentPage({ programme, days, mailsShown, ...frame }: SentProps): ReactElement {
  const { language } = frame;
  const t = useMessages(language);
  return (
    <Page
      {...frame}
      paths={pathsOf({ page: 'join', slug: programme.slug })}
      query="?done=sent"
      title={joinedTitle(t('join.sent.title'), programme, language)}
      description={t('join.description')}
      programme={programme}
      current={{ section: 'join' }}
      noindex
    >
      <div className="ls-wrap ls-open ls-open--plain">
        <div>
          <p className="ls-eyebrow">{t('join.eyebrow')}</p>
          <h1 className="ls-h1">{t('join.sent.title')}</h1>
          <p className="ls-lead">{t('join.sent.text', { days })}</p>
          <p className="ls-request">{t('join.sent.late')}</p>
          <p className="ls-more">
            <a
              className="kern-btn kern-btn--secondary"
              href={joinAddress(programme.slug, language)}
            >
              <span className="kern-label">{t('join.sent.back')}</span>
            </a>
            {mailsShown ? (
              <a href={signInAddress('/sign-in/mails', language)}>{t('signIn.email.mails')}</a>
            ) : null}
          </p>
        </div>
      </div>
    </Page>
  );
}
