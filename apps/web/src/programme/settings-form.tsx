import { NAMED, type Named } from '#ui/messages/own-words.js';
import { useId, useRef, useState, type ReactElement } from 'react';
import type { VariablesOf } from '../graphql/graphql.js';
import { useWords } from '../language.js';
import { useOutcome } from '../forms/outcome-note.js';
import { showToast } from '../parts/toasts.js';
import { Field } from '../forms/field.js';
import { Form } from '../forms/form.js';
import { useRecordWrites } from '../forms/write-record.js';
import { useWorkspace } from '../shell/workspace.js';
import { EDIT_PROGRAMME, type Settings } from './programme-query.js';

const LANGUAGES = ['de', 'en', 'nl', 'da', 'sv', 'fi'] as const;
const TIME_ZONES = Intl.supportedValuesOf('timeZone');

type Input = VariablesOf<typeof EDIT_PROGRAMME>['input'];

/**
 * The settings in one form. What the reader hasn't touched follows what others write; what was touched stays as it was
 * typed, is sent alone, and under the version on which it was typed.
 */
export function SettingsForm({
  settings,
  editable,
}: {
  readonly settings: Settings;
  readonly editable: boolean;
}): ReactElement {
  const t = useWords();
  const { slug } = useWorkspace();
  const writes = useRecordWrites();
  const { outcome, keep, clear } = useOutcome();
  const zones = useId();
  const [touched, setTouched] = useState<Partial<Settings>>({});
  const seen = useRef(settings.version);
  const dirty = Object.keys(touched).length > 0;
  if (!dirty) seen.current = settings.version;
  const values = { ...settings, ...touched };
  const set = (part: Partial<Settings>): void => setTouched({ ...touched, ...part });
  const stale = outcome?.kind === 'REFUSED' && outcome.refusal.changes !== undefined;

  const save = async (version: number): Promise<void> => {
    const input = { ...touched, programme: slug, version } as Omit<Input, 'requestId'>;
    if (!keep(await writes.send(EDIT_PROGRAMME, input))) return;
    setTouched({});
    showToast({ text: t('workspace.saved') });
  };
  const submit = (): void => {
    if (dirty) void save(seen.current);
    else showToast({ text: t('settings.nothingNew') });
  };
  const text = (
    field: 'title' | 'organisation' | 'purpose' | 'accessibilityText' | 'privacyText',
    label: string,
    { long = false, hint }: { readonly long?: boolean; readonly hint?: string } = {},
  ): ReactElement => {
    const required = field === 'title' || field === 'organisation' || field === 'purpose';
    const write = (value: string): void =>
      set({ [field]: value === '' && !required ? null : value });
    return (
      <Field name={field} label={label} hint={hint}>
        {(tied) =>
          long ? (
            <textarea
              {...tied}
              required={required}
              value={values[field] ?? ''}
              onChange={({ target }) => write(target.value)}
            />
          ) : (
            <input
              {...tied}
              required={required}
              value={values[field] ?? ''}
              onChange={({ target }) => write(target.value)}
            />
          )
        }
      </Field>
    );
  };
  const check = (
    field: 'published' | 'feedbackOpen' | 'ideasOpen',
    label: string,
  ): ReactElement => (
    <label className="ws-checkline">
      <input
        className="ws-check"
        type="checkbox"
        checked={values[field]}
        onChange={({ target }) => set({ [field]: target.checked })}
      />
      {label}
    </label>
  );
  return (
    <Form
      outcome={outcome}
      onSubmit={submit}
      actions={
        editable ? (
          <div className="ws-actions ws-savebar">
            <button className="ws-btn ws-btn--main" type="submit" disabled={writes.busy}>
              {t('workspace.save')}
            </button>
            {stale ? (
              <button
                className="ws-btn"
                type="button"
                disabled={writes.busy}
                onClick={() => void save(settings.version)}
              >
                {t('settings.saveAnyway')}
              </button>
            ) : null}
            {dirty ? (
              <button
                className="ws-btn"
                type="button"
                onClick={() => {
                  setTouched({});
                  clear();
                }}
              >
                {t('settings.discard')}
              </button>
            ) : null}
            <span className="ws-saved" role="status">
              {writes.busy ? t('workspace.saving') : dirty ? t('measure.unsaved') : null}
            </span>
          </div>
        ) : null
      }
    >
      <section className="ws-sec" aria-labelledby="about">
        <h2 id="about">{t('settings.about')}</h2>
        <fieldset className="ws-form" disabled={!editable} aria-labelledby="about">
          {text('title', t('settings.title'))}
          {text('organisation', t('settings.organisation'))}
          {text('purpose', t('settings.purpose'), { long: true, hint: t('result.hint') })}
          <Field
            name="contactAddress"
            label={t('settings.contact')}
            hint={t('settings.contact.hint')}
          >
            {(tied) => (
              <input
                {...tied}
                required
                type="email"
                autoComplete="off"
                value={values.contactAddress}
                onChange={({ target }) => set({ contactAddress: target.value })}
              />
            )}
          </Field>
          <Field
            name="defaultLanguage"
            label={t('settings.language')}
            hint={t('settings.language.hint')}
          >
            {(tied) => (
              <select
                {...tied}
                value={values.defaultLanguage}
                onChange={({ target }) =>
                  set({ defaultLanguage: target.value as Settings['defaultLanguage'] })
                }
              >
                {LANGUAGES.map((one) => (
                  <option key={one} value={one}>
                    {t(`settings.language.${one}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field name="timeZone" label={t('settings.timeZone')} hint={t('settings.timeZone.hint')}>
            {(tied) => (
              <input
                {...tied}
                required
                list={zones}
                autoComplete="off"
                value={values.timeZone}
                onChange={({ target }) => set({ timeZone: target.value })}
              />
            )}
          </Field>
          <datalist id={zones}>
            {TIME_ZONES.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
          <Field name="staleAfterDays" label={t('settings.stale')} hint={t('settings.stale.hint')}>
            {(tied) => (
              <input
                {...tied}
                required
                type="number"
                min={1}
                max={3650}
                value={Number.isNaN(values.staleAfterDays) ? '' : values.staleAfterDays}
                onChange={({ target }) => set({ staleAfterDays: target.valueAsNumber })}
              />
            )}
          </Field>
        </fieldset>
      </section>
      <section className="ws-sec" aria-labelledby="public">
        <h2 id="public">{t('settings.public')}</h2>
        <fieldset className="ws-form" disabled={!editable} aria-labelledby="public">
          {check('published', t('settings.published'))}
          {check('feedbackOpen', t('settings.feedback'))}
          {check('ideasOpen', t('settings.ideas'))}
          {text('accessibilityText', t('settings.accessibility'), {
            long: true,
            hint: t('settings.ownText.hint'),
          })}
          {text('privacyText', t('settings.privacy'), {
            long: true,
            hint: t('settings.ownText.hint'),
          })}
        </fieldset>
      </section>
      <section className="ws-sec" aria-labelledby="words">
        <h2 id="words">{t('settings.words')}</h2>
        <p className="ls-muted">
          {t('settings.words.lead', { language: t(`settings.language.${values.defaultLanguage}`) })}
        </p>
        <OwnWordFields
          words={values.words}
          editable={editable}
          onChange={(words) => set({ words })}
        />
      </section>
    </Form>
  );
}

/** What the programme calls its things; an empty field leaves the usual word. */
function OwnWordFields({
  words,
  editable,
  onChange,
}: {
  readonly words: Settings['words'];
  readonly editable: boolean;
  readonly onChange: (words: Settings['words']) => void;
}): ReactElement {
  const t = useWords();
  const write = (key: string, word: string): void => {
    const others = words.filter((one) => one.key !== key);
    onChange(word === '' ? others : [...others, { key, word }]);
  };
  return (
    <fieldset className="ws-words" disabled={!editable} aria-labelledby="words">
      {(Object.keys(NAMED) as Named[]).map((named) => (
        <div key={named}>
          {NAMED[named].map((key) => {
            const at = words.findIndex((one) => one.key === key);
            return (
              <Field key={key} label={t(key)} name={at < 0 ? undefined : `words[${at}].word`}>
                {(tied) => (
                  <input
                    {...tied}
                    autoComplete="off"
                    value={words[at]?.word ?? ''}
                    onChange={({ target }) => write(key, target.value)}
                  />
                )}
              </Field>
            );
          })}
        </div>
      ))}
    </fieldset>
  );
}
