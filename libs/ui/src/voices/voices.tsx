import type { ReactElement, ReactNode } from 'react';
import { feedbackAddress, successAddress, thanksAddress } from '../addresses.js';
import { useMessages } from '../parts/own-words.js';
import { DayOf, foreign } from '../parts/words.js';
import type { Language, ProgrammeView, ThemeView, VoiceView } from '../views.js';

type Context = { readonly programme: ProgrammeView; readonly language: Language };

const hidden = (chunks: ReactNode): ReactNode => <span className="kern-sr-only">{chunks}</span>;

/** What a reader has written, and the answer. */
function Voice({
  voice,
  programme,
  language,
  children,
}: Context & { readonly voice: VoiceView; readonly children?: ReactNode }): ReactElement {
  const t = useMessages(language);
  const { kind, text, answer, answeredAt, ledTo } = voice;
  const lang = foreign({ text, language: voice.language }, language);
  const day = <DayOf instant={answeredAt} timeZone={programme.timeZone} language={language} />;
  return (
    <li className="ls-voice">
      <p className="ls-muted">{t(`voices.${kind}`)}</p>
      <blockquote className="ls-voice__text" lang={lang}>
        {text}
      </blockquote>
      <p className="ls-muted">{t.rich('voices.answer', { day })}</p>
      <p className="ls-voice__text" lang={lang}>
        {answer}
      </p>
      {ledTo === null ? null : (
        <p>
          {t.rich('voices.ledTo', {
            link: (
              <a
                href={successAddress(programme.slug, ledTo.key, language)}
                lang={foreign({ text: ledTo.title, language: programme.defaultLanguage }, language)}
              >
                {ledTo.title}
              </a>
            ),
          })}
        </p>
      )}
      {children}
    </li>
  );
}

/** Beneath a success: what readers have asked and said with the answers, and the way to do so. */
export function VoicesOfSuccess({
  voices,
  measureKey,
  programme,
  language,
}: Context & {
  readonly voices: readonly VoiceView[];
  readonly measureKey: string;
}): ReactElement | null {
  const t = useMessages(language);
  if (voices.length === 0 && !programme.feedbackOpen) return null;
  return (
    <section className="ls-voices" aria-labelledby="voices">
      <h2 className="ls-h2" id="voices">
        {t('voices.title')}
      </h2>
      {voices.length === 0 ? (
        <p>{t('voices.none')}</p>
      ) : (
        <ul className="ls-list">
          {voices.map((voice) => (
            <Voice key={voice.id} voice={voice} programme={programme} language={language} />
          ))}
        </ul>
      )}
      {programme.feedbackOpen ? (
        <p className="ls-voices__give">
          <a
            className="kern-btn kern-btn--secondary"
            href={feedbackAddress(programme.slug, measureKey, language)}
          >
            <span className="kern-label">{t('voices.give')}</span>
          </a>
        </p>
      ) : null}
    </section>
  );
}

/** Beneath a success: the way to thank its people. Everyone sees it; the page there asks who it is. */
export function ThanksLink({
  measureKey,
  programme,
  language,
}: Context & { readonly measureKey: string }): ReactElement {
  const t = useMessages(language);
  return (
    <p className="ls-more">
      <a href={thanksAddress(programme.slug, measureKey, language)}>{t('thanks.link')}</a>{' '}
      <small className="ls-muted">({t('thanks.link.for')})</small>
    </p>
  );
}

/** Of a whole programme: how many voices there are of each theme, and what was answered last. */
export function VoicesOfProgramme({
  themes,
  newest,
  programme,
  language,
}: Context & {
  readonly themes: readonly ThemeView[];
  readonly newest: readonly VoiceView[];
}): ReactElement | null {
  const t = useMessages(language);
  if (themes.length === 0 && newest.length === 0) return null;
  const written = foreign({ text: '', language: programme.defaultLanguage }, language);
  return (
    <section className="ls-voices" aria-labelledby="voices">
      <h2 className="ls-h2" id="voices">
        {t('voices.said')}
      </h2>
      {themes.length === 0 ? null : (
        <>
          <h3>{t('voices.themes')}</h3>
          <ul className="ls-themes ls-list">
            {themes.map(({ name, count }) => (
              <li key={name}>
                <span lang={written}>{name}</span>{' '}
                <span className="ls-muted">{t('voices.theme', { count })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {newest.length === 0 ? null : (
        <>
          <h3>{t('voices.newest')}</h3>
          <ul className="ls-list">
            {newest.map((voice) => (
              <Voice key={voice.id} voice={voice} programme={programme} language={language}>
                <p>
                  <a href={`${successAddress(programme.slug, voice.key, language)}#voices`}>
                    {t.rich('voices.toSuccess', { hidden, text: voice.text })}
                  </a>
                </p>
              </Voice>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
