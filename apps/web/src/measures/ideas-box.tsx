import { formatDayOf } from '#ui/format.js';
import type { ReactElement } from 'react';
import { useLanguage, useWords } from '../language.js';
import { useWorkspace } from '../shell/workspace.js';
import type { Measure } from './measure-query.js';

/** The ideas of employees that the measure has taken up. */
export function IdeasBox({ measure }: { readonly measure: Measure }): ReactElement | null {
  const t = useWords();
  const language = useLanguage();
  const { frame } = useWorkspace();
  const { ideas } = measure;
  if (ideas.length === 0) return null;
  return (
    <section className="ws-box" aria-labelledby="ideas">
      <h2 id="ideas">{t('ideas.box.title', { count: ideas.length })}</h2>
      <ul className="ws-lines ls-list">
        {ideas.map(({ id, name, title, text, submittedAt }) => (
          <li key={id}>
            <small>
              {t('ideas.screen.by', {
                name,
                day: formatDayOf(submittedAt, frame.programme.timeZone, language),
              })}
            </small>
            <b>{title}</b>
            <p className="ws-reflection">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
