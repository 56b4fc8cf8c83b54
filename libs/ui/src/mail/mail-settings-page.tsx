import type { ReactElement } from 'react';
import { PlainPage } from '../layout/plain-page.js';
import { languages } from '../addresses.js';
import { mailMessagesFor } from '../messages/mail.js';
import { messagesFor } from '../messages/translate.js';
import type { PageFrame } from '../parts/frame.js';
import type { Language } from '../views.js';

export type MailChoiceName = 'AT_ONCE' | 'DAILY' | 'NONE';

const CHOICES: readonly MailChoiceName[] = ['AT_ONCE', 'DAILY', 'NONE'];

type Props = PageFrame & {
  /** Null when the link leads nowhere. */
  readonly view: {
    readonly programme: string;
    readonly choice: MailChoiceName;
    readonly language: Language;
    /** Whether it was chosen just now. */
    readonly saved: boolean;
  } | null;
};

/** Where the last line of a mail leads: choosing how mail comes, without a sign-in. */
export function MailSettingsPage({ view, ...frame }: Props): ReactElement {
  const { language } = frame;
  const t = mailMessagesFor(language);
  const title =
    view === null ? t('page.gone.title') : t(view.saved ? 'page.saved.title' : 'page.title');
  const lead =
    view === null
      ? t('page.gone.text')
      : view.saved
        ? t(`page.saved.${view.choice}`, { programme: view.programme })
        : t('page.lead', { programme: view.programme });
  return (
    <PlainPage {...frame} paths={null} title={title} lead={lead}>
      {view === null ? null : (
        // Back to the address of the page, which says whose settings these are.
        <form method="post">
          <fieldset className="kern-fieldset">
            <legend className="kern-label">{t('page.legend')}</legend>
            {CHOICES.map((choice) => (
              <div className="kern-form-check" key={choice}>
                <input
                  className="kern-form-check__radio"
                  type="radio"
                  name="choice"
                  id={choice}
                  value={choice}
                  defaultChecked={choice === view.choice}
                />
                <label className="kern-label" htmlFor={choice}>
                  {t(`page.${choice}`)}
                </label>
              </div>
            ))}
          </fieldset>
          <fieldset className="kern-fieldset">
            <legend className="kern-label">{t('page.language')}</legend>
            {languages.map((one) => (
              <div className="kern-form-check" key={one}>
                <input
                  className="kern-form-check__radio"
                  type="radio"
                  name="language"
                  id={`language-${one}`}
                  value={one}
                  defaultChecked={one === view.language}
                />
                <label className="kern-label" htmlFor={`language-${one}`} lang={one}>
                  {messagesFor(one)('language.name')}
                </label>
              </div>
            ))}
          </fieldset>
          <p>{t('page.always')}</p>
          <button className="kern-btn kern-btn--primary" type="submit">
            <span className="kern-label">{t('page.save')}</span>
          </button>
        </form>
      )}
    </PlainPage>
  );
}
