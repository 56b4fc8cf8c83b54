import type { ReactElement } from 'react';
import { programmesAddress, readAddress, successesAddress } from '../addresses.js';
import { Page } from '../layout/page.js';
import { useMessages } from '../parts/own-words.js';
import type { PageFrame } from '../parts/frame.js';
import { joinedTitle } from '../parts/titles.js';
import type { Language, ProgrammeView } from '../views.js';

export type ErrorStatus = 400 | 403 | 404 | 500;

export function errorTitle(
  status: ErrorStatus,
  programme: ProgrammeView | null,
  language: Language,
): string {
  return joinedTitle(useMessages(language)(`error.${status}.title`), programme, language);
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
  /** Path that was asked for; a refused filter leads back to its page. */
  readonly address?: string;
  /** Shown on 500, so that a report finds its log line. */
  readonly requestId?: string | null;
  /** Names the field on 400, where it is known. */
  readonly fault?: FieldFault | null;
};

/** Where the reader goes on: the programme's successes where they are known to exist, else all programmes. */
function wayOut({ status, programme, address = '', language }: Props): string {
  const place = readAddress(address)?.place;
  // A filter is refused only after its programme was found.
  const slug = programme?.slug ?? (status === 400 && place && 'slug' in place ? place.slug : null);
  return slug === null ? programmesAddress(language) : successesAddress(slug, language);
}

export function ErrorPage(props: Props): ReactElement {
  const { status, programme, requestId = null, fault = null, address = '', ...frame } = props;
  const { language } = frame;
  const href = wayOut(props);
  const t = useMessages(language);
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
      address={address}
      title={errorTitle(status, programme, language)}
      description={text}
      programme={programme}
      current={null}
      noindex
    >
      <div className="ls-wrap ls-open ls-open--plain">
        <div>
          <p className="ls-eyebrow">{t('error.eyebrow', { status: String(status) })}</p>
          <h1 className="ls-h1">
            {t(fault === null ? `error.${status}.title` : 'error.400.titleOfField')}
          </h1>
          <p className="ls-lead">{text}</p>
          {status === 500 && requestId ? (
            <p className="ls-request">
              {t.rich('error.request', { id: <code>{requestId}</code> })}
            </p>
          ) : null}
          <p className="ls-more">
            <a className="kern-btn kern-btn--primary" href={href}>
              <span className="kern-label">
                {t(
                  href === programmesAddress(language) ? 'error.toProgrammes' : 'error.toSuccesses',
                )}
              </span>
            </a>
          </p>
        </div>
      </div>
    </Page>
  );
}
