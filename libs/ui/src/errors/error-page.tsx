import type { ReactElement } from 'react';
import { programmesAddress, successesAddress } from '../addresses.js';
import { Page } from '../layout/page.js';
import { messagesFor } from '../messages/translate.js';
import type { PageFrame } from '../parts/frame.js';
import { joinedTitle } from '../parts/titles.js';
import type { Language, ProgrammeView } from '../views.js';

export type ErrorStatus = 400 | 404 | 500;

export function errorTitle(
  status: ErrorStatus,
  programme: ProgrammeView | null,
  language: Language,
): string {
  return joinedTitle(messagesFor(language)(`error.${status}.title`), programme, language);
}

type Props = PageFrame & {
  readonly status: ErrorStatus;
  /** Where it is known, so that the reader stays in the programme. */
  readonly programme: ProgrammeView | null;
  /** Shown on 500, so that a report finds its log line. */
  readonly requestId?: string | null;
};

export function ErrorPage({ status, programme, requestId = null, ...frame }: Props): ReactElement {
  const { language } = frame;
  const t = messagesFor(language);
  const text = t(`error.${status}.text`);
  return (
    <Page
      {...frame}
      paths={null}
      title={errorTitle(status, programme, language)}
      description={text}
      programme={programme}
      current={null}
      noindex
    >
      <div className="ls-wrap ls-open ls-open--plain">
        <div>
          <p className="ls-eyebrow">{t('error.eyebrow', { status: String(status) })}</p>
          <h1 className="ls-h1">{t(`error.${status}.title`)}</h1>
          <p className="ls-lead">{text}</p>
          {status === 500 && requestId ? (
            <p className="ls-request">
              {t.rich('error.request', { id: <code>{requestId}</code> })}
            </p>
          ) : null}
          <p className="ls-more">
            <a
              className="kern-btn kern-btn--primary"
              href={
                programme ? successesAddress(programme.slug, language) : programmesAddress(language)
              }
            >
              <span className="kern-label">
                {t(programme ? 'error.toSuccesses' : 'error.toProgrammes')}
              </span>
            </a>
          </p>
        </div>
      </div>
    </Page>
  );
}
