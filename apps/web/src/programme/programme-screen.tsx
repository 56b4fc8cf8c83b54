import { useQuery } from '@tanstack/react-query';
import { successesAddress } from '#ui/addresses.js';
import { useState, type ReactElement } from 'react';
import { ask } from '../graphql/client.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { REFUSAL_PARTS } from '../graphql/refusals.js';
import { useLanguage, useWords } from '../language.js';
import { OutcomeNote, useOutcome } from '../measures/outcome-note.js';
import { useScreen } from '../parts/screen.js';
import { Failure, Loading } from '../parts/states.js';
import { showToast } from '../parts/toasts.js';
import { useRecordWrites } from '../records/write-record.js';
import { keys, useWorkspace } from '../shell/workspace.js';

const PROGRAMME = graphql(`
  query ProgrammeSettings($programme: String!) {
    workspace(programme: $programme) {
      programme {
        version
        organisation
        title
        purpose
        contactAddress
        staleAfterDays
        published
        feedbackOpen
        accessibilityText
        privacyText
      }
    }
  }
`);

const EDIT = graphql(
  `
    mutation EditProgramme($input: EditProgrammeInput!) {
      editProgramme(input: $input) {
        __typename
        ...RefusalParts
        ... on WorkspaceProgramme {
          id
        }
      }
    }
  `,
  [REFUSAL_PARTS],
);

type Settings = NonNullable<ResultOf<typeof PROGRAMME>['workspace']>['programme'];

/** What the programme says of itself, and what of it is public. */
export default function ProgrammeScreen(): ReactElement {
  const t = useWords();
  const { slug } = useWorkspace();
  const heading = useScreen(t('workspace.nav.programme'));
  const { data, error, refetch } = useQuery({
    queryKey: keys.list(slug, 'settings'),
    queryFn: () => ask(PROGRAMME, { programme: slug }),
  });
  const settings = data?.workspace?.programme;
  return (
    <>
      <h1 className="ws-h1" ref={heading} tabIndex={-1}>
        {t('workspace.nav.programme')}
      </h1>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {settings === undefined && !error ? <Loading /> : null}
      {/* Made anew when somebody else has changed the settings. */}
      {settings ? <SettingsForm key={settings.version} settings={settings} /> : null}
    </>
  );
}

function SettingsForm({ settings }: { readonly settings: Settings }): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { slug, frame } = useWorkspace();
  const writes = useRecordWrites();
  const { outcome, keep } = useOutcome();
  const [values, setValues] = useState(settings);
  const administers = frame.me.role === 'ADMINISTRATOR';
  const set = (part: Partial<Settings>): void => setValues({ ...values, ...part });
  const save = async (): Promise<void> => {
    const done = keep(await writes.send(EDIT, { ...values, programme: slug }));
    if (done) showToast({ text: t('workspace.saved') });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p>
        <a href={successesAddress(slug, language)}>{t('settings.publicPage')}</a>
      </p>
      {administers ? null : <p className="ls-muted">{t('settings.notYours')}</p>}
      <fieldset className="ws-form" disabled={!administers}>
        <label className="ws-field">
          <span>{t('settings.title')}</span>
          <input
            required
            value={values.title}
            onChange={({ target }) => set({ title: target.value })}
          />
        </label>
        <label className="ws-field">
          <span>{t('settings.organisation')}</span>
          <input
            required
            value={values.organisation}
            onChange={({ target }) => set({ organisation: target.value })}
          />
        </label>
        <label className="ws-field">
          <span>{t('settings.purpose')}</span>
          <textarea
            required
            value={values.purpose}
            onChange={({ target }) => set({ purpose: target.value })}
          />
        </label>
        <label className="ws-field">
          <span>{t('settings.contact')}</span>
          <input
            required
            value={values.contactAddress}
            onChange={({ target }) => set({ contactAddress: target.value })}
          />
        </label>
        <label className="ws-field">
          <span>{t('settings.stale')}</span>
          <input
            required
            type="number"
            min={1}
            max={3650}
            value={values.staleAfterDays}
            onChange={({ target }) => set({ staleAfterDays: Number(target.value) })}
          />
        </label>
        <label className="ws-checkline">
          <input
            className="ws-check"
            type="checkbox"
            checked={values.published}
            onChange={({ target }) => set({ published: target.checked })}
          />
          {t('settings.published')}
        </label>
        <label className="ws-checkline">
          <input
            className="ws-check"
            type="checkbox"
            checked={values.feedbackOpen}
            onChange={({ target }) => set({ feedbackOpen: target.checked })}
          />
          {t('settings.feedback')}
        </label>
        <label className="ws-field">
          <span>{t('settings.accessibility')}</span>
          <textarea
            value={values.accessibilityText ?? ''}
            onChange={({ target }) => set({ accessibilityText: target.value || null })}
          />
        </label>
        <label className="ws-field">
          <span>{t('settings.privacy')}</span>
          <textarea
            value={values.privacyText ?? ''}
            onChange={({ target }) => set({ privacyText: target.value || null })}
          />
        </label>
      </fieldset>
      <OutcomeNote outcome={outcome} />
      {administers ? (
        <div className="ws-actions">
          <button className="ws-btn ws-btn--main" type="submit" disabled={writes.busy}>
            {t('workspace.save')}
          </button>
        </div>
      ) : null}
    </form>
  );
}
