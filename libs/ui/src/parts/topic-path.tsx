import type { ReactElement } from 'react';
import { loopAddress } from '../addresses.js';
import { useMessages } from './own-words.js';
import type { Language, PathDot, SuccessView } from '../views.js';
import { entryId } from './entry.js';

type Props = {
  readonly slug: string;
  readonly path: readonly PathDot[];
  /** The entries that stand on this page. */
  readonly successes: readonly SuccessView[];
  readonly language: Language;
};

/** The loops as numbered dots: dotted without an entry, a ring with one, filled where it stands open on this page. */
export function TopicPath({ slug, path, successes, language }: Props): ReactElement | null {
  const t = useMessages(language);
  if (path.length < 2) return null;
  const open = successes[0];
  return (
    <div className="ls-way">
      <p className="ls-way__label">
        {t.rich('path.label', {
          hidden: (chunks) => <span className="kern-sr-only">{chunks}</span>,
        })}
      </p>
      <ol className="ls-path">
        {path.map((dot) => {
          const entry = successes.find(({ loopNumber }) => loopNumber === dot.loopNumber);
          const name = (
            <>
              <span className="kern-sr-only">{t('path.loop')} </span>
              {dot.loopNumber}
              <span className="kern-sr-only">
                {dot.state === 'none' ? t('path.none') : null}
                {dot.state === 'entry' ? t('path.entry') : null}
                {dot.state !== 'none' && dot.stage !== 'CLOSED' ? t(`path.${dot.stage}`) : null}
              </span>
            </>
          );
          if (dot.state === 'none') {
            return (
              <li key={dot.loopNumber} className="is-off">
                <span className="ls-dot">{name}</span>
              </li>
            );
          }
          const classes = [
            dot.state === 'entry' ? 'is-working' : '',
            entry && entry === open ? 'is-here' : '',
          ]
            .filter(Boolean)
            .join(' ');
          return (
            <li key={dot.loopNumber}>
              <a
                href={entry ? `#${entryId(entry)}` : loopAddress(slug, dot.loopNumber, language)}
                className={classes || undefined}
              >
                {name}
              </a>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
