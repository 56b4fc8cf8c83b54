import type { ReactElement } from 'react';
import { messagesFor } from '../messages/translate.js';
import type { PageFrame } from '../parts/frame.js';
import { Icon } from '../parts/icon.js';
import type { Language } from '../views.js';
import { SignInFrame, signInAddress } from './sign-in-frame.js';

export type RoleName = 'EMPLOYEE' | 'GUIDE' | 'CIRCLE' | 'ADMINISTRATOR';

/** Someone whom the demonstration lets one be. */
export type DemonstrationPersonView = {
  readonly id: string;
  readonly name: string;
  readonly role: RoleName;
  readonly programme: string;
};

export type SignInPageView = {
  /** An own path, or null for the default. */
  readonly returnTo: string | null;
  readonly provider: boolean;
  readonly email: boolean;
  /** Whether mails are shown on a page instead of being sent. */
  readonly mailsShown: boolean;
  /** Null when this is no demonstration. */
  readonly people: readonly DemonstrationPersonView[] | null;
  /** What was typed as an address and is none; null otherwise. */
  readonly badEmail: string | null;
};

type Props = PageFrame & { readonly view: SignInPageView };
type Part = { readonly view: SignInPageView; readonly language: Language };

function Provider({ view, language }: Part): ReactElement {
  const t = messagesFor(language);
  return (
    <section aria-labelledby="provider">
      <h2 className="ls-h2" id="provider">
        {t('signIn.provider.title')}
      </h2>
      <p>{t('signIn.provider.text')}</p>
      {/* A link: a form's target may not lead to another site. */}
      <a
        className="kern-btn kern-btn--primary"
        href={signInAddress('/sign-in/provider', language, view.returnTo)}
      >
        <span className="kern-label">{t('signIn.provider.go')}</span>
      </a>
    </section>
  );
}

function Email({ view, language }: Part): ReactElement {
  const t = messagesFor(language);
  const bad = view.badEmail !== null;
  return (
    <section aria-labelledby="email-title">
      <h2 className="ls-h2" id="email-title">
        {t('signIn.email.title')}
      </h2>
      <form
        method="post"
        action={signInAddress('/sign-in/email', language, view.returnTo)}
        noValidate
      >
        <div className={`kern-form-input${bad ? ' kern-form-input--error' : ''}`}>
          <label className="kern-label" htmlFor="email">
            {t('signIn.email.label')}
          </label>
          <div className="kern-hint" id="email-hint">
            {t('signIn.email.hint')}
          </div>
          <input
            className={`kern-form-input__input${bad ? ' kern-form-input__input--error' : ''}`}
            id="email"
            name="email"
            type="email"
            autoComplete="email"
            required
            maxLength={200}
            defaultValue={view.badEmail ?? ''}
            aria-describedby={bad ? 'email-hint email-error' : 'email-hint'}
            {...(bad ? { 'aria-invalid': 'true' as const, autoFocus: true } : {})}
          />
          {bad ? (
            <p className="kern-error" id="email-error" role="alert">
              <span className="kern-icon kern-icon--danger" aria-hidden="true" />
              <span className="kern-body">{t('signIn.email.bad')}</span>
            </p>
          ) : null}
        </div>
        <button className="kern-btn kern-btn--primary" type="submit">
          <span className="kern-label">{t('signIn.email.send')}</span>
        </button>
      </form>
      {view.mailsShown ? (
        <p>
          <a href={signInAddress('/sign-in/mails', language)}>{t('signIn.email.mails')}</a>
        </p>
      ) : null}
    </section>
  );
}

function Demonstration({
  people,
  view,
  language,
}: Part & { readonly people: readonly DemonstrationPersonView[] }): ReactElement {
  const t = messagesFor(language);
  const programmes = Map.groupBy(people, ({ programme }) => programme);
  return (
    <section aria-labelledby="demonstration">
      <h2 className="ls-h2" id="demonstration">
        {t('signIn.demonstration.choose')}
      </h2>
      {people.length === 0 ? (
        <p>{t('signIn.demonstration.nobody')}</p>
      ) : (
        <form
          method="post"
          action={signInAddress('/sign-in/demonstration', language, view.returnTo)}
        >
          {[...programmes].map(([programme, members]) => (
            <div key={programme}>
              <h3 className="ls-sign-in__programme">{programme}</h3>
              <ul className="ls-list ls-sign-in__people">
                {members.map(({ id, name, role }) => (
                  <li key={id}>
                    <button
                      className="kern-btn kern-btn--secondary"
                      type="submit"
                      name="person"
                      value={id}
                    >
                      <span className="kern-label">
                        {t('signIn.demonstration.person', { name, role: t(`role.${role}`) })}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </form>
      )}
    </section>
  );
}

function Banner({ language }: { readonly language: Language }): ReactElement {
  const t = messagesFor(language);
  return (
    <div className="kern-alert kern-alert--warning">
      <div className="kern-alert__header">
        <Icon name="warning" />
        <span className="kern-title">{t('signIn.demonstration.title')}</span>
      </div>
      <div className="kern-alert__body">
        <p className="kern-body">{t('signIn.demonstration.text')}</p>
      </div>
    </div>
  );
}

/** The ways to sign in that this installation offers. */
export function SignInPage({ view, ...frame }: Props): ReactElement {
  const { language } = frame;
  const t = messagesFor(language);
  const { people } = view;
  const closed = !view.provider && !view.email && people === null;
  return (
    <SignInFrame
      {...frame}
      path="/sign-in"
      returnTo={view.returnTo}
      title={t('signIn.title')}
      lead={t(closed ? 'signIn.closed' : 'signIn.lead')}
    >
      {people ? <Banner language={language} /> : null}
      {people ? <Demonstration people={people} view={view} language={language} /> : null}
      {view.provider ? <Provider view={view} language={language} /> : null}
      {view.email ? <Email view={view} language={language} /> : null}
    </SignInFrame>
  );
}
