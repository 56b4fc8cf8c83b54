import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Form } from '../forms/form.js';
import { Field } from '../forms/field.js';
import { useOutcome } from '../forms/outcome-note.js';
import { useRecordWrites } from '../forms/write-record.js';
import { ask } from '../graphql/client.js';
import { useWords } from '../language.js';
import { useScreen } from '../parts/screen.js';
import { Failure, Loading } from '../parts/states.js';
import { showToast } from '../parts/toasts.js';
import { keys, useWorkspace } from '../shell/workspace.js';
import { CHOICES, CHOOSE_MAIL, LANGUAGES, MAIL_SETTINGS, type MailSettings } from './mail-query.js';

/** What is told by mail, in the words of this page. */
const ABOUT = [
  'MEASURE_OFFERED',
  'CHECK_WANTED',
  'SENT_BACK',
  'DUE_SOON',
  'FEEDBACK_RECEIVED',
  'THANKS_GIVEN',
  'LOOP_ENDING',
  'IDEA_RECEIVED',
] as const;

/** How I get mail of this programme, and what it is about. */
export default function MailScreen(): ReactElement {
  const t = useWords();
  const { slug } = useWorkspace();
  const { data, error, refetch } = useQuery({
    queryKey: keys.list(slug, 'mail settings'),
    queryFn: () => ask(MAIL_SETTINGS, { programme: slug }),
  });
  const seen = data?.workspace;
  const settings = seen?.mailSettings;
  const heading = useScreen(settings || error ? t('workspace.nav.mail') : null);
  return (
    <>
      <h1 className="ws-h1" ref={heading} tabIndex={-1}>
        {t('workspace.nav.mail')}
      </h1>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {settings === undefined && !error ? <Loading /> : null}
      {seen && settings ? (
        <>
          <p className="ws-lead">{t('mail.lead')}</p>
          <p>
            {seen.me.email === null
              ? t('mail.noAddress')
              : t('mail.address', { address: seen.me.email })}
          </p>
          <SettingsForm settings={settings} />
          <section className="ws-sec" aria-labelledby="about">
            <h2 id="about">{t('mail.about')}</h2>
            <ul className="ws-points">
              {ABOUT.map((kind) => (
                <li key={kind}>{t(`mail.about.${kind}`)}</li>
              ))}
            </ul>
            <p className="ls-muted">{t('mail.always')}</p>
          </section>
        </>
      ) : null}
    </>
  );
}

/** What I haven't touched follows what a link in a mail chooses. */
function SettingsForm({ settings }: { readonly settings: MailSettings }): ReactElement {
  const t = useWords();
  const { slug } = useWorkspace();
  const writes = useRecordWrites();
  const { outcome, keep } = useOutcome();
  const [touched, setTouched] = useState<Partial<MailSettings>>({});
  const { choice, language } = { ...settings, ...touched };
  const save = async (): Promise<void> => {
    if (!keep(await writes.send(CHOOSE_MAIL, { programme: slug, choice, language }))) return;
    setTouched({});
    showToast({ text: t('workspace.saved') });
  };
  return (
    <Form
      className="ws-form"
      outcome={outcome}
      onSubmit={() => void save()}
      actions={
        <div className="ws-actions">
          <button className="ws-btn ws-btn--main" type="submit" disabled={writes.busy}>
            {t('workspace.save')}
          </button>
        </div>
      }
    >
      <fieldset className="ws-choices">
        <legend>{t('mail.when')}</legend>
        {CHOICES.map((one) => (
          <label key={one} className="ws-checkline">
            <input
              className="ws-check"
              type="radio"
              name="choice"
              checked={choice === one}
              onChange={() => setTouched({ ...touched, choice: one })}
            />
            <span>
              <b>{t(`mail.choice.${one}`)}</b> <small>{t(`mail.choice.${one}.hint`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <Field name="language" label={t('mail.language')}>
        {(tied) => (
          <select
            {...tied}
            value={language}
            onChange={({ target }) =>
              setTouched({ ...touched, language: target.value as MailSettings['language'] })
            }
          >
            {LANGUAGES.map((one) => (
              <option key={one} value={one}>
                {t(`mail.language.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </Form>
  );
}
