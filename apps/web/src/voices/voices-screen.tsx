import { useQuery } from '@tanstack/react-query';
import { Icon } from '#ui/parts/icon.js';
import { useState, type ReactElement } from 'react';
import { Field } from '../forms/field.js';
import { ask } from '../graphql/client.js';
import { useWords } from '../language.js';
import { useScreen } from '../parts/screen.js';
import { Failure, Loading, Nothing } from '../parts/states.js';
import { actsForCircle, keys, useWorkspace } from '../shell/workspace.js';
import { ThemeDialog } from './voice-dialogs.js';
import { VoiceItem } from './voice-item.js';
import { allVoices, THEMES, VOICE_STATES, type Theme, type VoiceState } from './voice-query.js';

/** What readers ask and say of successes, newest first; what nobody has dealt with comes first to hand. */
export default function VoicesScreen(): ReactElement {
  const t = useWords();
  const workspace = useWorkspace();
  const { slug } = workspace;
  const circle = actsForCircle(workspace);
  const [state, setState] = useState<VoiceState | null>('OPEN');
  const [themeId, setThemeId] = useState('');
  /** The theme that is named; null for a new one, undefined for none. */
  const [naming, setNaming] = useState<Theme | null | undefined>(undefined);
  const filter = { state, themeId: themeId === '' ? null : themeId, measureId: null };
  const { data, error, refetch } = useQuery({
    queryKey: keys.list(slug, `voices ${JSON.stringify(filter)}`),
    queryFn: () => allVoices(slug, filter),
  });
  const known = useQuery({
    queryKey: keys.list(slug, 'voice themes'),
    queryFn: () => ask(THEMES, { programme: slug }),
  });
  const themes = known.data?.workspace?.voiceThemes ?? [];
  const closed = known.data?.workspace?.programme.feedbackOpen === false;
  const heading = useScreen(data || error ? t('workspace.nav.voices') : null);
  return (
    <>
      <div className="ws-title">
        <h1 className="ws-h1" ref={heading} tabIndex={-1}>
          {t('workspace.nav.voices')}
        </h1>
      </div>
      <p className="ws-lead">{t('voice.lead')}</p>
      {closed ? <p className="ws-note">{t('voice.closed')}</p> : null}
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      <search className="ws-narrow" aria-label={t('voice.filter')}>
        <Field label={t('voice.filter.state')}>
          {(tied) => (
            <select
              {...tied}
              value={state ?? ''}
              onChange={({ target }) =>
                setState(VOICE_STATES.find((one) => one === target.value) ?? null)
              }
            >
              <option value="">{t('board.filter.all')}</option>
              {VOICE_STATES.map((one) => (
                <option key={one} value={one}>
                  {t(`voice.state.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('voice.theme')}>
          {(tied) => (
            <select {...tied} value={themeId} onChange={({ target }) => setThemeId(target.value)}>
              <option value="">{t('board.filter.all')}</option>
              {themes.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </search>
      {data === undefined && !error ? <Loading /> : null}
      {data ? (
        <p className="ls-muted" role="status">
          {t('voice.shown', { count: data.length })}
        </p>
      ) : null}
      {data?.length === 0 ? (
        <Nothing>{t(state === 'OPEN' ? 'voice.none.open' : 'voice.none')}</Nothing>
      ) : null}
      <ul className="ws-lines ws-voices ls-list">
        {(data ?? []).map((voice) => (
          <VoiceItem key={voice.id} voice={voice} themes={themes} withMeasure />
        ))}
      </ul>
      {themes.length > 0 || circle ? (
        <section className="ws-sec" aria-labelledby="themes">
          <h2 id="themes">{t('voice.themes')}</h2>
          <p className="ls-muted">{t('voice.themes.hint')}</p>
          <ul className="ws-rows ls-list">
            {themes.map((theme) => (
              <li key={theme.id}>
                <span>
                  {theme.name}{' '}
                  <small className="ls-muted">{t('voices.theme', { count: theme.count })}</small>
                </span>
                {circle ? (
                  <button className="ws-btn" type="button" onClick={() => setNaming(theme)}>
                    {t('voice.theme.rename')}
                    <span className="kern-sr-only"> {theme.name}</span>
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
          {circle ? (
            <button className="ws-btn ws-btn--below" type="button" onClick={() => setNaming(null)}>
              <Icon name="add" small />
              {t('voice.theme.add')}
            </button>
          ) : null}
        </section>
      ) : null}
      {naming === undefined ? null : (
        <ThemeDialog theme={naming} onClose={() => setNaming(undefined)} />
      )}
    </>
  );
}
