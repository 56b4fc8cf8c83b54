import type { ReactElement } from 'react';
import { loopAddress, loopsAddress } from '../addresses.js';
import { formatNumber, formatPeriod } from '../format.js';
import { useMessages } from './own-words.js';
import type { Language, LoopView } from '../views.js';
import { phaseClass } from './phase.js';

/** Loops that fit into one row. */
const newest = 5;

const widest = 20;

/** Class of a segment's width: the count itself, or its share of the widest where counts are greater than 20. */
export function widthClass(count: number, greatest: number): string {
  if (greatest <= widest) return `n${Math.max(1, count)}`;
  return `n${Math.max(1, Math.round((count / greatest) * widest))}`;
}

type OfLoop = { readonly loop: LoopView; readonly language: Language };

/** One bar with a segment for each phase, and the same in words. */
export function LoopCounts({ loop, language }: OfLoop): ReactElement {
  const t = useMessages(language);
  const counts = loop.counts.filter(({ count }) => count > 0);
  if (counts.length === 0) return <p className="ls-uncounted">{t('loop.noMeasures')}</p>;
  const greatest = Math.max(...counts.map(({ count }) => count));
  return (
    <>
      <div className="ls-bar" aria-hidden="true">
        {counts.map(({ phase, count }) => (
          <span
            key={phase}
            className={`ls-seg ls-seg--${phaseClass[phase]} ${widthClass(count, greatest)}`}
          >
            {formatNumber(count, language)}
          </span>
        ))}
      </div>
      <ul className="ls-counts">
        {counts.map(({ phase, count }) => (
          <li key={phase}>
            <span className={`ls-key ls-seg--${phaseClass[phase]}`} aria-hidden="true" />
            <span>
              <b>{formatNumber(count, language)}</b> {t(`phase.${phase}`)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

export function StageBadge({ loop, language }: OfLoop): ReactElement | null {
  if (loop.stage === 'CLOSED') return null;
  return (
    <span className={loop.stage === 'PLANNED' ? 'ls-now ls-now--planned' : 'ls-now'}>
      {useMessages(language)(`stage.${loop.stage}`)}
    </span>
  );
}

/** The loops one after the other; one that runs or is in review is wider. */
function LoopStrip({
  slug,
  loops,
  language,
}: {
  readonly slug: string;
  readonly loops: readonly LoopView[];
  readonly language: Language;
}): ReactElement {
  const t = useMessages(language);
  const dated = loops.some((loop) => formatPeriod(loop, language) !== null);
  return (
    <ol className={loops.length > newest ? 'ls-strip ls-strip--many' : 'ls-strip'}>
      {loops.map((loop) => {
        const now = loop.stage === 'RUNNING' || loop.stage === 'REVIEW';
        return (
          <li
            key={loop.id}
            className={now ? 'ls-loop ls-loop--now' : 'ls-loop'}
            aria-current={now ? 'step' : undefined}
          >
            <h3 className="ls-loop__name">
              <a href={loopAddress(slug, loop.number, language)}>
                {t('loop.name', { number: loop.number })}
              </a>{' '}
              <StageBadge loop={loop} language={language} />
            </h3>
            {dated ? <p className="ls-loop__when">{formatPeriod(loop, language)}</p> : null}
            <LoopCounts loop={loop} language={language} />
          </li>
        );
      })}
    </ol>
  );
}

/** The strip of a programme's loops with its heading: all of them, or the newest and a link to the others. */
export function Loops({
  slug,
  loops,
  all = false,
  language,
}: {
  readonly slug: string;
  readonly loops: readonly LoopView[];
  readonly all?: boolean;
  readonly language: Language;
}): ReactElement {
  const t = useMessages(language);
  const counted = loops.some(({ total }) => total > 0);
  return (
    <section className="ls-loops" aria-labelledby="loops">
      <div className="ls-wrap">
        <div className="ls-loops__head">
          <h2 className="ls-h2" id="loops">
            {t('loop.count', { count: loops.length })}
          </h2>
          <p className="ls-small ls-muted">
            {counted ? t('loop.explained') : null}
            {!all && loops.length > newest ? (
              <>
                {' '}
                <a href={loopsAddress(slug, language)}>{t('loop.all')}</a>
              </>
            ) : null}
          </p>
        </div>
        <LoopStrip slug={slug} loops={all ? loops : loops.slice(-newest)} language={language} />
      </div>
    </section>
  );
}
