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

/** What is wrong in a field of the filter; `limit` is a number of characters. */
export type FieldFault = {
  readonly field: 'search' | 'loop' | 'phase' | 'topic' | 'goal' | 'unit';
  readonly problem: 'TOO_LONG' | 'NOT_A_NUMBER' | 'UNKNOWN' | 'BAD_CHARACTER';
  readonly limit?: number;
};

type Props = PageFrame & {
  readonly status: ErrorStatus;
  /** Where it is known, so that the reader stays in the programme. */
  readonly programme: ProgrammeView | null;
  /** Shown on 500, so that a report finds its log line. */
  readonly requestId?: string | null;
  /** Names the field on 400, where it is known. */
  readonly fault?: FieldFault | null;
};

export function ErrorPage({
  status,
  programme,
  requestId = null,
  fault = null,
  ...frame
}: Props): ReactElement {
  const { language } = frame;
  const t = messagesFor(language);
  const text =
    fault === null
      ? t(`error.${status}.text`)
      : t(`error.400.${fault.problem}`, {
          field: t(`successes.${fault.field}`),
          limit: fault.limit ?? 0,
        });
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
