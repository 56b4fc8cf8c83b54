import { useQuery } from '@tanstack/react-query';
import { formatDayOf } from '#ui/format.js';
import { useState, type ReactElement } from 'react';
import { FormDialog } from '../forms/form-dialog.js';
import { Field } from '../forms/field.js';
import { OutcomeNote, useOutcome } from '../forms/outcome-note.js';
import { useRecordWrites } from '../forms/write-record.js';
import { ask } from '../graphql/client.js';
import { useLanguage, useWords } from '../language.js';
import { keys, useWorkspace } from '../shell/workspace.js';
import { VoiceItem } from './voice-item.js';
import { allVoices, TAKE_BACK, THANK, THANKS, THEMES } from './voice-query.js';

/** What readers ask and say of a measure's success; nothing as long as nobody has. */
export function MeasureVoices({ measureId }: { readonly measureId: string }): ReactElement | null {
  const t = useWords();
  const { slug } = useWorkspace();
  const { data = [] } = useQuery({
    queryKey: keys.list(slug, `voices of ${measureId}`),
    queryFn: () => allVoices(slug, { state: null, themeId: null, measureId }),
  });
  const known = useQuery({
    queryKey: keys.list(slug, 'voice themes'),
    queryFn: () => ask(THEMES, { programme: slug }),
    enabled: data.length > 0,
  });
  if (data.length === 0) return null;
  const themes = known.data?.workspace?.voiceThemes ?? [];
  return (
    <section className="ws-sec" aria-labelledby="voices">
      <h2 id="voices">{t('workspace.nav.voices')}</h2>
      <ul className="ws-lines ws-voices ls-list">
        {data.map((voice) => (
          <VoiceItem key={voice.id} voice={voice} themes={themes} withMeasure={false} />
        ))}
      </ul>
    </section>
  );
}

/** Thanks to the people of a measure: sentences, and nothing counted. */
export function ThanksBox({ measureId }: { readonly measureId: string }): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { slug, frame } = useWorkspace();
  const { me, programme } = frame;
  const writes = useRecordWrites();
  const { outcome, keep } = useOutcome();
  const [thanking, setThanking] = useState(false);
  const { data } = useQuery({
    queryKey: keys.list(slug, `thanks for ${measureId}`),
    queryFn: () => ask(THANKS, { programme: slug, measureId }),
  });
  const thanks = data?.workspace?.thanks ?? [];
  const takeBack = async (thanksId: string): Promise<void> =>
    void keep(await writes.send(TAKE_BACK, { thanksId }));
  return (
    <section className="ws-box" aria-labelledby="thanks">
      <h2 id="thanks">{t('thanks.title')}</h2>
      {thanks.length === 0 ? (
        <p className="ls-muted">{t('thanks.none')}</p>
      ) : (
        <ul className="ws-lines ls-list">
          {thanks.map(({ id, text, at, personId, name }) => (
            <li key={id}>
              <p className="ws-voice__text">{text}</p>
              <small className="ls-muted">
                {name ?? t('history.former')},{' '}
                <time dateTime={at}>{formatDayOf(at, programme.timeZone, language)}</time>
              </small>
              {personId === me.id ? (
                <div>
                  <button
                    className="ws-btn ws-btn--small"
                    type="button"
                    disabled={writes.busy}
                    onClick={() => void takeBack(id)}
                  >
                    {t('thanks.takeBack')}
                    <span className="kern-sr-only"> {text.slice(0, 80)}</span>
                  </button>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <OutcomeNote outcome={outcome} />
      <button className="ws-btn ws-btn--below" type="button" onClick={() => setThanking(true)}>
        {t('thanks.give')}
      </button>
      {thanking ? <ThankDialog measureId={measureId} onClose={() => setThanking(false)} /> : null}
    </section>
  );
}

function ThankDialog({
  measureId,
  onClose,
}: {
  readonly measureId: string;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const writes = useRecordWrites();
  const [text, setText] = useState('');
  return (
    <FormDialog
      title={t('thanks.give.title')}
      submit={t('thanks.give.submit')}
      done={t('thanks.given')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={() => writes.send(THANK, { measureId, text })}
    >
      <Field name="text" label={t('thanks.text')} hint={t('thanks.text.hint')}>
        {(tied) => (
          <textarea
            {...tied}
            required
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
