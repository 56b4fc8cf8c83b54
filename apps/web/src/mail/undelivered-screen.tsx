import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '#ui/format.js';
import { Icon } from '#ui/parts/icon.js';
import { useState, type ReactElement } from 'react';
import { OutcomeNote, useOutcome } from '../forms/outcome-note.js';
import { useRecordWrites } from '../forms/write-record.js';
import { ask } from '../graphql/client.js';
import { useLanguage, useWords } from '../language.js';
import { useScreen } from '../parts/screen.js';
import { Failure, Loading } from '../parts/states.js';
import { showToast } from '../parts/toasts.js';
import { NoSuchScreen } from '../shell/no-such-screen.js';
import { keys, useWorkspace } from '../shell/workspace.js';
import { DEAD_MAILS, RETRY_MAIL, type DeadMail } from './mail-query.js';
import { reasonOf } from './reason.js';

/** The server shows the newest of them, as many as this. */
const MOST_SHOWN = 100;

/** The mails that were given up, for administrators, who can send them again. */
export default function UndeliveredScreen(): ReactElement {
  const t = useWords();
  const { slug } = useWorkspace();
  const writes = useRecordWrites();
  const { outcome, keep } = useOutcome();
  const [sending, setSending] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: keys.list(slug, 'undelivered mails'),
    queryFn: () => ask(DEAD_MAILS, { programme: slug }),
  });
  const mails = data?.workspace?.deadMails;
  const heading = useScreen(mails || error ? t('workspace.nav.undelivered') : null);
  if (mails === null) return <NoSuchScreen />;

  /** What is sent again leaves the list, and with it the button that had the focus. */
  const retry = async (some: readonly DeadMail[]): Promise<void> => {
    setSending(true);
    let sent = 0;
    for (const { id } of some) {
      if (!keep(await writes.send(RETRY_MAIL, { mailId: id }))) break;
      sent += 1;
    }
    setSending(false);
    if (sent === 0) return;
    heading.current?.focus();
    showToast({
      text:
        some.length === 1 ? t('undelivered.retried') : t('undelivered.retriedAll', { count: sent }),
    });
  };
  return (
    <>
      <div className="ws-title">
        <h1 className="ws-h1" ref={heading} tabIndex={-1}>
          {t('workspace.nav.undelivered')}
        </h1>
        {mails && mails.length > 1 ? (
          <button
            className="ws-btn ws-btn--main"
            type="button"
            disabled={sending}
            onClick={() => void retry(mails)}
          >
            <Icon name="mail" small />
            {t('undelivered.retryAll')}
          </button>
        ) : null}
      </div>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {mails === undefined && !error ? <Loading /> : null}
      {mails?.length === 0 ? (
        <p className="ws-empty ws-well">
          <Icon name="success" small />
          <span>{t('undelivered.none')}</span>
        </p>
      ) : null}
      {mails && mails.length > 0 ? (
        <>
          <p className="ws-lead">{t('undelivered.lead')}</p>
          <p className="ls-muted" role="status">
            {t('undelivered.shown', {
              count: mails.length,
              most: mails.length >= MOST_SHOWN ? 'yes' : 'no',
            })}
          </p>
          <OutcomeNote outcome={outcome} />
          <ul className="ws-rows ls-list">
            {mails.map((mail) => (
              <MailItem
                key={mail.id}
                mail={mail}
                busy={sending}
                onRetry={() => void retry([mail])}
              />
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function MailItem({
  mail,
  busy,
  onRetry,
}: {
  readonly mail: DeadMail;
  readonly busy: boolean;
  readonly onRetry: () => void;
}): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { timeZone } = useWorkspace().frame.programme;
  const { address, kind, queuedAt, failedAt, attempts, reason } = mail;
  const at = (instant: string): string => formatInstant(instant, timeZone, language);
  return (
    <li>
      <div className="ws-record">
        <b>{t(`mail.kind.${kind}`)}</b>
        <p>{t('undelivered.to', { address })}</p>
        <p className="ws-why">
          <Icon name="warning" small />
          <span>{t(`undelivered.reason.${reasonOf(reason)}`)}</span>
        </p>
        <p className="ls-muted">
          {[
            t('undelivered.since', { queued: at(queuedAt), failed: at(failedAt) }),
            t('undelivered.tries', { count: attempts }),
            t('undelivered.code', { reason }),
          ].join(' · ')}
        </p>
      </div>
      <span className="ws-actions">
        <button className="ws-btn" type="button" disabled={busy} onClick={onRetry}>
          {t('undelivered.retry')}
          <span className="kern-sr-only">
            : {t(`mail.kind.${kind}`)}, {address}
          </span>
        </button>
      </span>
    </li>
  );
}
