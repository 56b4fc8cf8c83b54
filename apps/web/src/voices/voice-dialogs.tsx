import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { LOOP_MEASURES } from '../decisions/decision-query.js';
import { Field } from '../forms/field.js';
import { FormDialog } from '../forms/form-dialog.js';
import type { WriteOutcome } from '../forms/outcome-note.js';
import { useRecordWrites } from '../forms/write-record.js';
import { ask } from '../graphql/client.js';
import { useWords } from '../language.js';
import { currentLoop } from '../shell/frame-query.js';
import { keys, useWorkspace } from '../shell/workspace.js';
import {
  ADD_THEME,
  ANSWER_VOICE,
  RENAME_THEME,
  SET_ASIDE,
  SORT,
  type Theme,
  type Voice,
} from './voice-query.js';

type Props = { readonly voice: Voice; readonly onClose: () => void };

/** What the reader has written, above the field. */
function Quoted({ voice }: { readonly voice: Voice }): ReactElement {
  return (
    <blockquote className="ws-voice__text" lang={voice.language}>
      {voice.text}
    </blockquote>
  );
}

/** Answers a voice, or puts its answer in other words; says where the answer goes. */
export function AnswerDialog({ voice, onClose }: Props): ReactElement {
  const t = useWords();
  const writes = useRecordWrites();
  const [answer, setAnswer] = useState(voice.answer ?? '');
  const [inPublic, setInPublic] = useState(voice.inPublic);
  const way = voice.wantsMail
    ? 'voice.way.mail'
    : voice.state === 'ANSWERED'
      ? 'voice.way.changed'
      : voice.agreed
        ? 'voice.way.public'
        : 'voice.way.nobody';
  return (
    <FormDialog
      title={t(voice.state === 'ANSWERED' ? 'voice.change.title' : 'voice.answer.title')}
      submit={t(voice.state === 'ANSWERED' ? 'workspace.save' : 'voice.answer.submit')}
      done={t('workspace.saved')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={() =>
        writes.send(ANSWER_VOICE, { voiceId: voice.id, version: voice.version, answer, inPublic })
      }
    >
      <Quoted voice={voice} />
      <p className="ls-muted">{t(way)}</p>
      <Field name="answer" label={t('voice.answer.label')}>
        {(tied) => (
          <textarea
            {...tied}
            required
            rows={6}
            lang={voice.language}
            value={answer}
            onChange={({ target }) => setAnswer(target.value)}
          />
        )}
      </Field>
      {voice.mayShow ? (
        <label className="ws-checkline">
          <input
            className="ws-check"
            type="checkbox"
            checked={inPublic}
            onChange={({ target }) => setInPublic(target.checked)}
          />
          {t('voice.inPublic')}
        </label>
      ) : null}
    </FormDialog>
  );
}

/** Says that a voice gets no answer, and why. */
export function SetAsideDialog({ voice, onClose }: Props): ReactElement {
  const t = useWords();
  const writes = useRecordWrites();
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={t('voice.setAside.title')}
      submit={t('voice.setAside.submit')}
      done={t('workspace.saved')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={() => writes.send(SET_ASIDE, { voiceId: voice.id, version: voice.version, reason })}
    >
      <Quoted voice={voice} />
      {voice.wantsMail ? <p className="ls-muted">{t('voice.setAside.address')}</p> : null}
      <Field name="reason" label={t('voice.setAside.label')} hint={t('voice.setAside.hint')}>
        {(tied) => (
          <textarea
            {...tied}
            required
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}

/** The choice that makes a theme of its own. */
const NEW_THEME = 'new';

/** Says what a voice is about, and which measure came of it. */
export function SortDialog({
  voice,
  themes,
  onClose,
}: Props & { readonly themes: readonly Theme[] }): ReactElement {
  const t = useWords();
  const { slug } = useWorkspace();
  const writes = useRecordWrites();
  const [themeId, setThemeId] = useState(voice.theme?.id ?? '');
  const [name, setName] = useState('');
  const [led, setLed] = useState<Led | null>(voice.ledTo);
  const sort = (chosen: string): Promise<WriteOutcome> =>
    writes.send(SORT, {
      voiceId: voice.id,
      version: voice.version,
      themeId: chosen === '' ? null : chosen,
      ledToMeasureId: led?.measureId ?? null,
    });
  const save = async (): Promise<WriteOutcome> => {
    if (themeId !== NEW_THEME) return sort(themeId);
    const made = await writes.send(ADD_THEME, { programme: slug, name: name.trim() });
    return made.kind === 'DONE' ? sort(made.shown) : made;
  };
  return (
    <FormDialog
      title={t('voice.sort.title')}
      submit={t('workspace.save')}
      done={t('workspace.saved')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={save}
    >
      <Quoted voice={voice} />
      <Field name="themeId" label={t('voice.theme')} hint={t('voice.theme.hint')}>
        {(tied) => (
          <select {...tied} value={themeId} onChange={({ target }) => setThemeId(target.value)}>
            <option value="">{t('voice.theme.none')}</option>
            {themes.map((theme) => (
              <option key={theme.id} value={theme.id}>
                {theme.name}
              </option>
            ))}
            <option value={NEW_THEME}>{t('voice.theme.new')}</option>
          </select>
        )}
      </Field>
      {themeId === NEW_THEME ? (
        <Field name="name" label={t('voice.theme.name')}>
          {(tied) => (
            <input
              {...tied}
              required
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
      ) : null}
      <LedTo led={led} onChange={setLed} />
    </FormDialog>
  );
}

type Led = { readonly measureId: string; readonly title: string; readonly loopNumber: number };

/** The measure that came of a voice, found by its loop. */
function LedTo({
  led,
  onChange,
}: {
  readonly led: Led | null;
  readonly onChange: (led: Led | null) => void;
}): ReactElement {
  const t = useWords();
  const { slug, frame } = useWorkspace();
  const [loop, setLoop] = useState(led?.loopNumber ?? currentLoop(frame.loops)?.number ?? 0);
  const { data } = useQuery({
    queryKey: keys.list(slug, `measures of ${loop}`),
    queryFn: () => ask(LOOP_MEASURES, { programme: slug, loop }),
    enabled: loop > 0,
  });
  const measures = data?.workspace?.board ?? [];
  const known = measures.some(({ id }) => id === led?.measureId);
  const choose = (measureId: string): void => {
    const measure = measures.find(({ id }) => id === measureId);
    onChange(measure ? { measureId, title: measure.title, loopNumber: loop } : null);
  };
  return (
    <fieldset className="ws-choices">
      <legend>{t('voice.ledTo.legend')}</legend>
      <div className="ws-narrow">
        <Field label={t('successes.loop')}>
          {(tied) => (
            <select {...tied} value={loop} onChange={({ target }) => setLoop(Number(target.value))}>
              {frame.loops.toReversed().map(({ number }) => (
                <option key={number} value={number}>
                  {t('loop.name', { number })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="ledToMeasureId" label={t('entry.measure')}>
          {(tied) => (
            <select
              {...tied}
              value={led?.measureId ?? ''}
              onChange={({ target }) => choose(target.value)}
            >
              <option value="">{t('voice.ledTo.none')}</option>
              {led !== null && !known ? <option value={led.measureId}>{led.title}</option> : null}
              {measures.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </fieldset>
  );
}

/** Names a theme, or gives it another name. */
export function ThemeDialog({
  theme,
  onClose,
}: {
  /** Null for a new one. */
  readonly theme: Theme | null;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { slug } = useWorkspace();
  const writes = useRecordWrites();
  const [name, setName] = useState(theme?.name ?? '');
  return (
    <FormDialog
      title={t(theme === null ? 'voice.theme.add.title' : 'voice.theme.rename.title')}
      submit={t('workspace.save')}
      done={t('workspace.saved')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={() =>
        theme === null
          ? writes.send(ADD_THEME, { programme: slug, name: name.trim() })
          : writes.send(RENAME_THEME, { themeId: theme.id, name: name.trim() })
      }
    >
      <Field name="name" label={t('voice.theme.name')} hint={t('voice.theme.name.hint')}>
        {(tied) => (
          <input {...tied} required value={name} onChange={({ target }) => setName(target.value)} />
        )}
      </Field>
    </FormDialog>
  );
}
